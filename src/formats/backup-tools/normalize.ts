import type { Subject, SubjectOf } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { borgmatic } from './borgmatic.ts';
import { isBorgmatic, profilesOf } from './detect.ts';
import { resticProfile } from './resticprofile.ts';

/** A backup for each file of borgmatic, and for each profile of resticprofile that makes copies. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const subjects: Subject[] = documents.flatMap((document) => {
    const { path } = document.file;
    const environment = context.environmentOf(path);
    const placed = (backup: SubjectOf<'backup'>): SubjectOf<'backup'> =>
      environment === undefined ? backup : { ...backup, environment };
    const root = rootNode(document);
    if (isBorgmatic(root)) return [placed(borgmatic(root, path))];
    return profilesOf(root).flatMap(([name, profile]) => {
      const backup = resticProfile(name, profile, profilesOf(root), path);
      return backup ? [placed(backup)] : [];
    });
  });
  return { subjects: withUniqueIds(subjects), diagnostics: [] };
}
