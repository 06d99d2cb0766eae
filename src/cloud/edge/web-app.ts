import type { SubjectOf } from '../../model/index.ts';
import { boolIn, resourcesIn, type Row } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './web-apps.json' with { type: 'json' };

interface WebAppRow extends Row {
  readonly plainFtp: Settings;
  readonly remoteDebugging: Settings;
}

const ROWS: readonly WebAppRow[] = table;

/** Azure's web apps and function apps; the older ones take FTP unless told otherwise, the newer ones do not. */
export function webApps(stack: Stack): readonly SubjectOf<'web-app'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('web-app', resource, {
      provider,
      plainFtp: boolIn(resource, row.plainFtp),
      remoteDebugging: boolIn(resource, row.remoteDebugging),
    }),
  );
}
