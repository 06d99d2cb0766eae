import type { Scanner } from '../scanner.ts';
import type { ForToken, IfToken, TemplateToken } from './tokens.ts';
import type { TemplatePart } from '../tree.ts';

/** An open directive with the parts collected so far. */
interface Frame {
  readonly open: IfToken | ForToken | undefined;
  /** Of `if`: what belongs to the true branch, once `else` was met. */
  then: TemplatePart[] | undefined;
  parts: TemplatePart[];
}

/** Nests directives, and joins neighboring texts. */
export function nestParts(scanner: Scanner, tokens: readonly TemplateToken[]): readonly TemplatePart[] {
  const root: Frame = { open: undefined, then: undefined, parts: [] };
  const frames: Frame[] = [root];
  for (const token of tokens) {
    const frame = frames.at(-1) ?? root;
    switch (token.kind) {
      case 'text':
        addText(frame.parts, token.start, token.end, token.value);
        break;
      case 'interpolation':
        frame.parts.push(token);
        break;
      case 'if-open':
      case 'for-open':
        scanner.enter();
        frames.push({ open: token, then: undefined, parts: [] });
        break;
      case 'else':
        if (frame.open?.kind !== 'if-open' || frame.then !== undefined) {
          scanner.fail('This "else" belongs to no "if".', token);
        }
        frame.then = frame.parts;
        frame.parts = [];
        break;
      case 'endif':
      case 'endfor':
        frames.pop();
        scanner.depth--;
        (frames.at(-1) ?? root).parts.push(closed(scanner, frame, token));
        break;
    }
  }
  const unclosed = frames.at(-1)?.open;
  if (unclosed) {
    const name = unclosed.kind === 'if-open' ? 'if' : 'for';
    scanner.fail(`This "${name}" is never closed by "%{ end${name} }".`, unclosed, 'hcl/unclosed');
  }
  return root.parts;
}

function addText(parts: TemplatePart[], start: number, end: number, value: string): void {
  const before = parts.at(-1);
  if (before?.kind !== 'text') parts.push({ kind: 'text', start, end, value });
  else parts[parts.length - 1] = { kind: 'text', start: before.start, end, value: before.value + value };
}

function closed(scanner: Scanner, frame: Frame, token: TemplateToken): TemplatePart {
  const { open } = frame;
  if (open?.kind === 'if-open' && token.kind === 'endif') {
    const [then, otherwise] = frame.then ? [frame.then, frame.parts] : [frame.parts, []];
    return { kind: 'if', start: open.start, end: token.end, condition: open.condition, then, otherwise };
  }
  if (open?.kind === 'for-open' && token.kind === 'endfor') {
    return { kind: 'for', start: open.start, end: token.end, ...open.head, body: frame.parts };
  }
  return scanner.fail(`This "${token.kind}" closes nothing.`, token);
}
