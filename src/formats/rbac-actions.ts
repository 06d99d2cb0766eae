import type { Unknown } from '../model/index.ts';

/** More combinations of group, resource and verb in one rule than anyone writes by hand. */
const MAX_ACTIONS = 5_000;

/** What a rule of Kubernetes' RBAC allows, as `group/resource:verb`; unknown when it combines to too many. */
export function rbacActions(
  groups: readonly string[],
  resources: readonly string[],
  verbs: readonly string[],
): readonly string[] | Unknown {
  if (groups.length * resources.length * verbs.length > MAX_ACTIONS)
    return { unknown: `the rule combines to more than ${MAX_ACTIONS} actions` };
  return groups.flatMap((group) =>
    resources.flatMap((resource) => verbs.map((verb) => `${group}/${resource}:${verb}`)),
  );
}
