import { Drawing, plain, type Drawn, type Statement } from './drawn.ts';

const SERVICE = /^service\s+([\w-]{1,100})(?:\([^)\n]{0,100}\))?(?:\[([^\]\n]{0,200})\])?/;
const EDGE = /^([\w-]{1,100})(?:\{group\})?:[TBLR]\s{0,10}(<?)--(>?)\s{0,10}[TBLR]:([\w-]{1,100})/;

/** Services and what joins them; groups only hold them, junctions only join. */
export function readArchitecture(statements: readonly Statement[]): Drawn {
  const drawing = new Drawing();
  for (const { text, start } of statements) {
    const span = { start, end: start + text.length };
    const [, id, title] = SERVICE.exec(text) ?? [];
    if (id !== undefined) drawing.node(id, title === undefined ? undefined : plain(title), span);
    const [, left, back, , right] = EDGE.exec(text) ?? [];
    if (left === undefined || right === undefined) continue;
    if (back === '<') drawing.edge(right, left, span);
    else drawing.edge(left, right, span);
  }
  return drawing.drawn();
}
