import { valueOf, type Subject } from '../model/index.ts';
import type { Rule } from '../policy/index.ts';

const CLOUDS: ReadonlySet<string> = new Set(['aws', 'azure', 'gcp']);

/** Tools that keep what they have made in a state of their own. */
const STATEFUL: ReadonlySet<string> = new Set(['terraform', 'opentofu', 'pulumi']);

/**
 * The rules as this plan requires them. A rule about databases is not required of a plan that has none, so that its
 * criterion does not stay open for ever; where there is one among the files, or the plan names no component and no
 * service, it is.
 */
export function requiredRules(rules: readonly Rule[], subjects: readonly Subject[]): readonly Rule[] {
  const needs = needsOf(subjects);
  if (needs === undefined) return rules;
  const kinds = new Set<string>(subjects.map(({ kind }) => kind));
  return rules.map((rule) => {
    const { required, requiredFor, appliesTo } = rule;
    if (!required || requiredFor.length === 0) return rule;
    const stands = requiredFor.some((need) => needs.has(need)) || appliesTo.some((kind) => kinds.has(kind));
    return stands ? rule : { ...rule, required: false };
  });
}

/** What the plan has; undefined where it does not say what it is made of. */
function needsOf(subjects: readonly Subject[]): ReadonlySet<string> | undefined {
  const needs = new Set<string>();
  let told = false;
  for (const subject of subjects) {
    switch (subject.kind) {
      case 'plan-component':
        told = true;
        needs.add(valueOf(subject.facts.type) ?? '');
        break;
      case 'plan-environment':
        for (const { type } of subject.facts.services) {
          told = true;
          needs.add(valueOf(type) ?? '');
        }
        if (CLOUDS.has(valueOf(subject.facts.provider) ?? '')) needs.add('cloud');
        break;
      case 'plan':
        if (CLOUDS.has(valueOf(subject.facts.provider) ?? '')) needs.add('cloud');
        if (STATEFUL.has(valueOf(subject.facts.tool) ?? '')) needs.add('state');
        break;
      default:
    }
  }
  return told ? needs : undefined;
}
