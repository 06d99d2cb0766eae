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
