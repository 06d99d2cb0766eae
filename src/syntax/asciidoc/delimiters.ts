/** A line that starts a block whose inside is not read as AsciiDoc, or not as text. */
export interface Delimiter {
  readonly kind: 'comment' | 'passed' | 'code' | 'table';
  /** The line that ends it. */
  readonly closing: string;
  /** Of a table: its cells stand behind bars. Of code: the language that the line names. */
  readonly language: string | undefined;
  readonly bars: boolean;
}

/** What is shown as it is, by the style that stands before a block or paragraph. */
export const VERBATIM: ReadonlySet<string> = new Set([
  ...['source', 'listing', 'literal', 'stem', 'pass'],
  ...['mermaid', 'plantuml', 'graphviz', 'ditaa'],
]);

const KINDS: Readonly<Record<string, Delimiter['kind']>> = { '/': 'comment', '+': 'passed' };

/** The block that a line starts, of a style that the lines above it give. */
export function delimiterOf(line: string, style: string): Delimiter | undefined {
  const table = /^([|,:!])={3,}$/.exec(line);
  if (table) return { kind: 'table', closing: line, language: undefined, bars: table[1] === '|' };
  const fence = /^(`{3,})([\w-]*)$/.exec(line);
  if (fence?.[1] !== undefined)
    return { kind: 'code', closing: fence[1], language: fence[2]?.toLowerCase(), bars: false };
  if (/^(?:-{4,}|\.{4,}|\+{4,}|\/{4,})$/.test(line) || (line === '--' && VERBATIM.has(style)))
    return { kind: KINDS[line[0] ?? ''] ?? 'code', closing: line, language: undefined, bars: false };
  return undefined;
}

/** A line that only stands around or between blocks. */
export function isBoundary(line: string): boolean {
  return /^(?:\+|={4,}|\*{4,}|_{4,}|--|'{3,}|<{3,}|-{3}|\*{3})$/.test(line);
}

/** The title of the block that a line starts only says what the block shows: of code, tables, pictures. */
export function isShown(line: string): boolean {
  return line === '' || /^(?:\[|[|,:!]={3}|-{2,}$|\.{4}|={4,}$|\*{4,}$|_{4,}$|`{3}|\+{4}|\w+::)/.test(line);
}

const UNDERLINES = '=-~^+';

/** The level of a heading whose title is underlined by this line; 0 when it is none. */
export function underlineLevel(title: string, line: string): number {
  if (line.length < 2 || Math.abs(title.length - line.length) > 1 || !/^[\p{L}\p{N}]/u.test(title)) return 0;
  for (const char of line) if (char !== line[0]) return 0;
  return UNDERLINES.indexOf(line[0] ?? '') + 1;
}
