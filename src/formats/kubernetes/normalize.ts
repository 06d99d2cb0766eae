import type { Diagnostic } from '../../source/index.ts';
import type { Subject, SubjectOf } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { uniqueIds } from '../unique-ids.ts';
import { RBAC } from './access.ts';
import { backupSubjects } from './backup/backups.ts';
import { clusterSubjects } from './cluster.ts';
import { isReplacing, replacementsOf, type Replacements } from './images/replacements.ts';
import {
  indexBy,
  nearest,
  readObject,
  referenceKey,
  resourceSubject,
  type KubernetesObject,
  type ObjectIndex,
} from './object.ts';
import { rolloutSubject } from './rollout/argo.ts';
import { releaseSubjects } from './rollout/subjects.ts';
import { templatesOf, type Templates } from './rollout/templates.ts';
import { shapeProblems } from './shape.ts';
import { budgetsOf, type Budgets } from './selection/budget.ts';
import { isPatch, isWorkload, podLists } from './workload/kinds.ts';
import { literalSecrets } from './workload/literals.ts';
import { rollbackSubject } from './workload/rollback.ts';
import { generatedBy, type Generated } from './workload/given.ts';
import { servicesOf, type Services } from './workload/serving.ts';
import { deliveryOf } from './workload/strategy.ts';
import { workloadSubject } from './workload/workload.ts';

/** Subjects of all manifests. Kinds that no rule speaks of, custom ones among them, give none. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const replacing = documents.filter(isReplacing);
  const replacements = replacementsOf(replacing);
  const objects = documents
    .filter((document) => !isReplacing(document))
    .map((document) => readObject(document, context, uniqueId));
  const partners = { ...partnersOf(objects), generated: generatedBy(replacing) };
  const subjects: Subject[] = [];
  const made = new Map<KubernetesObject, SubjectOf<'workload'>>();
  const diagnostics: Diagnostic[] = [];
  for (const object of objects) {
    if (!isWorkload(object) || partners.absorbed.has(object)) continue;
    for (const problem of shapeProblems(object, podLists(object))) diagnostics.push(problem);
    if (isPatch(object, (path) => context.exists(path))) {
      diagnostics.push(patchNote(object));
      continue;
    }
    const { workload, others } = workloadWithOthers(object, partners, replacements);
    made.set(object, workload);
    subjects.push(workload, ...others, ...literalSecrets(object));
  }
  for (const object of objects) {
    if (object.group === RBAC)
      for (const problem of shapeProblems(object, [object.root.get('rules')])) diagnostics.push(problem);
  }
  subjects.push(...clusterSubjects(objects, made, partners.budgets));
  subjects.push(...backupSubjects(objects, [...made.values()]));
  subjects.push(...releaseSubjects(objects, partners.templates));
  if (context.wantsResources) subjects.push(...objects.map(resourceSubject));
  return { subjects, diagnostics };
}

interface Partners {
  readonly workloads: ObjectIndex;
  /** Autoscalers and Flagger canaries by the workload that they are about. */
  readonly autoscalers: ObjectIndex;
  /** LimitRanges by their namespace. */
  readonly limits: ObjectIndex;
  readonly canaries: ObjectIndex;
  readonly accounts: ObjectIndex;
  readonly budgets: Budgets;
  readonly services: Services;
  readonly templates: Templates;
  /** Names of Rollouts that state a strategy: an overlay may state that of its base. */
  readonly strategies: ReadonlySet<string>;
  /** Deployments that only hold the pod template of a Rollout, which scales them to zero. */
  readonly absorbed: ReadonlySet<KubernetesObject>;
}

function partnersOf(objects: readonly KubernetesObject[]): Partners {
  const workloads = indexBy(objects.filter(isWorkload), (object) => [keyOf(object)]);
  const autoscalers = objects.filter(
    ({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject',
  );
  const canaries = objects.filter(({ group, kind }) => group === 'flagger.app' && kind === 'Canary');
  const templates = objects
    .filter(({ kind }) => kind === 'Rollout')
    .flatMap((object) => templateOf(object, workloads) ?? []);
  return {
    workloads,
    autoscalers: indexBy(autoscalers, (object) => targetKeys(object, 'scaleTargetRef')),
    limits: indexBy(
      objects.filter(({ kind }) => kind === 'LimitRange'),
      ({ namespace }) => [namespace ?? ''],
    ),
    canaries: indexBy(canaries, (object) => targetKeys(object, 'targetRef')),
    accounts: indexBy(
      objects.filter(({ group, kind }) => group === '' && kind === 'ServiceAccount'),
      (object) => [keyOf(object)],
    ),
    budgets: budgetsOf(objects),
    services: servicesOf(objects),
    templates: templatesOf(objects),
    strategies: new Set(
      objects
        .filter(({ kind, root }) => kind === 'Rollout' && root.get('spec', 'strategy').entries().length > 0)
        .map(({ name }) => name),
    ),
    absorbed: new Set(templates),
  };
}

function workloadWithOthers(
  object: KubernetesObject,
  partners: Partners & { readonly generated: Generated },
  replacements: Replacements,
): { readonly workload: SubjectOf<'workload'>; readonly others: readonly Subject[] } {
  const delivery = deliveryOf(object, nearest(object, partners.canaries, keyOf(object)));
  const workload = workloadSubject(object, {
    delivery,
    template: object.kind === 'Rollout' ? templateOf(object, partners.workloads) : undefined,
    autoscaler: nearest(object, partners.autoscalers, keyOf(object)),
    limits: nearest(object, partners.limits, object.namespace ?? ''),
    accounts: partners.accounts,
    budgets: partners.budgets,
    services: partners.services,
    replacements,
    generated: partners.generated,
    strategyElsewhere: partners.strategies.has(object.name),
  });
  const rollback = rollbackSubject(workload, object, delivery);
  const rollout =
    object.kind === 'Rollout' ? rolloutSubject(object, delivery, partners.templates) : undefined;
  return { workload, others: [rollback, rollout].filter((subject) => subject !== undefined) };
}

/** Kubernetes would refuse it, so it is meant for a tool that completes it first. */
function patchNote({ kind, name, path, location }: KubernetesObject): Diagnostic {
  const message = `The ${kind} ${name} has neither a selector nor an image: as a patch it was not examined alone.`;
  return { code: 'kubernetes/patch', level: 'note', message, path, location };
}

function templateOf(rollout: KubernetesObject, workloads: ObjectIndex): KubernetesObject | undefined {
  return targetKeys(rollout, 'workloadRef')
    .map((key) => nearest(rollout, workloads, key))
    .find((object) => object !== undefined && object.kind !== 'Rollout');
}

function keyOf({ namespace, kind, name }: KubernetesObject): string {
  return referenceKey(namespace, kind, name);
}

/** What the reference in an object's spec names; nothing when it is incomplete. */
function targetKeys(object: KubernetesObject, reference: string): readonly string[] {
  const target = object.root.get('spec', reference);
  const kind = target.get('kind').text ?? (object.kind === 'ScaledObject' ? 'Deployment' : undefined);
  const name = target.get('name').text;
  return kind === undefined || name === undefined ? [] : [referenceKey(object.namespace, kind, name)];
}
