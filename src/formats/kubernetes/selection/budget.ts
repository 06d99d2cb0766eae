import { isUnknown, known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { namespaceOf, subjectFrom, type KubernetesObject } from '../object.ts';
import { mistyped, textMap } from '../read.ts';
import { isWorkload, podTemplate } from '../workload/kinds.ts';
import { selects } from './labels.ts';

/** More budgets that begin with the same label, or with none, than anyone writes by hand. */
const MAX_ALIKE = 1_000;

/** The budgets that say how many of a workload's pods may be taken away at once, by the object that makes the pods. */
export type Budgets = ReadonlyMap<KubernetesObject, readonly KubernetesObject[]>;

export function isBudget({ kind }: KubernetesObject): boolean {
  return kind === 'PodDisruptionBudget';
}

/** Budgets are looked for by the first label that they ask for, in their namespace. */
export function budgetsOf(objects: readonly KubernetesObject[]): Budgets {
  const budgets = objects.filter(isBudget);
  if (budgets.length === 0) return new Map();
  const alike = new Map<string, number[]>();
  for (const [index, { namespace, root }] of budgets.entries()) {
    const [first] = Object.entries(textMap(root.get('spec', 'selector', 'matchLabels')));
    const key = keyOf(namespace, first);
    const others = alike.get(key);
    if (!others) alike.set(key, [index]);
    else if (others.length < MAX_ALIKE) others.push(index);
  }
  return new Map(
    objects.filter(isWorkload).map((workload) => {
      const labels = textMap(podTemplate(workload).get('metadata', 'labels'));
      const places = [undefined, ...Object.entries(labels)]
        .flatMap((label) => alike.get(keyOf(workload.namespace, label)) ?? [])
        .toSorted((one, other) => one - other);
      const fitting = places
        .flatMap((index) => budgets[index] ?? [])
        .filter(({ root }) => {
          const selector = root.get('spec', 'selector');
          return selector.exists && selects(selector, labels);
        });
      return [workload, fitting];
    }),
  );
}

function keyOf(namespace: string | undefined, label: readonly [string, string] | undefined): string {
  return JSON.stringify([namespace ?? null, label ?? null]);
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
