import { known, type PlanDesignFacts } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { Statements } from '../read/statements.ts';
import { byComponent, byName } from '../subjects/context.ts';

/** How available a component is at best, which is all that statements tell. */
interface Design {
  readonly percent: number;
  readonly terms: readonly string[];
  readonly unstated: readonly string[];
}

/**
 * A component works while it and everything that it depends on work: the product of what each states. Copies of which
 * one is enough fail together only. Undefined when none of them states anything.
 */
export function designOf(name: string, plan: Statements): Design | undefined {
  const components = byName(plan, ['architecture', 'components']);
  const spread = byComponent(plan, ['recovery', 'availability']);
  const needed = new Set([name]);
  const terms: string[] = [];
  const unstated: string[] = [];
  let share = 1;
  // A set that grows while it is walked: each component once, circles or not.
  for (const each of needed) {
    const path = components.get(each);
    if (!path) continue;
    for (const other of plan.texts([...path, 'dependsOn']).value) needed.add(other);
    const whole = plan.number([...path, 'availability']).value;
    const row = spread.get(each);
    const one = row ? plan.number([...row, 'each']).value : null;
    const copies = row ? plan.number([...row, 'replicas']).value : null;
    if (isPercent(whole)) {
      share *= whole / 100;
      terms.push(`${each} ${whole} %`);
    } else if (isPercent(one) && copies !== null && copies >= 1) {
      const all = 1 - (1 - one / 100) ** copies;
      share *= all;
      terms.push(`${each} ${rounded(all * 100)} % (1 − (1 − ${one} %)^${copies})`);
    } else unstated.push(each);
  }
  return terms.length === 0 ? undefined : { percent: rounded(share * 100), terms, unstated };
}

export function designFacts(design: Design | undefined, at: Location): PlanDesignFacts | null {
  if (!design) return null;
  return {
    percent: known(design.percent, at),
    arithmetic: known(design.terms.join(' × '), at),
    unstated: known(design.unstated, at),
  };
}

function isPercent(value: number | null): value is number {
  return value !== null && value > 0 && value <= 100;
}

function rounded(percent: number): number {
  return Math.round(percent * 1e4) / 1e4;
}
