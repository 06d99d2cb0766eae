import { flushHeredoc } from './heredoc.ts';
import type { Scanner } from '../scanner.ts';
import { nestParts } from './parts.ts';
import type { TemplateToken } from './tokens.ts';
import { readTag } from './tags.ts';
import type { Expression, TemplateForm } from '../tree.ts';
import { readText, type TextRules } from './text.ts';

/** Parses a string in double quotes; the scanner stands at the opening quote. */
export function quoted(scanner: Scanner): Expression {
  const { start } = scanner;
  const plain = plainEnd(scanner.text, start + 1);
  if (plain !== undefined) {
    const inner = { start: start + 1, end: plain };
    proceed(scanner, plain + 1);
    const value = scanner.text.slice(inner.start, inner.end);
    return { kind: 'string', start, end: plain + 1, form: 'quoted', value, inner };
  }
  return template(scanner, start, start + 1, { form: 'quoted' });
}

/** Parses a heredoc; the scanner stands at its introducing `<<NAME`. */
export function heredoc(scanner: Scanner): Expression {
  const { start, end, text } = scanner;
  const flush = text.charCodeAt(start + 2) === 45;
  const marker = text.slice(start + (flush ? 3 : 2), end);
  const lineEnd = text.charCodeAt(end) === 13 ? end + 1 : end;
  if (text.charCodeAt(lineEnd) !== 10)
    scanner.fail(`Expected a new line after "<<${marker}".`, { start, end });
  const close = scanner.findMarker(marker, lineEnd);
  if (close === undefined) {
    const message = `This heredoc is never closed: there is no line that holds only "${marker}".`;
    scanner.fail(message, { start, end }, 'hcl/unclosed');
  }
  const outer = scanner.heredocEnd;
  scanner.heredocEnd = Math.max(outer, close);
  const parsed = template(scanner, start, lineEnd + 1, { form: 'heredoc', marker, flush });
  scanner.heredocEnd = outer;
  return parsed;
}

/** Parses the whole text as a template, as `templatefile` reads it. */
export function fileTemplate(scanner: Scanner): Expression {
  return template(scanner, 0, 0, { form: 'file' });
}

/** The end of a string without escapes and sequences, which most strings are. */
function plainEnd(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) return at;
    if (unit === 92 || unit === 10) return undefined;
    if ((unit === 36 || unit === 37) && text.charCodeAt(at + 1) === 123) return undefined;
  }
  return undefined;
}

function template(scanner: Scanner, start: number, from: number, rules: TextRules): Expression {
  scanner.enter();
  const { newlines } = scanner;
  const tokens: TemplateToken[] = [];
  let at = from;
  let closed: number | undefined;
  let strip = false;
  for (;;) {
    const before = tokens.length;
    ({ at, closed } = readText(scanner, at, rules, tokens, start));
    const text = tokens[before];
    if (strip && text?.kind === 'text') text.value = text.value.trimStart();
    if (closed !== undefined) break;
    strip = readTag(scanner, at, tokens);
    at = scanner.end;
  }
  scanner.newlines = newlines;
  if (rules.flush === true) flushHeredoc(tokens);
  const parts = nestParts(scanner, tokens);
  proceed(scanner, closed);
  scanner.depth--;
  return built({ start, end: closed }, rules.form, { start: from, end: at }, parts);
}

function built(
  span: { readonly start: number; readonly end: number },
  form: TemplateForm,
  inner: { readonly start: number; readonly end: number },
  parts: ReturnType<typeof nestParts>,
): Expression {
  const [only] = parts;
  if (only === undefined) return { kind: 'string', ...span, form, value: '', inner };
  if (parts.length === 1 && only.kind === 'text')
    return { kind: 'string', ...span, form, value: only.value, inner };
  if (parts.length === 1 && only.kind === 'interpolation') {
    return { kind: 'wrap', ...span, expression: only.expression };
  }
  return { kind: 'template', ...span, form, parts, inner };
}

/** Goes on with code after a template. */
function proceed(scanner: Scanner, end: number): void {
  scanner.previousEnd = end;
  scanner.scan(end);
}
