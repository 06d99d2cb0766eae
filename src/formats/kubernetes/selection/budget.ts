import { isUnknown, known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { namespaceOf, subjectFrom, type KubernetesObject } from '../object.ts';
import { mistyped, textMap } from '../read.ts';
import { podTemplate } from '../workload/kinds.ts';
import { selects, type Labels } from './labels.ts';

/** More budgets in one namespace than anyone writes by hand. */
const MAX_BUDGETS = 1_000;

/** PodDisruptionBudgets by their namespace. */
export type Budgets = ReadonlyMap<string, readonly KubernetesObject[]>;

export function budgetsOf(objects: readonly KubernetesObject[]): Budgets {
  const budgets = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    if (!isBudget(object)) continue;
    const key = object.namespace ?? '';
    const alike = budgets.get(key);
    if (!alike) budgets.set(key, [object]);
    else if (alike.length < MAX_BUDGETS) alike.push(object);
  }
  return budgets;
}

export function isBudget({ kind }: KubernetesObject): boolean {
  return kind === 'PodDisruptionBudget';
}

/** The labels that a budget selects pods by; undefined where it does so by expressions, too. */
export function budgetSelector({ root }: KubernetesObject): Labels | undefined {
  const selector = root.get('spec', 'selector');
  return selector.get('matchExpressions').items().length > 0
    ? undefined
    : textMap(selector.get('matchLabels'));
}

/** The budgets that say how many of a workload's pods may be taken away at once. */
export function budgetsFor(object: KubernetesObject, budgets: Budgets): readonly KubernetesObject[] {
  const alike = budgets.get(object.namespace ?? '') ?? [];
  if (alike.length === 0) return [];
  const labels = textMap(podTemplate(object).get('metadata', 'labels'));
  return alike.filter(({ root }) => {
    const selector = root.get('spec', 'selector');
    return selector.exists && selects(selector, labels);
  });
}

/** A budget, and the workloads that it is about, each with how many of its pods may be taken away. */
export function budgetSubject(
  budget: KubernetesObject,
  workloads: readonly SubjectOf<'workload'>[],
  fits: Fact<boolean> | undefined,
): SubjectOf<'disruption-budget'> {
  const never = sparesNone(budget.root.get('spec'));
  return subjectFrom(budget, 'disruption-budget', {
    namespace: namespaceOf(budget),
    never: known(never !== undefined, never?.at ?? budget.location),
    fits:
      workloads.length > 0
        ? known(true, budget.location)
        : (fits ?? unknown('it selects by expressions', budget.location)),
    about: workloads.map(({ name, facts }) => ({
      workload: known(name, budget.location),
      replicas: facts.replicas,
      spared: sparedOf(budget.root.get('spec'), facts.replicas),
    })),
  });
}

/**
 * How many pods may be away at once: `maxUnavailable`, or what `minAvailable` leaves. Percentages are rounded up,
 * as Kubernetes does for both. https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
function sparedOf(spec: DataNode, replicas: Fact<number>): Fact<number> {
  const [most, least] = [spec.get('maxUnavailable'), spec.get('minAvailable')];
  const node = most.exists ? most : least;
  // An empty budget takes `minAvailable: 1`.
  if (!node.exists && isUnknown(replicas.value)) return unknown(replicas.value.unknown, spec.header);
  const share = node.exists ? shareOf(node) : { count: 1 };
  if (!share) return mistyped(node, 'a number or a percentage');
  const place = node.exists ? node.at : spec.header;
  if (isUnknown(replicas.value)) return unknown(replicas.value.unknown, place);
  const pods = share.count ?? Math.ceil((replicas.value * (share.percent ?? 0)) / 100);
  return known(most.exists ? pods : Math.max(0, replicas.value - pods), place);
}

/** What lets no pod go however many there are. */
function sparesNone(spec: DataNode): DataNode | undefined {
  const [most, least] = [spec.get('maxUnavailable'), spec.get('minAvailable')];
  if (most.exists && shareOf(most)?.count === 0) return most;
  return shareOf(least)?.percent === 100 ? least : undefined;
}

function shareOf(node: DataNode): { readonly count?: number; readonly percent?: number } | undefined {
  if (typeof node.value === 'number') return { count: node.value };
  const [, percent] = /^(\d{1,3})%$/.exec(node.text ?? '') ?? [];
  if (percent === undefined) return undefined;
  return percent === '0' ? { count: 0 } : { percent: Number(percent) };
}
