import { known, unknown, type AlertRouteFacts, type Fact } from '../../model/index.ts';
import { parseMatchers, Shadows, type RouteMatcher } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';

/** More routes than this come from aliases within aliases. */
export const MAX_ROUTES = 10_000;

export interface Routes {
  readonly routes: readonly AlertRouteFacts[];
  /** What stands where a list of routes, or a route, should. */
  readonly strays: readonly DataNode[];
  /** Some were left out. */
  readonly more: boolean;
}

/** The routes of a tree, depth first. */
export function readRoutes(root: DataNode, rootMatchers: AlertRouteFacts['matchers']): Routes {
  const routes: AlertRouteFacts[] = [];
  const strays: DataNode[] = [];
  const shadows = new Shadows();
  let more = false;
  const visit = (node: DataNode, parent: number): void => {
    if (routes.length >= MAX_ROUTES) {
      more = true;
      return;
    }
    const index = routes.length;
    const matchers = parent < 0 ? rootMatchers : matchersOf(node);
    routes.push({
      parent,
      receiver: receiverOf(node, routes[parent]),
      matchers,
      continue: node.get('continue').value === true,
      muted: mutedOf(node),
      shadowedBy: shadows.of(parent, matchers),
    });
    if (node.get('continue').value !== true) shadows.add(parent, index, matchers);
    // The parser limits how deep documents nest, and with that this recursion.
    const children = node.get('routes');
    if (children.exists && !children.isList) strays.push(children);
    for (const child of children.items()) {
      if (child.isMap) visit(child, index);
      else strays.push(child);
    }
  };
  visit(root, -1);
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
