import type { SubjectOf } from '../../model/index.ts';
import { peersOf } from '../resource/peers.ts';
import { resourcesIn, type Row } from '../resource/rows.ts';
import type { Stack } from '../resource/stack.ts';
import table from './address-spaces.json' with { type: 'json' };

interface SpaceRow extends Row {
  readonly of: string;
  readonly blocks: readonly string[];
}

const ROWS: readonly SpaceRow[] = table;

/** Networks and subnets that have addresses of their own. */
export function addressSpaces(stack: Stack): readonly SubjectOf<'address-space'>[] {
  return resourcesIn(stack, ROWS)
    .filter(({ resource, row }) => row.blocks.some((name) => resource.get(name) !== undefined))
    .map(({ resource, row, provider }) =>
      stack.subject('address-space', resource, {
        provider,
        of: row.of === 'network' ? 'network' : 'subnet',
        blocks: peersOf(resource, row.blocks),
      }),
    );
}
