import type { Location } from '../../source/index.ts';
import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type AlertRouterFacts,
  type AlertRouteFacts,
  type Fact,
} from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { inhibitionsOf } from './inhibitions.ts';
import { receiverFacts } from './receivers.ts';
import { matchersOf, readRoutes } from './routes.ts';

/** One configuration, wherever it is kept. */
export interface RouterConfig {
  /** Has `route` and `receivers`. */
  readonly body: DataNode;
  readonly name: string;
  readonly location: Location;
  /** Where it belongs to, for objects of a cluster. */
  readonly namespace: string | undefined;
  readonly rootMatchers: AlertRouteFacts['matchers'];
}

export interface Router {
  readonly facts: AlertRouterFacts;
  /** What stands where a route or a receiver should. */
  readonly strays: readonly DataNode[];
  /** There are more routes than are read. */
  readonly more: boolean;
}

export function readRouter(config: RouterConfig): Router {
  const { routes, strays, more } = readRoutes(config.body.get('route'), config.rootMatchers);
  const entries = config.body.get('receivers').items();
  const receivers = entries.filter((entry) => entry.isMap).map(receiverFacts);
  return {
    facts: {
      system: 'alertmanager',
      receivers,
      routes,
      undefinedNames: undefinedNames(config, routes, receivers),
      inhibitions: inhibitionsOf(config.body),
    },
    strays: [...strays, ...entries.filter((entry) => !entry.isMap)],
    more,
  };
}

/** Receivers and time intervals that routes name and nothing defines; those that stand elsewhere for an object are left out. */
function undefinedNames(
  { body, namespace }: RouterConfig,
  routes: AlertRouterFacts['routes'],
  receivers: AlertRouterFacts['receivers'],
): AlertRouterFacts['undefinedNames'] {
  const defined = new Set(receivers.map(({ name }) => valueOf(name)));
  const intervals = new Set(
    ['time_intervals', 'mute_time_intervals', 'muteTimeIntervals']
      .flatMap((key) => body.get(key).items())
      .map((interval) => interval.get('name').text),
  );
  const found = new Map<string, Fact<string>>();
  for (const { receiver, muted } of routes) {
    const name = valueOf(receiver);
    if (name !== undefined && !defined.has(name))
      found.set(`receiver ${name}`, known(`receiver ${name}`, receiver.at));
    for (const interval of valueOf(muted) ?? [])
      if (!intervals.has(interval) && namespace === undefined)
        found.set(`time interval ${interval}`, known(`time interval ${interval}`, muted.at));
  }
  return [...found.values()];
}

/**
 * The operator lets the routes of an AlertmanagerConfig see alerts of its own namespace only, and so does
 * VictoriaMetrics' unless an object is made to see all.
 */
export function namespaceMatchers(root: DataNode): AlertRouteFacts['matchers'] {
  const own = matchersOf(root.get('spec', 'route'));
  if (root.get('spec', 'disable_namespace_matcher').value === true) return own;
  const namespace = root.get('metadata', 'namespace');
  if (namespace.text === undefined)
    return unknown('the namespace, which the operator adds as a matcher, is not stated', namespace.at);
  if (isUnknown(own.value)) return own;
  const added = { label: 'namespace', operator: '=', value: namespace.text } as const;
  return known([added, ...own.value.filter(({ label }) => label !== 'namespace')], namespace.at);
}
