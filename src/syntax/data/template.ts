import type { Diagnostic, SourceFile } from '../../source/index.ts';

/** A quote that is not closed on its line hides the rest of it: forgetting to close one makes no template. */
const QUOTED_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?<=^|[\s,[{])["'].*|(?:^|\s)#.*/g;
/** `${{ }}` is an expression of GitHub and Azure, `{{ $labels… }}` belongs into the texts of Prometheus alerts. */
const MARK = /(?<!\$)\{\{(?!\s*\$(?:labels|value|external(?:Labels|URL))\b)|\{%|<%/;
const BLOCK_SCALAR = /(?:^|[\s:-])[|>][-+\d]*$/;
/** Longer lines are not searched to their ends, which keeps the patterns above linear. */
const LINE_LIMIT = 2000;

/**
 * Says that a file is a Go, Jinja or ERB template, if its text looks like one. To be asked of files that do not
 * parse. What is inside quotes, comments and block scalars does not count, since it parses, and often holds
 * placeholders of other programs.
 */
export function templateNote(syntax: 'yaml' | 'json', file: SourceFile): Diagnostic | undefined {
  const mark = templateMark(file.text);
  if (mark < 0) return undefined;
  return {
    code: `${syntax}/template`,
    level: 'note',
    message: `"${file.path}" is a template that must be rendered first; it was not examined.`,
    path: file.path,
    location: { file, span: { start: mark, end: mark + 2 } },
    help: 'Render it, for example with "helm template", and check the result.',
  };
}

function templateMark(text: string): number {
  if (!MARK.test(text)) return -1;
  let blockIndent = Infinity;
  let next: number;
  for (let start = 0; start < text.length; start = next) {
    const lineFeed = text.indexOf('\n', start);
    next = lineFeed < 0 ? text.length : lineFeed + 1;
    const line = text.slice(start, Math.min(next, start + LINE_LIMIT)).trimEnd();
    const indent = line.search(/[^\s-]/);
    if (indent < 0 || indent > blockIndent) continue;
    const code = line.replace(QUOTED_OR_COMMENT, (hidden) => ' '.repeat(hidden.length));
    blockIndent = BLOCK_SCALAR.test(code.trimEnd()) ? indent : Infinity;
    const mark = code.search(MARK);
    if (mark >= 0) return start + mark;
  }
  return -1;
}
