import type { Location } from '../../source/index.ts';
import { isUnknown, known, unknown, type AlertRouterFacts, type AlertRouteFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
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
    facts: { system: 'alertmanager', receivers, routes },
    strays: [...strays, ...entries.filter((entry) => !entry.isMap)],
    more,
  };
}

function receiverFacts(receiver: DataNode): AlertRouterFacts['receivers'][number] {
  const name = receiver.get('name');
  const channel = channelOf(receiver);
  return {
    name:
      name.text === undefined
        ? unknown('the receiver has no name', receiver.header)
        : known(name.text, name.at),
    notifies: known(channel !== undefined, channel?.header ?? receiver.header),
  };
}

/** The first list of notifiers, `slack_configs` or `slackConfigs`, that has one with something in it. */
function channelOf(receiver: DataNode): DataNode | undefined {
  return receiver
    .entries()
    .filter(([key]) => /_configs$|Configs$/.test(key))
    .map(([, list]) => list)
    .find((list) => list.items().some((entry) => entry.entries().length > 0));
}

/** The operator lets the routes of an AlertmanagerConfig see alerts of its own namespace only. */
export function namespaceMatchers(root: DataNode): AlertRouteFacts['matchers'] {
  const own = matchersOf(root.get('spec', 'route'));
  const namespace = root.get('metadata', 'namespace');
  if (namespace.text === undefined)
    return unknown('the namespace, which the operator adds as a matcher, is not stated', namespace.at);
  if (isUnknown(own.value)) return own;
  const added = { label: 'namespace', operator: '=', value: namespace.text } as const;
  return known([added, ...own.value.filter(({ label }) => label !== 'namespace')], namespace.at);
}
