import { known, type BuildDependencyFacts, type PipelineSystem, type SubjectOf } from '../model/index.ts';
import type { Location } from '../source/index.ts';

/** What a pipeline runs of others, as a file names it. */
export interface Use {
  readonly id: string;
  readonly name: string;
  readonly type: BuildDependencyFacts['type'];
  /** As written, and where. */
  readonly text: string;
  readonly at: Location;
  readonly firstParty: BuildDependencyFacts['firstParty'];
  readonly pinned: BuildDependencyFacts['pinned'];
}

export function buildDependency(
  system: PipelineSystem,
  { id, name, type, text, at, firstParty, pinned }: Use,
): SubjectOf<'build-dependency'> {
  return {
    kind: 'build-dependency',
    id,
    name,
    format: system,
    location: at,
    facts: { type, reference: known(text, at), firstParty, pinned },
  };
}

/** Is an image named by its digest, which is always the same image? */
export const hasDigest = (image: string): boolean => /@sha256:[0-9a-f]{64}$/.test(image);
