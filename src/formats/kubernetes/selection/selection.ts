import { known, unknown, type Fact } from '../../../model/index.ts';
import { directoryOf } from '../../paths.ts';
import type { KubernetesObject } from '../object.ts';
import { textMap } from '../read.ts';
import { podTemplate } from '../workload/kinds.ts';
import { hasAll, type Labels } from './labels.ts';

/** More pods that have the same label than are looked at for one selector. */
const MAX_ALIKE = 200;

/** An object that selects pods by labels, as Services and NetworkPolicies do. */
export interface Selecting {
  readonly object: KubernetesObject;
  readonly labels: Labels;
}

interface Pods {
  readonly object: KubernetesObject;
  readonly labels: Labels;
  /** Those of the object that makes the pods, which they do not have. */
  readonly own: Labels;
}

/**
 * Whether each selector fits the pods of some workload among the files. Where none does, that is a mistake only when
 * a workload beside it, which nothing beside it of its sort selects, has the same labels with other values, in another
 * namespace, or on itself and not on its pods: pods may be made by what is not among the files.
 */
export function answered(
  selecting: readonly Selecting[],
  workloads: readonly KubernetesObject[],
): ReadonlyMap<KubernetesObject, Fact<boolean>> {
  const pods = workloads.map((object) => ({
    object,
    labels: textMap(podTemplate(object).get('metadata', 'labels')),
    own: textMap(object.root.get('metadata', 'labels')),
  }));
  const byLabel = grouped(pods, ({ labels }) => Object.entries(labels).map((label) => JSON.stringify(label)));
  const fitting = new Map(
    selecting.map((one) => {
      const [first] = Object.entries(one.labels);
      const alike = first ? (byLabel.get(JSON.stringify(first)) ?? []) : pods.slice(0, MAX_ALIKE);
      return [one, alike.filter((each) => fits(one, each))] as const;
    }),
  );
  const chosen = new Set(
    [...fitting].flatMap(([{ object }, fit]) => fit.filter((each) => isBeside(object, each.object))),
  );
  const left = grouped(
    pods.filter((each) => !chosen.has(each)),
    ({ object, labels, own }) =>
      Object.keys({ ...own, ...labels }).map((key) => JSON.stringify([directoryOf(object.path), key])),
  );
  return new Map(
    selecting.map((one) => [one.object, answerOf(one, (fitting.get(one) ?? []).length > 0, left)]),
  );
}

function isBeside(one: KubernetesObject, other: KubernetesObject): boolean {
  return directoryOf(one.path) === directoryOf(other.path);
}

function answerOf(
  { object, labels }: Selecting,
  fit: boolean,
  left: ReadonlyMap<string, readonly Pods[]>,
): Fact<boolean> {
  const keys = Object.keys(labels);
  if (fit || keys.length === 0) return known(true, object.location);
  const beside = (left.get(JSON.stringify([directoryOf(object.path), keys[0]])) ?? []).find((each) =>
    sameSpace(object, each.object)
      ? keys.every((key) => Object.hasOwn(each.labels, key)) || hasAll(each.own, labels)
      : hasAll(each.labels, labels),
  );
  if (!beside)
    return unknown('no workload among the files has the labels that it selects by', object.location);
  return known(false, object.location, [{ location: beside.object.location, message: nearOf(beside, keys) }]);
}

function nearOf({ object, labels }: Pods, keys: readonly string[]): string {
  const has = keys.flatMap((key) => (Object.hasOwn(labels, key) ? [`${key}=${labels[key] ?? ''}`] : []));
  const space = object.namespace === undefined ? '' : ` in the namespace ${object.namespace}`;
  const such = has.length > 0 ? has.join(', ') : 'none of these labels';
  return `The pods of ${object.kind} ${object.name}${space} have ${such}.`;
}

function fits({ object, labels }: Selecting, pods: Pods): boolean {
  return sameSpace(object, pods.object) && hasAll(pods.labels, labels);
}

/** What states no namespace may be applied to any. */
function sameSpace(one: KubernetesObject, other: KubernetesObject): boolean {
  return one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace;
}

function grouped(
  pods: readonly Pods[],
  keysOf: (one: Pods) => readonly string[],
): ReadonlyMap<string, readonly Pods[]> {
  const groups = new Map<string, Pods[]>();
  for (const one of pods) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (!group) groups.set(key, [one]);
      else if (group.length < MAX_ALIKE) group.push(one);
    }
  }
  return groups;
}
