import { expect, it } from 'vitest';
import { logsTaken, seesContainerLogs } from './container-logs.ts';

const CHECKOUT = { name: 'checkout', namespace: 'shop', container: 'app' };

it.for([
  [['/var/log/containers/*.log'], 'taken'],
  [['/var/log/containers/*_shop_*.log'], 'taken'],
  [['/var/log/containers/checkout-*.log'], 'taken'],
  [['/var/log/pods/*/*/*.log'], 'taken'],
  [['/var/log/pods/**/*.log'], 'taken'],
  [['/var/log/pods/shop_*/app/*.log'], 'taken'],
  [['/var/lib/docker/containers/*/*.log'], 'taken'],
  [['/var/log/containers/*_other_*.log'], 'left-out'],
  [['/var/log/containers/*.log', '!/var/log/containers/*_shop_*.log'], 'left-out'],
  [['/var/log/containers/*.log', '!/var/log/containers/*_kube-system_*.log'], 'taken'],
  [['/var/log/containers/a.log', '/var/log/pods/*/*/*.log'], 'taken'],
  [['/var/log/nginx/*.log'], undefined],
  [['/var/log/containers/${APP}-*.log'], undefined],
  [['/var/log/containers/[a-z]*.log'], undefined],
  [[], undefined],
] as const)('tells of %j whether it takes what a workload writes', ([patterns, taken]) => {
  expect(logsTaken(patterns, CHECKOUT)).toBe(taken);
});

it('says nothing of a workload whose namespace is not known, where namespaces matter', () => {
  const workload = { ...CHECKOUT, namespace: undefined };
  expect(logsTaken(['/var/log/containers/*.log'], workload)).toBe('taken');
  expect(logsTaken(['/var/log/containers/*_shop_*.log'], workload)).toBeUndefined();
  expect(
    logsTaken(['/var/log/containers/*.log', '!/var/log/containers/*_shop_*.log'], workload),
  ).toBeUndefined();
});

it('compares patterns with many stars without going back further than the last', () => {
  const stars = `/var/log/containers/${'*a'.repeat(130)}`;
  expect(logsTaken([stars, `/${'**/'.repeat(90)}x`], CHECKOUT)).toBe('left-out');
});

it('needs a folder of the machine that holds them', () => {
  expect(seesContainerLogs(['/var/log'])).toBe(true);
  expect(seesContainerLogs(['/'])).toBe(true);
  expect(seesContainerLogs(['/var/lib/docker/containers/'])).toBe(true);
  expect(seesContainerLogs(['/var/lo', '/etc'])).toBe(false);
});
