import type { Fact, Subject, SubjectOf } from '../../model/index.ts';
import { accessPolicySubject } from './access.ts';
import type { KubernetesObject } from './object.ts';
import { versionSubject } from './security/api-versions.ts';
import { bindingSubject } from './security/binding.ts';
import { keptSecrets } from './security/kept.ts';
import { isNetworkPolicy, networkPolicySubject, policySelector } from './security/network-policy.ts';
import { programSubject } from './security/program.ts';
import type { Labels } from './selection/labels.ts';
import { annotatedScrape } from './workload/annotated-scrape.ts';
import { budgetSelector, budgetsFor, budgetSubject, type Budgets } from './selection/budget.ts';
import { resourceLimit } from './workload/resource-limit.ts';
import { answered } from './selection/selection.ts';
import { isService, selectorOf, serviceSubject } from './workload/serving.ts';

/** Workloads by the objects that make them. */
export type Made = ReadonlyMap<KubernetesObject, SubjectOf<'workload'>>;

/** What stands around the workloads of a cluster: roles, names, limits, walls, and the versions of all. */
export function clusterSubjects(
  objects: readonly KubernetesObject[],
  made: Made,
  budgets: Budgets,
): readonly Subject[] {
  return [
    ...objects.flatMap((object) =>
      [
        versionSubject(object),
        annotatedScrape(object),
        resourceLimit(object),
        accessPolicySubject(object),
        bindingSubject(object),
        made.has(object) ? programSubject(object) : undefined,
        ...keptSecrets(object),
      ].filter((subject) => subject !== undefined),
    ),
    ...selectingSubjects(objects, [...made.keys()]),
    ...budgetSubjects(made, budgets, [...made.keys()]),
  ];
}

/** Services and policies of networks, each with whether it fits any pods. */
function selectingSubjects(
  objects: readonly KubernetesObject[],
  workloads: readonly KubernetesObject[],
): readonly Subject[] {
  const services = fitting(objects.filter(isService), selectorOf, workloads);
  const policies = fitting(objects.filter(isNetworkPolicy), policySelector, workloads);
  return [
    ...services.map(([object, fits]) => serviceSubject(object, fits)),
    ...policies.map(([object, fits]) => networkPolicySubject(object, fits)),
  ];
}

/** Each object that selects pods by labels, and whether it fits any; undefined where it selects by more. */
function fitting(
  objects: readonly KubernetesObject[],
  labelsOf: (object: KubernetesObject) => Labels | undefined,
  workloads: readonly KubernetesObject[],
): readonly (readonly [KubernetesObject, Fact<boolean> | undefined])[] {
  const selecting = objects.flatMap((object) => {
    const labels = labelsOf(object);
    return labels ? [{ object, labels }] : [];
  });
  const answers = answered(selecting, workloads);
  return objects.map((object) => [object, answers.get(object)]);
}

function budgetSubjects(
  made: Made,
  budgets: Budgets,
  workloads: readonly KubernetesObject[],
): readonly Subject[] {
  const about = new Map<KubernetesObject, SubjectOf<'workload'>[]>(
    [...budgets.values()].flat().map((budget) => [budget, []]),
  );
  for (const [object, workload] of made)
    for (const budget of budgetsFor(object, budgets)) about.get(budget)?.push(workload);
  return fitting([...about.keys()], budgetSelector, workloads).map(([budget, fits]) =>
    budgetSubject(budget, about.get(budget) ?? [], fits),
  );
}
