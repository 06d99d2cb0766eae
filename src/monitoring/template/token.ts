/** A word of an action in Go's template language, with offsets in the template. */
export interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'variable' | 'field' | 'sign';
  /** A text without its quotes; a variable with its `$`; a field with its dots. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between `{{` and `}}`. */
export interface Action {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

export interface TemplateProblem {
  /** Finishes "The template …" and has no full stop. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The actions of a template, up to the first that cannot be read. Source: Go's text/template,
 * https://pkg.go.dev/text/template
 */
export function readActions(text: string): {
  readonly actions: readonly Action[];
  readonly problem?: TemplateProblem;
} {
  const actions: Action[] = [];
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', start)) {
    // `{{- ` trims what stands in front.
    const inside = start + (/^-\s/.test(text.slice(start + 2, start + 4)) ? 3 : 2);
    if (/^\s*\/\*/.test(text.slice(inside, inside + 16))) {
      const end = text.indexOf('*/', inside);
      const close = end < 0 ? -1 : text.indexOf('}}', end);
      if (close < 0) return { actions, problem: unclosed(start, text) };
      start = close + 2;
      continue;
    }
    const read = readTokens(text, inside);
    if ('message' in read) return { actions, problem: read };
    if (read.end < 0) return { actions, problem: unclosed(start, text) };
    actions.push({ tokens: read.tokens, start, end: read.end });
    start = read.end;
  }
  return { actions };
}

function unclosed(start: number, text: string): TemplateProblem {
  return { message: 'opens {{ and never closes it', start, end: Math.min(text.length, start + 40) };
}

const TOKEN =
  /\s+|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+'|\$\w*(?:\.[a-z_]\w*)*|\.?[a-z_]\w*(?:\.[a-z_]\w*)*|[-+]?\d[\w.]*|:=|[|(),=.]/iy;

function readTokens(
  text: string,
  from: number,
): { readonly tokens: Token[]; readonly end: number } | TemplateProblem {
  const tokens: Token[] = [];
  let at = from;
  while (at < text.length) {
    if (text.startsWith('}}', at)) return { tokens, end: at + 2 };
    if (text.startsWith('-}}', at) && /\s/.test(text.charAt(at - 1))) return { tokens, end: at + 3 };
    TOKEN.lastIndex = at;
    const word = TOKEN.exec(text)?.[0] ?? '';
    if (word === '') {
      const shown = text.charAt(at);
      if (/["'`]/.test(shown))
        return { message: 'opens a quote and never closes it', start: at, end: at + 1 };
      return { message: `cannot be read at "${shown}"`, start: at, end: at + 1 };
    }
    if (word.trim() !== '') tokens.push(tokenOf(word, at));
    at += word.length;
  }
  return { tokens, end: -1 };
}

function tokenOf(word: string, start: number): Token {
  const end = start + word.length;
  const first = word.charAt(0);
  if (first === '"') return { kind: 'text', value: unquoted(word), start, end };
  if (first === '`') return { kind: 'text', value: word.slice(1, -1), start, end };
  if (first === "'" || /^[-+]?\d/.test(word)) return { kind: 'number', value: word, start, end };
  if (first === '$') return { kind: 'variable', value: word, start, end };
  if (first === '.') return { kind: 'field', value: word, start, end };
  if (/[|(),=:]/.test(first)) return { kind: 'sign', value: word, start, end };
  return { kind: 'name', value: word, start, end };
}

function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character));
}

/** Parts between signs that stand in no parentheses. */
export function splitAt(tokens: readonly Token[], sign: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' && token.value === '(') depth++;
    if (token.kind === 'sign' && token.value === ')') depth--;
    if (depth === 0 && token.kind === 'sign' && token.value === sign) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Index of the sign that closes the parenthesis, or of the last token. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const { kind, value } = tokens[index] ?? {};
    if (kind === 'sign' && value === '(') depth++;
    if (kind === 'sign' && value === ')' && --depth === 0) return index;
  }
  return tokens.length - 1;
}
