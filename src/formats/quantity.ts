import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type ContainerFacts,
  type Fact,
  type RequestFacts,
} from '../model/index.ts';

/** Suffixes of quantities, from Kubernetes' `resource.Quantity`: binary and decimal multiples, and parts. */
const SUFFIXES: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY = /^\+?(\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})(?:[eE]([+-]?\d{1,2})|([numkMGTPE]|[KMGTPE]i)?)$/;

/** The forms of a quantity, for whoever wrote another one. */
export const QUANTITY_FORMS = 'a quantity such as 2, 0.5, 500m, 128Mi, 1Gi or 1e9';

/** A quantity of Kubernetes as a number: cores, bytes or pieces; undefined for what is none, and below zero. */
export function quantityIn(written: string): number | undefined {
  const [, digits, exponent, suffix = ''] = QUANTITY.exec(written) ?? [];
  if (digits === undefined) return undefined;
  const factor = exponent === undefined ? SUFFIXES[suffix] : 10 ** Number(exponent);
  return factor === undefined ? undefined : rounded(Number(digits) * factor);
}

/** Without the noise of binary fractions: nothing here is finer than a billionth. */
function rounded(amount: number): number {
  return amount > 1e6 ? Math.round(amount) : Math.round(amount * 1e9) / 1e9;
}

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
  return known(rounded(Math.max(together, alone)), only?.requests[resource].at);
}
