import { forHead } from '../expression/for-head.ts';
import type { Scanner } from '../scanner.ts';
import type { TemplateToken } from './tokens.ts';

/** Reads `${…}` or `%{…}` at an offset. Does it end with `~}`, which takes the blanks of the text after it away? */
export function readTag(scanner: Scanner, start: number, tokens: TemplateToken[]): boolean {
  const { text } = scanner;
  const directive = text.charCodeAt(start) === 37;
  let from = start + 2;
  if (text.charCodeAt(from) === 126) {
    from++;
    const before = tokens.at(-1);
    if (before?.kind === 'text') before.value = before.value.trimEnd();
  }
  scanner.newlines = false;
  scanner.scan(from);
  const made = directive ? readDirective(scanner, start) : interpolation(scanner, start);
  const strip = scanner.peek() === '~';
  if (strip) scanner.take();
  if (scanner.peek() !== '}') scanner.failUnclosed('}', start + 1, '"}"');
  const { end } = scanner;
  tokens.push({ ...made, end });
  return strip;
}

function interpolation(scanner: Scanner, start: number): TemplateToken {
  const expression = scanner.expression();
  return { kind: 'interpolation', start, end: expression.end, expression };
}

const CLOSERS = ['else', 'endif', 'endfor'] as const;

function readDirective(scanner: Scanner, start: number): TemplateToken {
  if (scanner.isKeyword('if')) {
    scanner.take();
    const condition = scanner.expression();
    return { kind: 'if-open', start, end: condition.end, condition };
  }
  if (scanner.isKeyword('for')) return forDirective(scanner, start);
  for (const kind of CLOSERS) {
    if (!scanner.isKeyword(kind)) continue;
    scanner.take();
    return { kind, start, end: scanner.previousEnd };
  }
  return scanner.fail(`Expected "if", "else", "endif", "for" or "endfor", but found ${scanner.found()}.`);
}

function forDirective(scanner: Scanner, start: number): TemplateToken {
  const head = forHead(scanner);
  return { kind: 'for-open', start, end: head.collection.end, head };
}
