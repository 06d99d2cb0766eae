import { Drawing, plain, type Drawn, type Statement } from './drawn.ts';

const CALL = /^(\w{1,40})\s{0,5}\((.*)\)/;
const THING = /^(?:Person|System|Container|Component)(?:Db|Queue)?(?:_Ext)?$/;

/** Elements and their relations; boundaries and nodes only hold them. */
export function readC4(statements: readonly Statement[]): Drawn {
  const drawing = new Drawing();
  for (const { text, start } of statements) {
    const [, name = '', inside = ''] = CALL.exec(text) ?? [];
    const [first, second] = argumentsOf(inside);
    if (first === undefined) continue;
    const span = { start, end: start + text.length };
    if (THING.test(name)) {
      const kind = name.startsWith('Person') ? 'person' : name.endsWith('_Ext') ? 'external' : 'component';
      drawing.node(first, second === undefined ? undefined : plain(second), span, kind);
    } else if (/^(?:Bi)?Rel(?:_\w{1,10})?$/.test(name) && second !== undefined) {
      drawing.edge(first, second, span);
    }
  }
  return drawing.drawn();
}

/** What stands between commas; quotes hold them together. */
function argumentsOf(text: string): readonly string[] {
  const found: string[] = [];
  let part = '';
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (sign === ',' && !quoted) {
      found.push(part.trim());
      part = '';
    } else part += sign;
  }
  found.push(part.trim());
  return found.filter((one) => one !== '');
}
