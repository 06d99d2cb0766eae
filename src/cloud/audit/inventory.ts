import type { SubjectOf } from '../../model/index.ts';
import { boolIn, boolOrNull, resourcesIn, type Row } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './inventories.json' with { type: 'json' };

interface InventoryRow extends Row {
  readonly everyRegion?: Settings;
  readonly everyType: Settings;
}

const ROWS: readonly InventoryRow[] = table;

/** Records of what there is in accounts, and how it is set. */
export function inventories(stack: Stack): readonly SubjectOf<'inventory'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('inventory', resource, {
      provider,
      everyRegion: boolOrNull(resource, row.everyRegion),
      everyType: boolIn(resource, row.everyType),
    }),
  );
}
