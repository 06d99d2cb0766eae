import type { Subject } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { partsOf, type PartKind, type SettingsPart } from './detect.ts';
import { environmentOnGitHub, environmentOnGitLab } from './environment.ts';
import { branchOnGitLab, branchOfSettings, protection, ruleset } from './protection.ts';

const READERS: Readonly<Record<PartKind, (part: SettingsPart) => Subject | undefined>> = {
  environment: environmentOnGitHub,
  'gitlab-environment': environmentOnGitLab,
  branch: branchOfSettings,
  'gitlab-branch': branchOnGitLab,
  protection,
  ruleset,
};

export function normalize(documents: readonly DataDocument[]): Normalized {
  const subjects = documents.flatMap(partsOf).flatMap((part) => READERS[part.kind](part) ?? []);
  return { subjects: withUniqueIds(subjects), diagnostics: [] };
}
