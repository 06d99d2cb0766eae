import { expect, it } from 'vitest';
import { known, unknown, type Fact } from './fact.ts';
import { requestsOf } from './requests.ts';

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
