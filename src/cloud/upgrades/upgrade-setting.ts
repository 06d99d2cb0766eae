import type { SubjectOf } from '../../model/index.ts';
import { boolIn, resourcesIn, type Row } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './upgrade-settings.json' with { type: 'json' };

interface UpgradeRow extends Row {
  readonly automatic: Settings;
}

const ROWS: readonly UpgradeRow[] = table;

/** What the cloud may renew by itself, of all clouds. */
export function upgradeSettings(stack: Stack): readonly SubjectOf<'upgrade-setting'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('upgrade-setting', resource, { provider, automatic: boolIn(resource, row.automatic) }),
  );
}
