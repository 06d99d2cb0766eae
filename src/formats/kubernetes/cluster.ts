import type { Fact, Subject, SubjectOf } from '../../model/index.ts';
import { accessPolicySubject } from './access.ts';
import type { KubernetesObject } from './object.ts';
import { versionSubject } from './security/api-versions.ts';
import { bindingSubject } from './security/binding.ts';
import { keptSecrets } from './security/kept.ts';
import { isNetworkPolicy, networkPolicySubject } from './security/network-policy.ts';
import { proofSubject } from './security/proof.ts';
import { programSubject } from './security/program.ts';
import { labelsIn, type Labels } from './selection/labels.ts';
import { annotatedScrape } from './workload/annotated-scrape.ts';
import { budgetSubject, isBudget, type Budgets } from './selection/budget.ts';
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
        proofSubject(object),
        made.has(object) ? programSubject(object) : undefined,
        ...keptSecrets(object),
      ].filter((subject) => subject !== undefined),
    ),
    ...selectingSubjects(objects, [...made.keys()]),
    ...budgetSubjects(objects, made, budgets),
  ];
}

/** Services and policies of networks, each with whether it fits any pods. */
function selectingSubjects(
  objects: readonly KubernetesObject[],
  workloads: readonly KubernetesObject[],
): readonly Subject[] {
  const services = fitting(objects.filter(isService), selectorOf, workloads);
  const policies = fitting(
    objects.filter(isNetworkPolicy),
    ({ root }) => labelsIn(root.get('spec', 'podSelector')),
    workloads,
  );
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
  objects: readonly KubernetesObject[],
  made: Made,
  budgets: Budgets,
): readonly Subject[] {
  const about = new Map<KubernetesObject, SubjectOf<'workload'>[]>(
    objects.filter(isBudget).map((budget) => [budget, []]),
  );
  for (const [object, workload] of made)
    for (const budget of budgets.get(object) ?? []) about.get(budget)?.push(workload);
  const labelsOf = ({ root }: KubernetesObject): Labels | undefined => labelsIn(root.get('spec', 'selector'));
  return fitting([...about.keys()], labelsOf, [...made.keys()]).map(([budget, fits]) =>
    budgetSubject(budget, about.get(budget) ?? [], fits),
  );
}
