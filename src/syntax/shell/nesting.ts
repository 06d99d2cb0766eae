/** Nested quotes deeper than this are read as plain text: nobody writes them, and the stack is finite. */
const DEPTH = 16;

/** Expressions and parameter expansions are short; a longer one is an unclosed one, and looking on would be quadratic. */
const REACH = 1_000;

/** Offset of the quote that closes the one at `at`; `limit` when none does. */
export function quoteEnd(source: string, at: number, limit: number): number {
  const end = source.indexOf(source.charAt(at), at + 1);
  return end < 0 || end > limit ? limit : end;
}

/** Offset after the `}}` of a pipeline expression (`${{ … }}`), whose strings are in single quotes. */
export function expressionEnd(source: string, at: number, limit: number): number {
  const reach = Math.min(limit, at + REACH);
  let i = at + 3;
  while (i < reach) {
    const char = source.charAt(i);
    if (char === "'") i = quoteEnd(source, i, reach) + 1;
    else if (char === '}' && source.charAt(i + 1) === '}') return i + 2;
    else i++;
  }
  return Math.min(at + 3, limit);
}

/** Offset after the brace that closes the one at `at`: `${NAME:-default}`. */
export function braceEnd(source: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < Math.min(limit, at + REACH); i++) {
    const char = source.charAt(i);
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return i + 1;
    else if (char === '\n') break;
  }
  return Math.min(at + 1, limit);
}

/** Offset after the parenthesis that closes the one at `at`, past quotes and nested substitutions. */
export function substitutionEnd(source: string, at: number, limit: number, depth = 0): number {
  let open = 0;
  let i = at;
  while (i < limit) {
    const char = source.charAt(i);
    if (char === '\\') i += 2;
    else if (char === "'") i = quoteEnd(source, i, limit) + 1;
    else if (char === '"') i = doubleEnd(source, i, limit, depth + 1);
    else {
      if (char === '(') open++;
      if (char === ')' && --open === 0) return i + 1;
      i++;
    }
  }
  return limit;
}

function doubleEnd(source: string, at: number, limit: number, depth: number): number {
  let i = at + 1;
  while (i < limit) {
    const char = source.charAt(i);
    if (char === '\\') i += 2;
    else if (char === '"') return i + 1;
    else if (char === '$' && source.charAt(i + 1) === '(' && depth < DEPTH) {
      i = substitutionEnd(source, i + 1, limit, depth + 1);
    } else i++;
  }
  return limit;
}
