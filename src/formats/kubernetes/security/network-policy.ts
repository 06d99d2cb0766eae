import { unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { namespaceOf, subjectFrom, type KubernetesObject } from '../object.ts';
import { textMap } from '../read.ts';
import type { Labels } from '../selection/labels.ts';

export function isNetworkPolicy({ group, kind }: KubernetesObject): boolean {
  return group === 'networking.k8s.io' && kind === 'NetworkPolicy';
}

/** The labels that a policy selects pods by; undefined where it does so by expressions, too. */
export function policySelector({ root }: KubernetesObject): Labels | undefined {
  const selector = root.get('spec', 'podSelector');
  return selector.get('matchExpressions').items().length > 0
    ? undefined
    : textMap(selector.get('matchLabels'));
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
