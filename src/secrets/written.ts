import { known, type SubjectOf } from '../model/index.ts';
import type { Location, SourceFile } from '../source/index.ts';
import { shapedSecrets } from './shapes.ts';

/** Every text of a file that can only be a secret, wherever it stands. */
export function writtenSecrets(file: SourceFile, format: string): readonly SubjectOf<'credential'>[] {
  return shapedSecrets(file.text).map(({ what, start, end }, index) => {
    const location = { file, span: { start, end } };
    return {
      kind: 'credential',
      id: `${file.path}:secret[${index}]`,
      name: `${what} in ${file.path}`,
      format,
      location,
      facts: { literal: known(true, location), shown: known(false, location) },
    };
  });
}

/** Those that stand at none of the places that are `told` of already. */
export function untoldSecrets(
  secrets: readonly SubjectOf<'credential'>[],
  told: readonly Location[],
): readonly SubjectOf<'credential'>[] {
  return secrets.filter(({ location }) => !told.some((other) => overlap(other, location)));
}

function overlap(a: Location, b: Location): boolean {
  return a.file.path === b.file.path && a.span.start < b.span.end && b.span.start < a.span.end;
}
