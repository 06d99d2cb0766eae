import type { SubjectOf } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { boolEntry, typesOf, type Entry } from './entry.ts';
import table from './tables/file-systems.json' with { type: 'json' };

const TYPES = typesOf<{ readonly encrypted: Entry }>(table);

/** File systems, of all clouds. Only EFS leaves encryption to its user. */
export function fileSystems(stack: Stack): readonly SubjectOf<'file-system'>[] {
  return TYPES.flatMap(([name, { provider, encrypted }]) =>
    stack
      .of(name)
      .map((resource) =>
        stack.subject('file-system', resource, { provider, encrypted: boolEntry(resource, encrypted) }),
      ),
  );
}
