import type { AlertRouteFacts } from '../../model/index.ts';
import { Shadows } from './shadows.ts';

/** More routes than this come from aliases within aliases. */
export const MAX_ROUTES = 10_000;

/** A route as a format reads it; the parent gives what a route does not say. */
export type RouteRead = Pick<AlertRouteFacts, 'receiver' | 'matchers' | 'continue' | 'muted' | 'timings'>;

/** Where a tree of routes is written. */
export interface RouteSource<Node> {
  /** `parent` is nothing for the root. */
  readonly read: (node: Node, parent: AlertRouteFacts | undefined) => RouteRead;
  readonly children: (node: Node) => readonly Node[];
}

/** The routes of a tree, depth first; `more` when some were left out. How deep it is, its parser limits, and with that this recursion. */
export function walkRoutes<Node>(
  root: Node,
  { read, children }: RouteSource<Node>,
): { readonly routes: readonly AlertRouteFacts[]; readonly more: boolean } {
  const routes: AlertRouteFacts[] = [];
  const shadows = new Shadows();
  let more = false;
  const visit = (node: Node, parent: number): void => {
    if (routes.length >= MAX_ROUTES) {
      more = true;
      return;
    }
    const index = routes.length;
    const route = read(node, routes[parent]);
    routes.push({ parent, ...route, shadowedBy: shadows.of(parent, route.matchers) });
    if (!route.continue) shadows.add(parent, index, route.matchers);
    for (const child of children(node)) visit(child, index);
  };
  visit(root, -1);
  return { routes, more };
}
