import { known, type SubjectOf } from '../../../model/index.ts';
import { namespaceOf, subjectFrom, type KubernetesObject } from '../object.ts';
import { quantityFact } from '../read.ts';

/** A ResourceQuota, or what Karpenter may add to a cluster; nothing for other objects. */
export function resourceLimit(object: KubernetesObject): SubjectOf<'resource-limit'> | undefined {
  const { root, group, kind } = object;
  const spec = root.get('spec');
  if (group === '' && kind === 'ResourceQuota') {
    const hard = spec.get('hard');
    const first = (...names: readonly string[]): typeof hard =>
      names.map((name) => hard.get(name)).find((node) => node.exists) ?? hard;
    const amount = (node: typeof hard): SubjectOf<'resource-limit'>['facts']['cpu'] =>
      node === hard ? known(null, hard.header) : quantityFact(node, null);
    const scope = [spec.get('scopes'), spec.get('scopeSelector')].find((node) => node.exists);
    return subjectFrom(object, 'resource-limit', {
      type: kind,
      namespace: namespaceOf(object),
      partial: known(scope !== undefined, scope?.header ?? object.location),
      cpu: amount(first('requests.cpu', 'cpu')),
      memory: amount(first('requests.memory', 'memory')),
      pods: amount(first('pods', 'count/pods')),
      asked: [],
      refused: [],
    });
  }
  if (group !== 'karpenter.sh' || (kind !== 'NodePool' && kind !== 'Provisioner')) return undefined;
  const limits = spec.get('limits').get('resources').exists
    ? spec.get('limits', 'resources')
    : spec.get('limits');
  return subjectFrom(object, 'resource-limit', {
    type: kind,
    namespace: known(null, object.location),
    partial: known(false, object.location),
    cpu: quantityFact(limits.get('cpu'), null),
    memory: quantityFact(limits.get('memory'), null),
    pods: known(null, object.location),
    asked: [],
    refused: [],
  });
}
