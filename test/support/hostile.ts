import fc from 'fast-check';
import type { Subject } from '../../src/model/index.ts';

/** Whatever may stand in a YAML file: maps of these keys, lists, these texts and other scalars, nested. */
export function hostileValues(keys: readonly string[], texts: readonly string[]): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom<unknown>(...texts, null, true, 1),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 4 }),
    ),
  })).node;
}

/** How often each id is given, by kind: an id that two subjects have is there twice. */
export const idsOf = (subjects: readonly Subject[]): readonly string[] =>
  subjects.map(({ kind, id }) => `${kind} ${id}`);
