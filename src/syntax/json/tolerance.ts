import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import type { Comment } from '../data/index.ts';

/** Files that their own programs read with comments and trailing commas. */
const LENIENT =
  /(?:\.jsonc|\.json5|\.code-workspace|\.sublime-[a-z]+)$|(?:^|\/)(?:[jt]sconfig[^/]*|\.?devcontainer)\.json$|(?:^|\/)\.(?:vscode|devcontainer)\//;

export const isLenient = (path: string): boolean => LENIENT.test(path);

/** One warning for each kind of thing that standard JSON has not, at its first place. */
export function toleratedThings(
  file: SourceFile,
  comments: readonly Comment[],
  trailingCommas: readonly Span[],
): Diagnostic[] {
  const warnings: Diagnostic[] = [];
  const comment = comments[0];
  if (comment !== undefined)
    warnings.push(warning(file, 'json/comment', comment.location.span, 'a comment', comments.length));
  const comma = trailingCommas[0];
  if (comma !== undefined)
    warnings.push(
      warning(file, 'json/trailing-comma', comma, 'a comma after the last entry', trailingCommas.length),
    );
  return warnings;
}

function warning(file: SourceFile, code: string, span: Span, thing: string, count: number): Diagnostic {
  const more = count > 1 ? ` (and ${count - 1} more)` : '';
  return {
    code,
    level: 'warning',
    message: `Standard JSON does not allow ${thing}${more}; other programs may refuse the file.`,
    path: file.path,
    location: { file, span },
    help: 'Remove it, or name the file *.jsonc.',
  };
}
