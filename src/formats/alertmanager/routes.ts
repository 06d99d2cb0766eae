import { known, unknown, type AlertRouteFacts, type Fact } from '../../model/index.ts';
import { parseMatchers, timingsOf, walkRoutes, type RouteMatcher } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';

export interface Routes {
  readonly routes: readonly AlertRouteFacts[];
  /** What stands where a list of routes, or a route, should. */
  readonly strays: readonly DataNode[];
  /** Some were left out. */
  readonly more: boolean;
}

/** The routes of a tree, depth first. */
export function readRoutes(root: DataNode, rootMatchers: AlertRouteFacts['matchers']): Routes {
  const strays: DataNode[] = [];
  const { routes, more } = walkRoutes(root, {
    read: (node, parent) => ({
      receiver: receiverOf(node, parent),
      matchers: parent ? matchersOf(node) : rootMatchers,
      continue: node.get('continue').value === true,
      muted: mutedOf(node),
      timings: timingsOf((name) => node.get(name), parent?.timings),
    }),
    children: (node) => {
      const list = node.get('routes');
      if (list.exists && !list.isList) strays.push(list);
      strays.push(...list.items().filter(({ isMap }) => !isMap));
      return list.items().filter(({ isMap }) => isMap);
    },
  });
  return { routes, strays, more };
}

function mutedOf(node: DataNode): AlertRouteFacts['muted'] {
  const lists = [
    'mute_time_intervals',
    'muteTimeIntervals',
    'active_time_intervals',
    'activeTimeIntervals',
  ].map((key) => node.get(key));
  const stated = lists.filter((list) => list.texts().length > 0);
  return known(
    stated.flatMap((list) => list.texts()),
    (stated[0] ?? node).header,
  );
}

/** A route without a receiver hands alerts to that of its parent. */
function receiverOf(node: DataNode, parent: AlertRouteFacts | undefined): Fact<string> {
  const receiver = node.get('receiver');
  if (receiver.text !== undefined) return known(receiver.text, receiver.at);
  if (receiver.exists) return unknown('the receiver is no text', receiver.at);
  return parent?.receiver ?? unknown('the root route names no receiver', receiver.at);
}

/** What a route asks of alerts; `prefix` for what inhibitions ask of sources and targets. */
export function matchersOf(node: DataNode, prefix = ''): AlertRouteFacts['matchers'] {
  const matchers: RouteMatcher[] = [];
  for (const [key, operator] of [
    [`${prefix}match`, '='],
    [`${prefix}match_re`, '=~'],
  ] as const) {
    for (const [label, { value }] of node.get(key).entries())
      matchers.push({ label, operator, value: scalarText(value) });
  }
  const list =
    [`${prefix}matchers`, `${prefix}Match`].map((key) => node.get(key)).find((part) => part.exists) ??
    node.get(`${prefix}matchers`);
  for (const entry of list.isList ? list.items() : list.exists ? [list] : []) {
    const parsed = entry.isMap ? operatorMatcher(entry) : parseMatchers(entry.text ?? '');
    if (!parsed)
      return unknown(`the matcher ${JSON.stringify(entry.text ?? 'of the route')} cannot be read`, entry.at);
    matchers.push(...parsed);
  }
  const stated = [list, node.get(`${prefix}match`), node.get(`${prefix}match_re`)].find(
    (part) => part.exists,
  );
  return known(matchers, stated?.header ?? node.header);
}

/** AlertmanagerConfig writes `{name, value, matchType}`, and before that `{name, value, regex}`. */
function operatorMatcher(entry: DataNode): readonly RouteMatcher[] | undefined {
  const label = entry.get('name').text;
  if (label === undefined) return undefined;
  const type = entry.get('matchType').text ?? (entry.get('regex').value === true ? '=~' : '=');
  if (type !== '=' && type !== '!=' && type !== '=~' && type !== '!~') return undefined;
  return [{ label, operator: type, value: scalarText(entry.get('value').value) }];
}

function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
