import type { Diagnostic, Location } from '../source/index.ts';

/** Tells of a file of the repository that a pipeline names, and that is not there. */
export function missingFile(format: string, written: string, at: Location): Diagnostic {
  return {
    code: `${format}/missing-file`,
    level: 'note',
    message: `\`${written}\` is not among the files, so what it does is not examined.`,
    path: at.file.path,
    location: at,
  };
}
