import type { Span } from '../../../source/index.ts';
import { skipString } from './skip.ts';

/** A statement of a script, or the condition of one that holds others. */
export interface Statement extends Span {
  /** Its answer decides what else runs. */
  readonly tested: boolean;
  /** Errors in it are caught, and go no further. */
  caught: boolean;
}

interface Block {
  readonly kind: 'try' | 'catch' | 'other';
  readonly start: number;
  /** The statement that it begins with. */
  readonly from: number;
  /** What a `catch` catches: the statements of the `try` before it. */
  readonly caught: readonly [from: number, to: number] | undefined;
  /** The last `try` that ended in it. */
  tried: readonly [from: number, to: number] | undefined;
}

/** Blocks that hold one another; deeper ones catch nothing. */
const DEPTH = 100;
/** What is looked at of a `catch`. */
const LENGTH = 2_000;
const ASKS = /^(?:if|elseif|while|until|switch)\b/i;
const HOLDS = /^(?:else|do|try|finally|catch|foreach|for|function|filter|param|begin|process|end|trap)\b/i;
const HANDS_ON = /\b(?:throw|exit(?!\s*0\b)|Write-Error)\b|task\.complete [^\]\n]*result=Failed/i;

interface Reader {
  readonly source: string;
  readonly statements: Statement[];
  readonly blocks: Block[];
  at: number;
  start: number;
  parentheses: number;
}

/** The statements of a script of PowerShell, those in blocks with the others, in the order in which they are written. */
export function statementsOf(source: string): readonly Statement[] {
  const whole: Block = { kind: 'other', start: 0, from: 0, caught: undefined, tried: undefined };
  const reader: Reader = { source, statements: [], blocks: [whole], at: 0, start: 0, parentheses: 0 };
  while (reader.at < source.length) readNext(reader);
  end(reader, source.length);
  return reader.statements;
}

function readNext(reader: Reader): void {
  const { source, at } = reader;
  const sign = source.charAt(at);
  const after = skipString(source, at);
  if (after > at) {
    if (source.startsWith('<#', at)) {
      end(reader, at);
      reader.start = after;
    }
    reader.at = after;
    return;
  }
  reader.at++;
  if (sign === '(') reader.parentheses++;
  else if (sign === ')') reader.parentheses = Math.max(0, reader.parentheses - 1);
  else if (sign === '{') open(reader, at);
  else if (sign === '}') close(reader, at);
  else if (reader.parentheses === 0 && (sign === ';' || (sign === '\n' && !goesOn(reader, at))))
    end(reader, at);
}

const goesOn = ({ source, start }: Reader, at: number): boolean =>
  /[|,`]\s*$/.test(source.slice(Math.max(start, at - 40), at));

function end(reader: Reader, at: number, tested = false): void {
  const { source, start } = reader;
  reader.start = at + 1;
  reader.parentheses = 0;
  if (/\S/.test(source.slice(start, at))) reader.statements.push({ start, end: at, tested, caught: false });
}

function open(reader: Reader, at: number): void {
  const { source, start, blocks, statements } = reader;
  const written = source.slice(start, at);
  const head = written.trim();
  const inside = blocks.at(-1);
  const kind = /^try$/i.test(head) ? 'try' : /^catch\b/i.test(head) ? 'catch' : 'other';
  if (ASKS.test(head)) {
    reader.start = start + written.indexOf('(') + 1;
    end(reader, Math.max(reader.start, start + written.lastIndexOf(')')), true);
  } else if (!HOLDS.test(head)) end(reader, at);
  reader.start = at + 1;
  reader.parentheses = 0;
  const caught = kind === 'catch' ? inside?.tried : undefined;
  blocks.push({ kind, start: at + 1, from: statements.length, caught, tried: undefined });
}

function close(reader: Reader, at: number): void {
  const { source, blocks, statements } = reader;
  end(reader, at);
  if (blocks.length < 2) return;
  const block = blocks.pop();
  const outside = blocks.at(-1);
  if (!block || !outside) return;
  if (block.kind === 'try') outside.tried = [block.from, statements.length];
  if (!block.caught || blocks.length > DEPTH) return;
  if (HANDS_ON.test(source.slice(block.start, Math.min(at, block.start + LENGTH)))) return;
  for (const one of statements.slice(...block.caught)) one.caught = true;
}
