import { visible } from '../reporters/parts/index.ts';
import { whyNotDrawn, type Diagram, type DiagramEdge, type DiagramNode, type NodeShape } from './diagram.ts';

const BRACKETS: Readonly<Record<NodeShape, readonly [string, string]>> = {
  box: ['["', '"]'],
  store: ['[("', '")]'],
  external: ['[["', '"]]'],
  gate: ['{{"', '"}}'],
  state: ['(["', '"])'],
};

/** Viewers of Mermaid refuse longer texts. */
const LONGEST = 50_000;
const LONGEST_LABEL = 200;

/** A diagram as Mermaid text; undefined when it is not drawn, or would be longer than viewers read. */
export function mermaidOf(diagram: Diagram, direction: 'LR' | 'TB'): string | undefined {
  if (whyNotDrawn(diagram) !== undefined) return undefined;
  const { title, nodes, edges, groups } = diagram;
  const text = [
    `flowchart ${direction}`,
    `  accTitle: ${escaped(title)}`,
    ...groups.flatMap(({ id, name }) => [
      `  subgraph ${id}["${escaped(name)}"]`,
      ...nodes.filter(({ group }) => group === id).map((node) => `    ${nodeText(node)}`),
      '  end',
    ]),
    ...nodes.filter(({ group }) => group === undefined).map((node) => `  ${nodeText(node)}`),
    ...edges.map(edgeText),
    ...(nodes.some(({ strong }) => strong) ? ['  classDef strong stroke-width:3px'] : []),
  ].join('\n');
  return text.length > LONGEST ? undefined : `${text}\n`;
}

function nodeText({ id, name, lines, shape, strong }: DiagramNode): string {
  const [open, close] = BRACKETS[shape];
  const label = [name, ...lines].map(escaped).join('<br/>');
  return `${id}${open}${label}${close}${strong ? ':::strong' : ''}`;
}

function edgeText({ from, to, label, dashed }: DiagramEdge): string {
  const arrow = dashed ? '-.->' : '-->';
  return `  ${from} ${arrow}${label === undefined ? '' : `|"${escaped(label)}"|`} ${to}`;
}

/** Letters, digits, spaces, and signs that mean nothing to Mermaid between them. */
const PLAIN = /^[\p{L}\p{N} ,:/]$/u;
const INNER = /^[-._–]$/;

/** Whatever could be markup stands as the number of its character, which Mermaid shows as that character. */
function escaped(raw: string): string {
  const all = Array.from(visible(raw));
  const shown = all.length > LONGEST_LABEL ? [...all.slice(0, LONGEST_LABEL), '…'] : all;
  const isWord = (index: number): boolean => /^[\p{L}\p{N}]$/u.test(shown[index] ?? '');
  const text = shown
    .map((character, index) => {
      if (PLAIN.test(character)) return character;
      const isInner = INNER.test(character) && isWord(index - 1) && isWord(index + 1);
      return isInner ? character : `#${character.codePointAt(0) ?? 0};`;
    })
    .join('');
  return text.trim() === '' ? '#32;' : text;
}
