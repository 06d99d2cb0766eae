import type { Diagnostic, SourceFile } from '../../source/index.ts';
import { keyText, kindOf, NodeKind, nextOf, spanOf } from './tape.ts';
import type { Tape } from './tape.ts';

/** A key node that repeats an earlier key of its mapping. */
export interface Duplicate {
  readonly mapping: number;
  readonly key: number;
}

/** As many of a document are told one by one. */
const MAX_TOLD = 50;

/** One warning for each duplicate, with the first place of the key; linear in the mappings concerned. */
export function reportDuplicates(
  syntax: 'yaml' | 'json',
  file: SourceFile,
  tape: Tape,
  duplicates: readonly Duplicate[],
): Diagnostic[] {
  const firsts = new Map<number, Map<string, number>>();
  const untold = duplicates.length - MAX_TOLD;
  return duplicates.slice(0, MAX_TOLD).map(({ mapping, key }, index) => {
    const more = untold > 0 && index === MAX_TOLD - 1 ? ` So are ${untold} more keys of this document.` : '';
    const text = keyText(tape, key);
    let first = firsts.get(mapping);
    if (first === undefined) firsts.set(mapping, (first = firstKeys(tape, mapping)));
    const firstSpan = spanOf(tape, first.get(text) ?? key);
    return {
      code: `${syntax}/duplicate-key`,
      level: 'warning',
      message: `The key "${text}" is given more than once; the last one counts here, other programs may differ.${more}`,
      path: file.path,
      location: { file, span: spanOf(tape, key) },
      related: [{ location: { file, span: firstSpan }, message: 'given here first' }],
      help: 'Keep one of them.',
    };
  });
}

function firstKeys(tape: Tape, mapping: number): Map<string, number> {
  const keys = new Map<string, number>();
  const end = nextOf(tape, mapping);
  for (let node = mapping + 1; node < end; node = nextOf(tape, node + 1)) {
    if (kindOf(tape, node) === NodeKind.merge) continue;
    const text = keyText(tape, node);
    if (!keys.has(text)) keys.set(text, node);
  }
  return keys;
}
