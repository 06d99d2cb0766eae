import type { Subject } from '../../../../model/index.ts';
import type { KubernetesObject, ObjectIndex } from '../../object.ts';

/** Objects that others refer to, by their kind and name. */
export interface Surroundings {
  readonly byName: ObjectIndex;
  /** Objects of a kind that name a cluster, by that cluster. */
  readonly ofCluster: (cluster: KubernetesObject, kind: string) => readonly KubernetesObject[];
}

/** A kind of objects that are clusters of databases. */
export interface Operator {
  readonly group: string;
  readonly kind: string;
  /** The cluster and what copies it. */
  subjects(cluster: KubernetesObject, around: Surroundings): readonly Subject[];
}
