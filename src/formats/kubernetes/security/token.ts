import { type Fact } from '../../../model/index.ts';
import { nearest, referenceKey, type KubernetesObject, type ObjectIndex } from '../object.ts';
import { booleanFact, either } from '../read.ts';
import { podTemplate } from '../workload/kinds.ts';

/** Whether its pods are given a token of the cluster's API: the pod says, else its service account, else they are. */
export function tokenMounted(object: KubernetesObject, accounts: ObjectIndex): Fact<boolean> {
  const pod = podTemplate(object).get('spec');
  const own = pod.get('automountServiceAccountToken');
  if (own.exists) return booleanFact(own, true);
  const name = either(pod, 'serviceAccountName', 'serviceAccount').text ?? 'default';
  const account = nearest(object, accounts, referenceKey(object.namespace, 'ServiceAccount', name));
  return booleanFact(account?.root.get('automountServiceAccountToken') ?? own, true);
}
