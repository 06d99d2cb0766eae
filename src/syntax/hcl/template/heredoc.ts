import { identifierEnd, isBlank, startsIdentifier } from '../characters.ts';
import type { TemplateToken, TextToken } from './tokens.ts';

/** Takes the indentation that all lines share away, as `<<-` asks for; blank lines do not count. */
export function flushHeredoc(tokens: readonly TemplateToken[]): void {
  const indented: TextToken[] = [];
  let shared = Infinity;
  let lineStart = true;
  for (const token of tokens) {
    if (lineStart) {
      lineStart = false;
      if (token.kind !== 'text') shared = 0;
      else if (token.value.trim() !== '' || !token.value.endsWith('\n')) {
        shared = Math.min(shared, token.value.length - token.value.trimStart().length);
        indented.push(token);
      }
    }
    if (token.kind === 'text' && token.value.endsWith('\n')) lineStart = true;
  }
  if (shared === Infinity) return;
  for (const token of indented) token.value = token.value.slice(shared);
}

/** The end of a line that holds nothing but the marker, with its trailing blanks, as hcl/v2 counts it. */
export function markerLineEnd(text: string, from: number, marker: string): number | undefined {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  if (!text.startsWith(marker, at)) return undefined;
  at += marker.length;
  while (isBlank(text.charCodeAt(at))) at++;
  if (at < text.length && text.charCodeAt(at) !== 10) return undefined;
  return text.charCodeAt(at - 1) === 13 ? at - 1 : at;
}

/** Where the lines that hold one name only end, by that name: any of them may close a heredoc. */
export function markerLines(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    let at = line;
    while (isBlank(text.charCodeAt(at))) at++;
    if (!startsIdentifier(text, at)) continue;
    const name = text.slice(at, identifierEnd(text, at));
    const end = markerLineEnd(text, line, name);
    if (end === undefined) continue;
    const ends = lines.get(name);
    if (ends) ends.push(end);
    else lines.set(name, [end]);
  }
  return lines;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
