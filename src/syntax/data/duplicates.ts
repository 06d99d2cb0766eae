import type { Diagnostic, SourceFile } from '../../source/index.ts';
import { keyText, kindOf, NodeKind, nextOf, spanOf } from './tape.ts';
import type { Tape } from './tape.ts';

/** A key node that repeats an earlier key of its mapping. */
export interface Duplicate {
  readonly mapping: number;
  readonly key: number;
}

/** One warning for each duplicate, with the first place of the key; linear in the mappings concerned. */
export function reportDuplicates(
  syntax: 'yaml' | 'json',
  file: SourceFile,
  tape: Tape,
  duplicates: readonly Duplicate[],
): Diagnostic[] {
  const firsts = new Map<number, Map<string, number>>();
  return duplicates.map(({ mapping, key }) => {
    const text = keyText(tape, key);
    let first = firsts.get(mapping);
    if (first === undefined) firsts.set(mapping, (first = firstKeys(tape, mapping)));
    const firstSpan = spanOf(tape, first.get(text) ?? key);
    return {
      code: `${syntax}/duplicate-key`,
      level: 'warning',
      message: `The key "${text}" is given more than once; the last one counts here, other programs may differ.`,
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
