import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { byDefault, partsOn, textOf, wayTo } from '../resource/part.ts';
import { boolIn, resourcesIn, type Row } from '../resource/rows.ts';
import { isSet, textSetting, textStated, type Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { distributions } from './cloudfront.ts';
import table from './endpoints.json' with { type: 'json' };
import { httpProxies } from './google.ts';
import { classicListeners, listeners } from './listener.ts';
import { versionOf } from './tls.ts';

interface EndpointRow extends Row {
  readonly plain?: Settings;
  /** Blocks that send callers to HTTPS. */
  readonly redirect?: readonly string[];
  readonly tls?: Settings;
  /** Where it is set, what it names is judged instead. */
  readonly tlsElsewhere?: string;
  /** Endpoints of another kind than `EDGE`, whose default is not documented. */
  readonly tlsVaries?: { readonly on: readonly string[]; readonly because: string };
  /** The list of ciphers. */
  readonly ciphers?: string;
}

const ROWS: readonly EndpointRow[] = table;

export function endpoints(stack: Stack): readonly SubjectOf<'endpoint'>[] {
  return [
    ...resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
      stack.subject('endpoint', resource, {
        provider,
        plain: plainOf(resource, row),
        oldestTls: tlsOf(resource, row),
        weakCiphers: weakCiphers(resource, row),
      }),
    ),
    ...listeners(stack),
    ...classicListeners(stack),
    ...distributions(stack),
    ...httpProxies(stack),
  ];
}

function plainOf(resource: Resource, { plain, redirect }: EndpointRow): Fact<boolean> {
  const [redirecting] = redirect ? partsOn(resource, redirect) : [];
  return redirecting ? byDefault(false, redirecting) : boolIn(resource, plain);
}

function tlsOf(resource: Resource, { tls, tlsElsewhere, tlsVaries }: EndpointRow): Fact<number | null> {
  if (!tls || (tlsElsewhere !== undefined && isSet(resource, tlsElsewhere))) return byDefault(null, resource);
  const way = tlsVaries?.on ?? [];
  const [types] = partsOn(resource, way.slice(0, -1)).flatMap((part) => part.get(way.at(-1) ?? '') ?? []);
  const isEdge = !types || elementsOf(types).every((type) => textOf(type) === 'EDGE');
  if (tlsVaries && !isEdge && !textStated(resource, tls))
    return unknown(tlsVaries.because, resource.at, resource.related);
  return versionOf(textSetting(resource, tls));
}

/** `TLS_RSA_…` exchanges keys under the server's own key: who gets that one day reads what was recorded before. */
function weakCiphers(resource: Resource, { ciphers }: EndpointRow): Fact<boolean> {
  const list = ciphers === undefined ? undefined : resource.get(ciphers);
  const weak = list && elementsOf(list).find((cipher) => textOf(cipher)?.startsWith('TLS_RSA_'));
  return weak ? known(true, weak.at, wayTo(weak, resource)) : byDefault(false, resource);
}
