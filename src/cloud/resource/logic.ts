import { isUnknown, unknown, valueOf, type Fact } from '../../model/index.ts';

/** What can be said of a fact's value, at the fact's place; unknown stays unknown for the same reason. */
export function derive<A, B>(fact: Fact<A>, change: (value: A) => B): Fact<B> {
  const { value, ...place } = fact;
  return { ...place, value: isUnknown(value) ? value : change(value) };
}

/** True where one is true, with its place; unknown where none is but one could be; else `otherwise`. */
export function anyTrue(facts: readonly Fact<boolean>[], otherwise: Fact<boolean>): Fact<boolean> {
  return decidedBy(facts, true) ?? otherwise;
}

/** False where one is false, with its place; unknown where none is but one could be; else `otherwise`. */
export function allTrue(facts: readonly Fact<boolean>[], otherwise: Fact<boolean>): Fact<boolean> {
  return decidedBy(facts, false) ?? otherwise;
}

/** The first that has the value which decides, else the first that could have it. */
function decidedBy(facts: readonly Fact<boolean>[], deciding: boolean): Fact<boolean> | undefined {
  return facts.find((fact) => valueOf(fact) === deciding) ?? facts.find((fact) => isUnknown(fact.value));
}

/** A condition unless something prevents it: false at the preventing place, unknown where either could decide. */
export function unless(condition: Fact<boolean>, preventions: readonly Fact<boolean>[]): Fact<boolean> {
  if (valueOf(condition) === false) return condition;
  const prevented = preventions.find((fact) => valueOf(fact) === true);
  if (prevented) return derive(prevented, () => false);
  const open = preventions.find((fact) => isUnknown(fact.value));
  if (open && isUnknown(open.value)) return unknown(open.value.unknown, open.at, open.related);
  return condition;
}

/** The least of some numbers, or the first that is not known. */
export function least(facts: readonly Fact<number>[]): Fact<number> | undefined {
  return (
    facts.find((fact) => isUnknown(fact.value)) ??
    facts.toSorted((a, b) => (valueOf(a) ?? 0) - (valueOf(b) ?? 0))[0]
  );
}
