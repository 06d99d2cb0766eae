import type { Config } from '../read/config.ts';
import type { Value } from '../read/value.ts';
import { CONTEXTS, type Context } from './context.ts';
import type { Literals } from './condition.ts';
import { runsByRefs } from './refs.ts';
import { admittedBy, ruleHolds, RULES } from './rule.ts';

/** How a job runs in a kind of pipeline. */
export interface Outcome {
  readonly when: string;
  /** What says so. */
  readonly at: Value;
  /** Its failure does not count: `allow_failure`, with what says so, or that it is an optional manual job. */
  readonly allowed: Allowed;
  readonly context: number;
  /** What it waits for, where its rule says so. */
  readonly needs: Value | undefined;
}

export type Allowed =
  { readonly kind: 'no' } | { readonly kind: 'yes' | 'codes' | 'optional'; readonly value: Value };

/** How a job may run; empty when it never does. */
export function outcomesOf(
  config: Config,
  name: string,
  within: number,
  inChild: boolean,
): readonly Outcome[] {
  const found: Outcome[] = [];
  const started = workflowStarts(config, within, inChild);
  for (const [index, context] of CONTEXTS.entries()) {
    const bit = 1 << index;
    if ((started & bit) === 0) continue;
    found.push(...outcomesIn(config, name, context, bit, inChild));
  }
  return found;
}

/** The kinds of pipelines that `workflow` lets start. */
export function workflowStarts(config: Config, within: number, inChild: boolean): number {
  const rules = config.top.get('workflow', 'rules');
  return rules.exists ? admittedBy(rules, within, inChild, literalsOf(config, undefined)) : within;
}

function outcomesIn(
  config: Config,
  name: string,
  context: Context,
  bit: number,
  inChild: boolean,
): readonly Outcome[] {
  const job = config.job(name);
  const rules = job.get('rules');
  const literals = literalsOf(config, name);
  if (!rules.exists) {
    const always = config.top.get('workflow', 'rules').exists;
    if (runsByRefs(job, context, inChild, literals, always) === false) return [];
    const outcome = outcomeOf(job, undefined, bit);
    return outcome.when === 'never' ? [] : [outcome];
  }
  const found: Outcome[] = [];
  for (const rule of rules.values().slice(0, RULES)) {
    const truth = ruleHolds(rule, context, inChild, literals);
    if (truth === false) continue;
    const outcome = outcomeOf(job, rule, bit);
    if (outcome.when !== 'never') found.push(outcome);
    if (truth === true) break;
  }
  return found;
}

/** A manual job is optional, unless a rule makes it manual: then the pipeline waits for it. */
function outcomeOf(job: Value, rule: Value | undefined, context: number): Outcome {
  const own = job.get('when');
  const ruled = rule?.get('when');
  const at = ruled?.exists ? ruled : own.exists ? own : (rule ?? job);
  const when = ruled?.text ?? own.text ?? 'on_success';
  const stated = [rule?.get('allow_failure'), job.get('allow_failure')].find((value) => value?.exists);
  const ruledNeeds = rule?.get('needs');
  const needs = ruledNeeds?.exists ? ruledNeeds : undefined;
  if (stated) return { when, at, allowed: allowedBy(stated), context, needs };
  const optional = own.text === 'manual';
  return { when, at, allowed: optional ? { kind: 'optional', value: own } : { kind: 'no' }, context, needs };
}

function allowedBy(value: Value): Allowed {
  if (value.isMap) return { kind: 'codes', value: value.get('exit_codes') };
  return value.flag === true ? { kind: 'yes', value } : { kind: 'no' };
}

function literalsOf(config: Config, name: string | undefined): Literals {
  return (variable) => {
    const value =
      name === undefined ? config.top.get('variables', variable) : config.variable(name, variable);
    const text = value?.isMap ? value.get('value').text : value?.text;
    return text?.includes('$') ? undefined : text;
  };
}
