import { expect, it } from 'vitest';
import { known, unknown, type Fact } from '../model/index.ts';
import { quantityIn, requestsOf } from './quantity.ts';

it.each([
  ['2', 2],
  ['0.5', 0.5],
  ['500m', 0.5],
  ['.5', 0.5],
  ['128Mi', 134217728],
  ['1Gi', 1073741824],
  ['1G', 1e9],
  ['1e3', 1000],
  ['12E', 12e18],
  ['100n', 1e-7],
])('%s is %d', (written, amount) => {
  expect(quantityIn(written)).toBe(amount);
});

it.each(['', '1 Gi', '1gi', '500 m', '-1', '0x10', '1KB', '1.2.3', '1e', 'Gi', '9'.repeat(40)])(
  '%j is no quantity',
  (written) => {
    expect(quantityIn(written)).toBeUndefined();
  },
);

it('asks for what runs together, or for what runs alone before it', () => {
  const container = (cpu: Fact<number | null>, init = false, lasting = false) => ({
    init,
    lasting,
    requests: { cpu, memory: known(null) },
  });
  const of = (...containers: Parameters<typeof requestsOf>[0][number][]): unknown =>
    requestsOf(containers).cpu.value;
  expect(of(container(known(0.5)), container(known(0.25)))).toBe(0.75);
  expect(of(container(known(0.5)), container(known(2), true))).toBe(2);
  expect(of(container(known(0.5)), container(known(2), true, true))).toBe(2.5);
  expect(of(container(known(0.5)), container(known(null)))).toBe(0.5);
  expect(of(container(known(0.5)), container(unknown('it is filled in')))).toEqual({
    unknown: 'it is filled in',
  });
});
