import type { SubjectOf } from '../../../model/index.ts';
import { RBAC } from '../access.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { textFact } from '../read.ts';

/** Whom a role is given to; nothing for other objects. */
export function bindingSubject(object: KubernetesObject): SubjectOf<'role-binding'> | undefined {
  const { group, kind, root } = object;
  if (group !== RBAC || (kind !== 'ClusterRoleBinding' && kind !== 'RoleBinding')) return undefined;
  const holders = root
    .get('subjects')
    .items()
    .flatMap((subject) => {
      const type = subject.get('kind').text;
      if (type !== 'User' && type !== 'Group' && type !== 'ServiceAccount') return [];
      return [{ type, title: textFact(subject.get('name'), '') } as const];
    });
  return subjectFrom(object, 'role-binding', {
    role: textFact(root.get('roleRef', 'name'), ''),
    everywhere: kind === 'ClusterRoleBinding',
    holders,
  });
}
