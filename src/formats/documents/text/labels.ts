import type { Piece, ProseDocument, Table } from '../../../syntax/prose/index.ts';

/** Words before a colon, or in a table's cell, that say what stands behind or beside them. */
const LABEL = /^[ \t>*_+#-]{0,12}([a-z][a-z ()/-]{1,40}?)[*_]{0,3}[ \t]{0,3}:[*_]{0,3}(?:[ \t]{1,3}|$)/gim;
const MAX_VALUE = 300;

export interface Labelled {
  /** In lower case. */
  readonly label: string;
  readonly value: Piece;
}

/** What a document says of something in the form of a label and a value: fields, lines such as `Owner: shop`, tables. */
export function labelledIn(document: ProseDocument): readonly Labelled[] {
  return [
    ...document.fields.map(({ name, value }) => ({ label: name.replaceAll('-', ' '), value })),
    ...document.tables.flatMap(labelledInTable),
    ...labelledInText(document),
  ];
}

function labelledInText({ file, prose }: ProseDocument): readonly Labelled[] {
  const seen = new Set<number>();
  return prose.flatMap((piece) => {
    const from = piece.location.span.start;
    // A piece is a part of a line, where code or a link stands before it.
    const atLineStart = /(?:^|[\n\r])[\s>*_+#-]*$/.test(file.text.slice(Math.max(0, from - 12), from));
    return [...piece.text.matchAll(LABEL)].flatMap(({ index, 0: whole, 1: label = '' }): Labelled[] => {
      if (index === 0 && !atLineStart) return [];
      const start = from + index + whole.length;
      if (seen.has(start)) return [];
      seen.add(start);
      const rest = /^[^\n\r]*/.exec(file.text.slice(start, start + MAX_VALUE))?.[0].trimEnd() ?? '';
      const location = { file, span: { start, end: start + rest.length } };
      return rest === '' ? [] : [{ label: label.toLowerCase().trim(), value: { text: rest, location } }];
    });
  });
}

/** Rows of two cells name their value in the first; others have the names above. */
function labelledInTable({ rows }: Table): readonly Labelled[] {
  const [head, ...others] = rows;
  if (!head) return [];
  const label = ({ text }: Piece): string => plainText(text).toLowerCase();
  const pairs = head.length === 2 ? rows : [];
  return [
    ...others.flatMap((row) =>
      row.flatMap((value, i) => {
        const name = head[i];
        return name ? [{ label: label(name), value }] : [];
      }),
    ),
    ...pairs.flatMap(([name, value]) => (name && value ? [{ label: label(name), value }] : [])),
  ].filter(({ value }) => value.text !== '' && !NAMES.test(plainText(value.text)));
}

/** What a table's cell says of the cells below or beside it, and of nobody. */
const NAMES =
  /^(?:(?:last |document |runbook )?(?:owners?|review(?:ed)?(?: date| on)?)|team|role|contact|severity|alerts?|status|value)$/i;

/** Without the marks of emphasis, code and links, and what an at sign says of a name. */
export function plainText(text: string): string {
  return text
    .replace(/!?\[([^[\]]{0,200})\](?:\([^()]{0,500}\))?/g, '$1')
    .replace(/^(?:https?|link|xref|mailto):\S{0,500}?\[([^[\]]{0,200})\]/, '$1')
    .replace(/[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .trim();
}
