import { known, type Fact, type SubjectOf } from '../../model/index.ts';
import { elementsOf, textsOf } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, partsOn, textOf, wayTo } from '../resource/part.ts';
import { boolIn, resourcesIn, type Row } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
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
      anyOrigin: anyOrigin(resource),
    }),
  );
}

function anyOrigin(resource: Resource): Fact<boolean> {
  const [cors] = partsOn(resource, ['site_config', 'cors']);
  const value = cors?.get('allowed_origins');
  if (!cors || !value) return byDefault(false, cors ?? resource);
  const any = elementsOf(value).find((origin) => textOf(origin) === '*');
  if (any) return known(true, any.at, wayTo(any, cors));
  return derive(textsOf(value, cors), () => false);
}
