const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** The text that a PromQL string stands for; what is not quoted stays as it is. */
export function unquote(literal: string): { readonly text: string; readonly quoted: boolean } {
  const quote = literal[0];
  if (literal.length < 2 || quote !== literal.at(-1)) return { text: literal, quoted: false };
  const inner = literal.slice(1, -1);
  if (quote === '`') return { text: inner, quoted: true };
  if (quote !== '"' && quote !== "'") return { text: literal, quoted: false };
  const text = inner.replace(
    /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|([0-7]{3})|(.))/gs,
    (escape: string, hex?: string, short?: string, long?: string, octal?: string, character?: string) =>
      decode(escape, hex ?? short ?? long, octal, character),
  );
  return { text, quoted: true };
}

function decode(escape: string, hex?: string, octal?: string, character?: string): string {
  const code = hex !== undefined ? parseInt(hex, 16) : octal !== undefined ? parseInt(octal, 8) : undefined;
  if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
  return ESCAPES[character ?? ''] ?? character ?? '';
}
