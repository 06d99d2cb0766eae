import type { Span } from '../../source/index.ts';
import { HclProblem } from './problem.ts';
import { type BodyFrame, recover, type Recovery } from './recovery.ts';
import type { Scanner } from './scanner.ts';
import type { Expression, HclAttribute, HclBlock, HclBody, HclLabel } from './tree.ts';

/** Parses items up to the body's end; a broken one costs itself, and one diagnostic. */
export function body(scanner: Scanner, frame: BodyFrame, recovery: Recovery): HclBody {
  const attributes = new Map<string, HclAttribute>();
  const blocks: HclBlock[] = [];
  let { single } = frame;
  for (;;) {
    while (scanner.peek() === 'newline') scanner.take();
    const kind = scanner.peek();
    if (kind === 'end' || recovery.endsByColumn(scanner, frame)) break;
    if (kind === '}' && frame.open !== undefined) break;
    const start = scanner.start;
    const { depth } = scanner;
    try {
      item(scanner, { ...frame, single }, recovery, attributes, blocks);
    } catch (problem) {
      if (!(problem instanceof HclProblem)) throw problem;
      scanner.report(problem.code, problem.message, problem.span);
      scanner.depth = depth;
      scanner.newlines = true;
      recover(scanner, start, recovery);
      keepBroken(scanner, start, problem.span, attributes);
    }
    // One mistake of this sort is told once.
    single = false;
  }
  return { start: 0, end: scanner.text.length, attributes: [...attributes.values()], blocks };
}

function item(
  scanner: Scanner,
  frame: BodyFrame,
  recovery: Recovery,
  attributes: Map<string, HclAttribute>,
  blocks: HclBlock[],
): void {
  if (scanner.kind !== 'identifier') {
    scanner.fail(`Expected an argument or a block, but found ${scanner.found()}.`);
  }
  const nameSpan = { start: scanner.start, end: scanner.end };
  const name = scanner.tokenText();
  scanner.take();
  switch (scanner.peek()) {
    case '=':
      addAttribute(scanner, attribute(scanner, name, nameSpan), attributes);
      break;
    case '{':
    case 'quote':
    case 'identifier': {
      if (frame.single) {
        const message = `A block on one line holds one argument; put the block "${name}" on a line of its own.`;
        scanner.report('hcl/syntax', message, nameSpan);
      }
      const [added, closed] = block(scanner, name, nameSpan, recovery);
      blocks.push(added);
      // Without its brace it ends where the next item starts.
      if (!closed || (frame.single && scanner.peek() !== 'identifier')) return;
      break;
    }
    default:
      scanner.fail(`Expected "=" or a block after "${name}", but found ${scanner.found()}.`, nameSpan);
  }
  endOfItem(scanner, frame);
}

/** As HashiCorp's parser has it: an item ends its line, or stands alone in a block that is opened and closed on one line. */
function endOfItem(scanner: Scanner, frame: BodyFrame): void {
  const { kind } = scanner;
  const span = { start: scanner.start, end: scanner.end };
  if (kind === '}' && frame.open !== undefined) {
    if (!frame.single)
      scanner.report('hcl/missing-newline', 'Expected a new line before the closing brace.', span);
    return;
  }
  if (kind === 'newline' && frame.single) {
    const message = 'A block whose argument stands on the line of its brace is closed on that line.';
    scanner.report('hcl/missing-newline', message, span);
  }
  if (kind === 'newline' || kind === 'end') return;
  scanner.fail(`Expected a new line, but found ${scanner.found()}.`, span, 'hcl/missing-newline');
}

function attribute(scanner: Scanner, name: string, nameSpan: Span): HclAttribute {
  scanner.take();
  const value: Expression = scanner.expression();
  return { start: nameSpan.start, end: value.end, name, nameSpan, value };
}

function addAttribute(scanner: Scanner, added: HclAttribute, attributes: Map<string, HclAttribute>): void {
  if (!attributes.has(added.name)) attributes.set(added.name, added);
  else {
    const message = `"${added.name}" is set already in this block; each argument may be set once.`;
    scanner.report('hcl/duplicate-attribute', message, added.nameSpan);
  }
}

function block(
  scanner: Scanner,
  type: string,
  typeSpan: Span,
  recovery: Recovery,
): readonly [HclBlock, boolean] {
  const labels: HclLabel[] = [];
  while (scanner.kind === 'quote' || scanner.kind === 'identifier') labels.push(label(scanner));
  const headerSpan = { start: typeSpan.start, end: labels.at(-1)?.end ?? typeSpan.end };
  if (scanner.kind !== '{') {
    scanner.fail(
      `Expected "{" or a label after the block's header, but found ${scanner.found()}.`,
      headerSpan,
    );
  }
  const open = scanner.start;
  scanner.enterBlock();
  scanner.take();
  const frame = recovery.frameOf(scanner, typeSpan.start, open);
  const inner = body(scanner, frame, recovery);
  scanner.depth--;
  const closed = scanner.peek() === '}' && !recovery.endsByColumn(scanner, frame);
  const end = closed ? scanner.end : scanner.previousEnd;
  if (closed) scanner.take();
  else recovery.unclosed(scanner, headerSpan);
  const span = { start: typeSpan.start, end };
  return [{ ...span, type, typeSpan, labels, headerSpan, body: { ...inner, start: open, end } }, closed];
}

function label(scanner: Scanner): HclLabel {
  const { start, end, kind } = scanner;
  if (kind === 'identifier') {
    const value = scanner.tokenText();
    scanner.take();
    return { start, end, value };
  }
  const string = scanner.expression();
  if (string.kind !== 'string') scanner.fail('A label is a plain string; it cannot be computed.', string);
  return { start, end: string.end, value: string.value };
}

/** An attribute whose value is broken is kept, so that it is unknown and not absent. */
function keepBroken(scanner: Scanner, start: number, at: Span, attributes: Map<string, HclAttribute>): void {
  const head = /^([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*=(?!=)/u.exec(
    scanner.text.slice(start, start + 200),
  );
  const name = head?.[1];
  if (head === null || name === undefined || attributes.has(name)) return;
  const nameSpan = { start, end: start + name.length };
  const valueStart = start + head[0].length;
  // Not past where the parser goes on.
  const end = Math.max(valueStart, Math.min(at.end, scanner.start));
  scanner.previousEnd = Math.max(scanner.previousEnd, end);
  attributes.set(name, { start, end, name, nameSpan, value: { kind: 'invalid', start: valueStart, end } });
}
