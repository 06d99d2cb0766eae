import { isUnknown, known, unknown, valueOf, type Fact } from './fact.ts';
import type { ContainerFacts, RequestFacts } from './kinds/workload.ts';

type Contained = Pick<ContainerFacts, 'init' | 'requests'> & { readonly lasting?: boolean };

/**
 * What a pod asks for by its containers, as the scheduler reckons: those that run together, or the one that runs alone
 * before them, whichever is more. `lasting` are init containers that go on beside the others.
 */
export function requestsOf(containers: readonly Contained[]): RequestFacts {
  return { cpu: largest(containers, 'cpu'), memory: largest(containers, 'memory') };
}

function largest(containers: readonly Contained[], resource: keyof RequestFacts): Fact<number> {
  let together = 0;
  let alone = 0;
  for (const { init, lasting, requests } of containers) {
    const fact = requests[resource];
    if (isUnknown(fact.value)) return unknown(fact.value.unknown, fact.at, fact.related);
    const amount = valueOf(fact) ?? 0;
    if (init && lasting !== true) alone = Math.max(alone, amount);
    else together += amount;
  }
  const [only] = containers;
  return known(Math.round(Math.max(together, alone) * 1e9) / 1e9, only?.requests[resource].at);
}
