import { isBlank } from './characters.ts';
import type { TemplateToken, TextToken } from './template-tokens.ts';

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
