/** Texts inside texts. */
const DEPTH = 10;

/** Where what begins here ends, if that is no code: a comment, a text, a table, an expression or variable in braces, an escaped sign. */
export function skipString(source: string, at: number, depth = 0): number {
  const sign = source.charAt(at);
  const next = source.charAt(at + 1);
  if (sign === '`') return at + 2;
  if (sign === '<' && next === '#') return endOf(source, '#>', at + 2);
  if (sign === '#') return /[\w$`-]/.test(source.charAt(at - 1)) ? at : lineEnd(source, at);
  if (sign === '@' && (next === '"' || next === "'")) return endOf(source, `\n${next}@`, at + 2);
  if (sign === '@' && next === '{') return braces(source, at + 2, depth);
  if (sign === '$' && next === '{')
    return endOf(source, source.startsWith('{{', at + 1) ? '}}' : '}', at + 2);
  if (sign === "'") return endOf(source, "'", at + 1);
  return sign === '"' ? quoted(source, at + 1, depth) : at;
}

function endOf(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

function lineEnd(source: string, from: number): number {
  const found = source.indexOf('\n', from);
  return found < 0 ? source.length : found;
}

/** Texts in double quotes may hold code that holds texts. */
function quoted(source: string, from: number, depth: number): number {
  let parentheses = 0;
  for (let at = from; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === '`') at++;
    else if (sign === '(' && (parentheses > 0 || source.charAt(at - 1) === '$')) parentheses++;
    else if (sign === ')' && parentheses > 0) parentheses--;
    else if (sign === '"') {
      if (parentheses === 0 || depth > DEPTH) return at + 1;
      at = quoted(source, at + 1, depth + 1) - 1;
    }
  }
  return source.length;
}

function braces(source: string, from: number, depth: number): number {
  for (let at = from; at < source.length; at++) {
    const after = depth > DEPTH ? at : skipString(source, at, depth + 1);
    if (after > at) at = after - 1;
    else if (source.charAt(at) === '}') return at + 1;
  }
  return source.length;
}
