import type { AccessStatementFacts, SubjectOf } from '../../../../model/index.ts';
import { joined, textList } from '../../read/lists.ts';
import { derive } from '../../read/logic.ts';
import { byDefault, text, type Part } from '../../read/part.ts';
import type { Resource, Stack } from '../../read/stack.ts';

/** Built-in roles that may do everything, or everything but grant. */
const BROAD: ReadonlySet<string> = new Set(['owner', 'contributor']);

export function azurePolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return [
    ...stack.of('azurerm_role_definition').map((role) =>
      stack.subject('access-policy', role, {
        system: 'azure-rbac',
        statements: role.parts('permissions').map((part) => permission(role, part)),
      }),
    ),
    ...stack.of('azurerm_role_assignment').map((resource) =>
      stack.subject('access-policy', resource, {
        system: 'azure-rbac',
        statements: [assignment(resource)],
      }),
    ),
  ];
}

function permission(role: Resource, part: Part): AccessStatementFacts {
  const lists = ['actions', 'data_actions'].flatMap((name) => textList(part, name) ?? []);
  return {
    effect: byDefault('allow', part),
    actions: joined(lists, part),
    resources: textList(role, 'assignable_scopes') ?? textList(role, 'scope') ?? byDefault([], role),
    principals: byDefault([], part),
    conditional: byDefault(false, part),
  };
}

function assignment(resource: Resource): AccessStatementFacts {
  const name = text(resource, 'role_definition_name');
  const condition = resource.get('condition');
  return {
    effect: byDefault('allow', resource),
    actions: name
      ? derive(name, (role) => (BROAD.has(role.toLowerCase()) ? [role, '*'] : [role]))
      : (textList(resource, 'role_definition_id') ?? byDefault([], resource)),
    resources: textList(resource, 'scope') ?? byDefault([], resource),
    principals: textList(resource, 'principal_id') ?? byDefault([], resource),
    conditional: byDefault(condition !== undefined, resource),
  };
}
