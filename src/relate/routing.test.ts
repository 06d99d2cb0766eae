import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown, type AlertRouteFacts, type AlertRouterFacts } from '../model/index.ts';
import { receiversFor } from './routing.ts';

interface Tree {
  readonly to?: string;
  /** `label operator value`. */
  readonly if?: readonly string[];
  readonly continue?: true;
  readonly routes?: readonly Tree[];
}

/** A router as the Alertmanager format gives it; a route without `to` has its parent's receiver. */
function router(tree: Tree): AlertRouterFacts {
  const routes: AlertRouteFacts[] = [];
  const add = (node: Tree, parent: number): void => {
    const index = routes.length;
    const receiver = node.to === undefined ? routes[parent]?.receiver : known(node.to);
    routes.push({
      parent,
      receiver: receiver ?? unknown('the root route names no receiver'),
      matchers: node.if?.includes('?')
        ? unknown('a matcher cannot be read')
        : known((node.if ?? []).map(matcher)),
      continue: node.continue === true,
      muted: known([]),
      timings: { waitSeconds: known(30), groupSeconds: known(300), repeatSeconds: known(14_400) },
      shadowedBy: null,
    });
    for (const child of node.routes ?? []) add(child, index);
  };
  add(tree, -1);
  return { system: 'alertmanager', receivers: [], routes, undefinedNames: [], inhibitions: [] };
}

function matcher(text: string): { label: string; operator: '=' | '!=' | '=~' | '!~'; value: string } {
  const [label = '', operator = '', value = ''] = text.split(' ');
  return { label, operator: operator as '=', value };
}

const TREE = router({
  to: 'default',
  routes: [
    { to: 'pager', if: ['severity = critical'], continue: true },
    {
      to: 'shop',
      if: ['team =~ shop|catalog'],
      routes: [{ to: 'shop-night', if: ['severity =~ crit.*'] }, { if: ['severity = info'] }],
    },
    { to: 'rest', if: ['team != ', 'severity !~ info|none'] },
  ],
});

describe('an alert', () => {
  it.each([
    ['that no child wants stays at the root', {}, ['default']],
    ['goes on after a child that continues', { severity: 'critical', team: 'shop' }, ['pager', 'shop-night']],
    ['is not kept by the root when only a continuing child took it', { severity: 'critical' }, ['pager']],
    ['goes to the deepest route that matches', { severity: 'warning', team: 'shop' }, ['shop']],
    ['goes to the receiver that a route inherits', { severity: 'info', team: 'catalog' }, ['shop']],
    ['matches patterns as a whole', { severity: 'warning', team: 'workshop' }, ['rest']],
    ['lacks a label as if it were empty', { severity: 'warning' }, ['default']],
  ])('%s', (_, labels, receivers) => {
    expect(receiversFor(TREE, labels)).toEqual({ receivers, possible: [] });
  });
});

describe('doubt', () => {
  it('is told of a label that the series may bring', () => {
    const tree = router({ to: 'default', routes: [{ to: 'infra', if: ['namespace = kube-system'] }] });
    expect(receiversFor(tree, { severity: 'critical' })).toEqual({
      receivers: [],
      possible: ['infra', 'default'],
      uncertain: 'a route depends on the label namespace, which the rule does not set',
    });
    expect(receiversFor(tree, { namespace: 'kube-system' })).toEqual({ receivers: ['infra'], possible: [] });
  });

  it('is told of a label that a template sets', () => {
    const { uncertain } = receiversFor(TREE, { severity: '{{ $labels.severity }}' });
    expect(uncertain).toBe('a route depends on the label severity, which a template sets');
  });

  it('does not arise from a route that another matcher excludes', () => {
    const tree = router({ to: 'a', routes: [{ to: 'b', if: ['pod = x', 'severity = critical'] }] });
    expect(receiversFor(tree, { severity: 'info' })).toEqual({ receivers: ['a'], possible: [] });
  });

  it('leaves sure what is before it, and makes what is after it possible', () => {
    const tree = router({
      to: 'default',
      routes: [
        { to: 'sure', if: ['severity = critical'], continue: true },
        { to: 'perhaps', if: ['?'] },
        { to: 'after', if: ['severity = critical'] },
      ],
    });
    expect(receiversFor(tree, { severity: 'critical' })).toEqual({
      receivers: ['sure'],
      possible: ['perhaps', 'after'],
      uncertain: 'a matcher cannot be read',
    });
  });

  it('does not matter when all ways lead to one receiver', () => {
    const tree = router({ to: 'all', routes: [{ if: ['?'] }] });
    expect(receiversFor(tree, {})).toEqual({ receivers: ['all'], possible: [] });
  });

  it('is told of a pattern that cannot be evaluated', () => {
    const tree = router({ to: 'a', routes: [{ to: 'b', if: ['severity =~ (x+)+'] }] });
    expect(receiversFor(tree, { severity: 'xxxx' }).uncertain).toBe(
      'the pattern "(x+)+" of a route cannot be evaluated',
    );
  });

  it('is told of a route that takes the alert and has no receiver', () => {
    expect(receiversFor(router({}), {})).toEqual({
      receivers: [],
      possible: [],
      uncertain: 'the root route names no receiver',
    });
  });

  it('is told of a configuration without routes', () => {
    const none = { ...router({}), routes: [] };
    expect(receiversFor(none, {}).uncertain).toBe('the configuration has no route');
  });
});

it('reaches what some resolution of the doubts reaches, and nothing else', () => {
  const condition = fc.constantFrom(undefined, ['a = 1'], ['a = 2'], ['?'], ['?']);
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.record({
      to: fc.constantFrom('w', 'x', 'y', 'z'),
      if: condition as fc.Arbitrary<readonly string[]>,
      continue: fc.constantFrom(undefined as unknown as true, true as const),
      routes: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constant([]),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }),
  }));
  fc.assert(
    fc.property(tree, (generated) => {
      const root: Tree = { ...generated, if: [] };
      // Each doubt doubles the worlds.
      fc.pre(JSON.stringify(root).split('"?"').length <= 9);
      const worlds = resolutions(root).map((world) => receiversFor(router(world), { a: '1' }).receivers);
      const { receivers, possible } = receiversFor(router(root), { a: '1' });
      const reached = new Set(worlds.flat());
      expect(new Set([...receivers, ...possible])).toEqual(reached);
      for (const name of receivers) expect(worlds.every((world) => world.includes(name))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** The tree with each doubtful route once sure and once gone. */
function resolutions(tree: Tree): readonly Tree[] {
  let lists: readonly (readonly Tree[])[] = [[]];
  for (const child of tree.routes ?? []) {
    const ways = resolutions(child);
    const without = child.if?.includes('?') ? lists : [];
    lists = [...without, ...lists.flatMap((list) => ways.map((way) => [...list, way]))];
  }
  return lists.map((routes) => ({ ...tree, if: tree.if?.includes('?') ? [] : (tree.if ?? []), routes }));
}
