import {
  isUnknown,
  known,
  unknown,
  type AccessStatementFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { rbacActions } from '../cluster-security.ts';
import { subjectFrom, type KubernetesObject } from './object.ts';
import { mistyped } from './read.ts';

/** Whoever asks, logged in or not. */
const ANYONE: ReadonlySet<string> = new Set(['system:anonymous', 'system:unauthenticated']);

/** The API group of roles and bindings. */
export const RBAC = 'rbac.authorization.k8s.io';

/** A role, or a binding to the built-in `cluster-admin`, which is in no file and may do everything. */
export function accessPolicySubject(object: KubernetesObject): SubjectOf<'access-policy'> | undefined {
  const statements = statementsOf(object);
  if (!statements) return undefined;
  return subjectFrom(object, 'access-policy', { system: 'kubernetes-rbac', on: 'identity', statements });
}

function statementsOf({ group, kind, root }: KubernetesObject): readonly AccessStatementFacts[] | undefined {
  if (group !== RBAC) return undefined;
  if (kind === 'Role' || kind === 'ClusterRole') {
    const aggregation = root.get('aggregationRule');
    if (aggregation.exists) return [aggregated(aggregation)];
    return root
      .get('rules')
      .items()
      .filter((rule) => rule.isMap)
      .map(ruleStatement);
  }
  if (kind !== 'ClusterRoleBinding' && kind !== 'RoleBinding') return undefined;
  const role = root.get('roleRef', 'name');
  return role.text === 'cluster-admin' ? [adminStatement(role, root.get('subjects'))] : undefined;
}

function ruleStatement(rule: DataNode): AccessStatementFacts {
  const urls = rule.get('nonResourceURLs');
  const names = rule.get('resourceNames');
  const verbs = rule.get('verbs');
  return {
    effect: known('allow', rule.header),
    actions: urls.exists
      ? known(
          verbs.texts().map((verb) => `nonResourceURLs:${verb}`),
          verbs.at,
        )
      : actionsOf(rule),
    resources: urls.exists
      ? known(urls.texts(), urls.at)
      : known(names.texts().length > 0 ? names.texts() : ['*'], names.at),
    principals: known([], rule.header),
    conditional: known(false, rule.header),
    open: known(false, rule.header),
  };
}

function actionsOf(rule: DataNode): Fact<readonly string[]> {
  const parts = ['apiGroups', 'resources', 'verbs'].map((key) => rule.get(key));
  const wrong = parts.find((part) => part.exists && !part.isList);
  if (wrong) return mistyped(wrong, 'a list');
  const [groups = [], resources = [], verbs = []] = parts.map((part) => part.texts());
  const actions = rbacActions(groups, resources, verbs);
  if (isUnknown(actions)) return unknown(actions.unknown, rule.header);
  // The wildcard, where there is one, is what a finding should point at.
  const wildcard = parts.flatMap((part) => part.items()).find(({ value }) => value === '*');
  return known(actions, (wildcard ?? rule.get('verbs')).at);
}

function aggregated(aggregation: DataNode): AccessStatementFacts {
  const at = aggregation.header;
  const reason = 'the role is put together in the cluster from the roles that its aggregationRule selects';
  return {
    effect: known('allow', at),
    actions: unknown(reason, at),
    resources: unknown(reason, at),
    principals: known([], at),
    conditional: known(false, at),
    open: known(false, at),
  };
}

function adminStatement(role: DataNode, subjects: DataNode): AccessStatementFacts {
  const principals = subjects.items().flatMap((subject) => {
    const name = subject.get('name').text;
    if (name === undefined) return [];
    if (ANYONE.has(name)) return ['*'];
    const namespace = subject.get('namespace').text;
    return [[subject.get('kind').text ?? 'User', namespace, name].filter(Boolean).join('/')];
  });
  return {
    effect: known('allow', role.at),
    actions: known(['*/*:*'], role.at),
    resources: known(['*'], role.at),
    principals: known(principals, subjects.at),
    conditional: known(false, role.at),
    open: known(principals.includes('*'), subjects.at),
  };
}
