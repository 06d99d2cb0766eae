import {
  known,
  unknown,
  valueOf,
  type AlertRouteFacts,
  type AlertRouterFacts,
  type Fact,
  type ReceiverFacts,
} from '../../../model/index.ts';
import { parseMatchers, timingsOf, walkRoutes, type RouteMatcher } from '../../../monitoring/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { PRESET } from './contact-points.ts';

/** What all files together define. */
export interface Defined {
  readonly receivers: readonly ReceiverFacts[];
  readonly muteTimings: ReadonlySet<string>;
}

/** Facts of a tree of notification policies; without one the contact points alone. */
export function routerFacts(policy: DataNode | undefined, defined: Defined): AlertRouterFacts {
  const routes = policy ? routesOf(policy) : [];
  const { receivers } = defined;
  const preset = receivers.some(({ name }) => name.value === PRESET);
  const at = routes.find(({ receiver }) => receiver.value === PRESET)?.receiver.at;
  return {
    system: 'grafana',
    receivers: preset || !at ? receivers : [...receivers, presetFacts(at)],
    routes,
    undefinedNames: undefinedNames(routes, defined),
    inhibitions: [],
  };
}

function presetFacts(at: ReceiverFacts['name']['at']): ReceiverFacts {
  return {
    name: known(PRESET, at),
    notifies: known(false, at),
    channels: [],
    ways: ['email'],
    openChannels: [],
    leftOpen: [],
    exampleAddresses: [],
  };
}

/** Names that nothing defines. Where files define nothing, people do, in the browser. */
function undefinedNames(
  routes: readonly AlertRouteFacts[],
  { receivers, muteTimings }: Defined,
): readonly Fact<string>[] {
  if (receivers.length === 0 && muteTimings.size === 0) return [];
  const names = new Set(receivers.map(({ name }) => valueOf(name)));
  const found = new Map<string, Fact<string>>();
  for (const { receiver, muted } of routes) {
    const name = valueOf(receiver);
    if (name !== undefined && name !== PRESET && receivers.length > 0 && !names.has(name))
      found.set(`receiver ${name}`, known(`receiver ${name}`, receiver.at));
    for (const timing of valueOf(muted) ?? [])
      if (!muteTimings.has(timing))
        found.set(`time interval ${timing}`, known(`time interval ${timing}`, muted.at));
  }
  return [...found.values()];
}

function routesOf(root: DataNode): readonly AlertRouteFacts[] {
  return walkRoutes(root, {
    read: (node, parent) => ({
      receiver: receiverOf(node, parent),
      matchers: parent ? matchersOf(node) : known([], node.header),
      continue: node.get('continue').value === true,
      muted: mutedOf(node),
      timings: timingsOf((name) => node.get(name), parent?.timings),
    }),
    children: (node) =>
      node
        .get('routes')
        .items()
        .filter(({ isMap }) => isMap),
  }).routes;
}

function receiverOf(node: DataNode, parent: AlertRouteFacts | undefined): Fact<string> {
  const receiver = node.get('receiver');
  if (receiver.text !== undefined && /\$\{|^\$/.test(receiver.text))
    return unknown('a variable names the contact point', receiver.at);
  if (receiver.text !== undefined) return known(receiver.text, receiver.at);
  return parent?.receiver ?? unknown('the policy names no contact point', receiver.at);
}

function mutedOf(node: DataNode): AlertRouteFacts['muted'] {
  const lists = ['mute_time_intervals', 'active_time_intervals'].map((key) => node.get(key));
  const stated = lists.filter((list) => list.texts().length > 0);
  return known(
    stated.flatMap((list) => list.texts()),
    (stated[0] ?? node).header,
  );
}

/** As texts, as triples, or as maps of the labels. */
function matchersOf(node: DataNode): AlertRouteFacts['matchers'] {
  const matchers: RouteMatcher[] = [];
  for (const entry of node.get('matchers').items()) {
    const parsed = parseMatchers(entry.text ?? '');
    if (!parsed) return unreadable(entry);
    matchers.push(...parsed);
  }
  for (const entry of node.get('object_matchers').items()) {
    const parsed = triple(entry);
    if (!parsed) return unreadable(entry);
    matchers.push(parsed);
  }
  for (const [key, operator] of [
    ['match', '='],
    ['match_re', '=~'],
  ] as const)
    for (const [label, value] of node.get(key).entries())
      matchers.push({ label, operator, value: scalarText(value) ?? '' });
  const stated = ['matchers', 'object_matchers', 'match', 'match_re'].map((key) => node.get(key));
  return known(matchers, (stated.find(({ exists }) => exists) ?? node).header);
}

function triple(entry: DataNode): RouteMatcher | undefined {
  const [label, operator, value] = entry.items().map(scalarText);
  if (label === undefined || value === undefined) return undefined;
  if (operator !== '=' && operator !== '!=' && operator !== '=~' && operator !== '!~') return undefined;
  return { label, operator, value };
}

function unreadable(entry: DataNode): Fact<never> {
  return unknown(`the matcher ${JSON.stringify(entry.text ?? 'of the policy')} cannot be read`, entry.at);
}
