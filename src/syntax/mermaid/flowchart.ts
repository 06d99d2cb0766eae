import { Drawing, plain, type Drawn, type Statement } from './drawn.ts';

const SKIPPED = /^(?:classDef|class|style|linkStyle|click|direction|accTitle|accDescr)\b/;
const ID = /[\p{L}\p{N}_][\p{L}\p{N}_.]*(?:-(?![-.])[\p{L}\p{N}_.]+)*/uy;
/** Signs that open a label, and those that close it. */
const SHAPES: readonly (readonly [open: string, close: string])[] = [
  ['(((', ')))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['((', '))'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[\\', '\\]'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['>', ']'],
];
/** Nodes and arrows; what a subgraph holds counts, the subgraph does not. */
export function readFlowchart(statements: readonly Statement[]): Drawn {
  const drawing = new Drawing();
  const groups = new Set<string>();
  for (const { text, start } of statements) {
    if (text === 'end' || SKIPPED.test(text)) continue;
    const [, group] = /^subgraph\s+([\w.-]+)/.exec(text) ?? [];
    if (text.startsWith('subgraph')) {
      if (group !== undefined) groups.add(group);
      continue;
    }
    let offset = 0;
    for (const part of text.split(';')) {
      const lead = part.length - part.trimStart().length;
      readStatement(part.trim(), start + offset + lead, drawing);
      offset += part.length + 1;
    }
  }
  return drawing.drawn(groups);
}

function readStatement(text: string, start: number, drawing: Drawing): void {
  let at = 0;
  let left: readonly string[] | undefined;
  let arrow: { readonly from: number; readonly drawn: boolean } | undefined;
  while (at < text.length) {
    const group = readGroup(text, at, start, drawing);
    if (!group) return;
    if (left && arrow?.drawn === true) {
      const span = { start: start + arrow.from, end: start + group.end };
      drawing.edgesBetween(left, group.ids, span);
    }
    left = group.ids;
    at = skipBlanks(text, group.end);
    const end = arrowEnd(text, at);
    if (end === undefined) return;
    arrow = { from: at, drawn: text.charAt(at) !== '~' };
    at = skipBlanks(text, end);
  }
}

/** `a & b[Label]`: several nodes at one end of an arrow. */
function readGroup(
  text: string,
  from: number,
  start: number,
  drawing: Drawing,
): { readonly ids: readonly string[]; readonly end: number } | undefined {
  const ids: string[] = [];
  let at = from;
  for (;;) {
    ID.lastIndex = at;
    const [id] = ID.exec(text) ?? [];
    if (id === undefined) return undefined;
    const label = labelAt(text, at + id.length);
    drawing.node(id, label?.text, { start: start + at, end: start + (label?.end ?? at + id.length) });
    ids.push(id);
    at = label?.end ?? at + id.length;
    if (text.startsWith(':::', at)) at += 3 + (/^[\w-]+/.exec(text.slice(at + 3, at + 103))?.[0].length ?? 0);
    const next = skipBlanks(text, at);
    if (text.charAt(next) !== '&') return { ids, end: at };
    at = skipBlanks(text, next + 1);
  }
}

function labelAt(
  text: string,
  at: number,
): { readonly text: string | undefined; readonly end: number } | undefined {
  if (text.startsWith('@{', at)) {
    const close = text.indexOf('}', at);
    if (close < 0) return undefined;
    const [, label] = /label:\s?"([^"]{0,200})"/.exec(text.slice(at, close)) ?? [];
    return { text: label === undefined ? undefined : plain(label), end: close + 1 };
  }
  for (const [open, close] of SHAPES) {
    if (!text.startsWith(open, at)) continue;
    const inside = at + open.length;
    const quoted = text.charAt(inside) === '"' ? text.indexOf('"', inside + 1) : -1;
    const end = text.indexOf(close, Math.max(inside, quoted));
    if (end < 0) continue;
    return { text: plain(text.slice(inside, end)), end: end + close.length };
  }
  return undefined;
}

const LINE = '-=.~';

/** Where an arrow ends that begins at a place, with what is written on it: `-->`, `-.->`, `==>|yes|`, `-- yes -->`. */
function arrowEnd(text: string, at: number): number | undefined {
  const from = at + (/[<xo]/.test(text.charAt(at)) && LINE.includes(text.charAt(at + 1)) ? 1 : 0);
  const first = lineEnd(text, from);
  if (first - from < 2) return undefined;
  const head = headEnd(text, first);
  if (head > first || first - from > 2 || text.charAt(first) === '|') return afterLabel(text, head);
  // Two signs alone: a text follows, and then the arrow itself; without one, it was the whole of it.
  for (let next = first; next < text.length; next++) {
    const end = lineEnd(text, next);
    if (end - next >= 2) return afterLabel(text, headEnd(text, end));
    if (end > next) next = end;
  }
  return undefined;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && LINE.includes(text.charAt(end))) end++;
  return end;
}

function headEnd(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign === '>') return at + 1;
  return /[xo]/.test(sign) && /^(?:[\s|]|$)/.test(text.slice(at + 1, at + 2)) ? at + 1 : at;
}

function afterLabel(text: string, at: number): number {
  const next = skipBlanks(text, at);
  if (text.charAt(next) !== '|') return at;
  const end = text.indexOf('|', next + 1);
  return end < 0 ? at : end + 1;
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (text.charAt(next) === ' ' || text.charAt(next) === '\t') next++;
  return next;
}
