import { unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { namespaceOf, subjectFrom, type KubernetesObject } from '../object.ts';

export function isNetworkPolicy({ group, kind }: KubernetesObject): boolean {
  return group === 'networking.k8s.io' && kind === 'NetworkPolicy';
}

export function networkPolicySubject(
  object: KubernetesObject,
  selects: Fact<boolean> | undefined,
): SubjectOf<'network-policy'> {
  return subjectFrom(object, 'network-policy', {
    namespace: namespaceOf(object),
    selects: selects ?? unknown('it selects by expressions', object.location),
  });
}
