import {
  isUnknown,
  unknown,
  valueOf,
  type AccessStatementFacts,
  type Fact,
  type SubjectOf,
} from '../../../../model/index.ts';
import { rbacActions } from '../../../cluster-security.ts';
import { byDefault, derive, text, textList, type Part, type Stack } from '../../../../cloud/index.ts';

const ROLES = ['kubernetes_role', 'kubernetes_cluster_role'];
const BINDINGS = ['kubernetes_role_binding', 'kubernetes_cluster_role_binding'];

/** Roles of the `kubernetes` provider, and bindings to the built-in `cluster-admin`. */
export function kubernetesPolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  const of = (types: readonly string[]): ReturnType<Stack['of']> =>
    types.flatMap((type) => [...stack.of(type), ...stack.of(`${type}_v1`)]);
  const roles = of(ROLES).map((role) =>
    stack.subject('access-policy', role, {
      system: 'kubernetes-rbac',
      on: 'identity',
      statements: role.parts('rule').map(ruleStatement),
    }),
  );
  const bindings = of(BINDINGS).flatMap((binding) => {
    const role = binding.parts('role_ref').flatMap((part) => text(part, 'name') ?? [])[0];
    if (!role || valueOf(role) !== 'cluster-admin') return [];
    const facts = {
      system: 'kubernetes-rbac' as const,
      on: 'identity' as const,
      statements: [adminStatement(binding, role)],
    };
    return stack.subject('access-policy', binding, facts);
  });
  return [...roles, ...bindings];
}

const HOLDERS = ['User', 'Group', 'ServiceAccount'] as const;

/** Whom roles of a cluster are given to. */
export function kubernetesBindings(stack: Stack): readonly SubjectOf<'role-binding'>[] {
  return BINDINGS.flatMap((type) => [...stack.of(type), ...stack.of(`${type}_v1`)]).map((binding) =>
    stack.subject('role-binding', binding, {
      role:
        binding.parts('role_ref').flatMap((part) => text(part, 'name') ?? [])[0] ?? byDefault('', binding),
      everywhere: binding.type.startsWith('kubernetes_cluster_'),
      holders: binding.parts('subject').flatMap((part) => {
        const written = text(part, 'kind');
        const type = HOLDERS.find((one) => one === (written && valueOf(written)));
        return type ? [{ type, title: text(part, 'name') ?? byDefault('', part) }] : [];
      }),
    }),
  );
}

function ruleStatement(rule: Part): AccessStatementFacts {
  return {
    effect: byDefault('allow', rule),
    actions: actionsOf(rule),
    resources: textList(rule, 'resource_names') ?? byDefault(['*'], rule),
    principals: byDefault([], rule),
    conditional: byDefault(false, rule),
    open: byDefault(false, rule),
  };
}

function actionsOf(rule: Part): Fact<readonly string[]> {
  const lists = ['api_groups', 'resources', 'verbs'].map(
    (name) => textList(rule, name) ?? byDefault([], rule),
  );
  const open = lists.find((list) => isUnknown(list.value));
  if (open) return open;
  const [groups = [], resources = [], verbs = []] = lists.map((list) => valueOf(list) ?? []);
  const actions = rbacActions(groups, resources, verbs);
  if (isUnknown(actions)) return unknown(actions.unknown, rule.at, rule.related);
  // The wildcard, where there is one, is what a finding should point at.
  const place = lists.find((list) => valueOf(list)?.includes('*')) ?? lists[2];
  return place ? derive(place, () => actions) : byDefault(actions, rule);
}

function adminStatement(binding: Part, role: Fact<string>): AccessStatementFacts {
  const who = binding.parts('subject').flatMap((part) => textList(part, 'name') ?? [])[0];
  return {
    effect: byDefault('allow', binding),
    actions: derive(role, () => ['*/*:*']),
    resources: derive(role, () => ['*']),
    principals: who ?? byDefault([], binding),
    conditional: byDefault(false, binding),
    open: byDefault(false, binding),
  };
}
