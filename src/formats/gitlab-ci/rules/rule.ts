import type { Value } from '../read/value.ts';
import { holds, type Literals, type Truth } from './condition.ts';
import { ALL, CONTEXTS, type Context } from './context.ts';

/** Rules of one list that are looked at. */
export const RULES = 200;

/** The kinds of pipelines in which the first rule that holds says yes, of a workflow or an include. */
export function admittedBy(rules: Value, within: number, inChild: boolean, literals: Literals): number {
  let set = 0;
  for (const [index, context] of CONTEXTS.entries()) {
    const bit = 1 << index;
    if ((within & bit) === 0) continue;
    for (const rule of rules.values().slice(0, RULES)) {
      const truth = ruleHolds(rule, context, inChild, literals);
      if (truth === false) continue;
      if (rule.get('when').text !== 'never') set |= bit;
      if (truth === true) break;
    }
  }
  return set & ALL;
}

export function ruleHolds(rule: Value, context: Context, inChild: boolean, literals: Literals): Truth {
  if (!rule.isMap) return undefined;
  const condition = rule.get('if');
  const truth = condition.exists ? holds(condition.text ?? '', context, inChild, literals) : true;
  // Which files a commit changes, and which there are then, is not known before.
  return truth === true && (rule.get('changes').exists || rule.get('exists').exists) ? undefined : truth;
}
