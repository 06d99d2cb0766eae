import type { AccessStatementFacts, Fact, SubjectOf } from '../../model/index.ts';
import type { Value } from '../resource/value.ts';
import { elementsOf, joined, readableText, textList } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, text, wayTo, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** Built-in roles that may do everything, or everything but grant. */
const BROAD: ReadonlySet<string> = new Set(['owner', 'contributor']);

/** On these a role reaches every resource that is in them. */
const CONTAINERS = /(?:^|\.)azurerm_(?:subscriptions?|management_group)\./;
/** The root, a management group, or a subscription without anything behind it. */
const WHOLE =
  /^(?:\/|\/providers\/Microsoft\.Management\/managementGroups\/[^/]+|\/subscriptions\/[^/]+\/?)$/i;

export function azurePolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return [
    ...stack.of('azurerm_role_definition').map((role) =>
      stack.subject('access-policy', role, {
        system: 'azure-rbac',
        on: 'identity',
        statements: role.parts('permissions').map((part) => permission(role, part)),
      }),
    ),
    ...stack.of('azurerm_role_assignment').map((resource) =>
      stack.subject('access-policy', resource, {
        system: 'azure-rbac',
        on: 'identity',
        statements: [assignment(stack, resource)],
      }),
    ),
  ];
}

function permission(role: Resource, part: Part): AccessStatementFacts {
  const lists = ['actions', 'data_actions'].flatMap((name) => textList(part, name) ?? []);
  return {
    effect: byDefault('allow', part),
    actions: joined(lists, part),
    resources: reachOf(role, ['assignable_scopes', 'scope']),
    principals: byDefault([], part),
    conditional: byDefault(false, part),
    open: byDefault(false, part),
  };
}

function assignment(stack: Stack, resource: Resource): AccessStatementFacts {
  const name = text(resource, 'role_definition_name') ?? builtInRole(stack, resource);
  const condition = resource.get('condition');
  return {
    effect: byDefault('allow', resource),
    actions: name
      ? derive(name, (role) => (BROAD.has(role.toLowerCase()) ? [role, '*'] : [role]))
      : (textList(resource, 'role_definition_id') ?? byDefault([], resource)),
    resources: reachOf(resource, ['scope']),
    principals: textList(resource, 'principal_id') ?? byDefault([], resource),
    conditional: byDefault(condition !== undefined, resource),
    open: byDefault(false, resource),
  };
}

/** The name of a role that is looked up among those of Azure, at the place that gives it. */
function builtInRole(stack: Stack, resource: Resource): Fact<string> | undefined {
  const value = resource.get('role_definition_id');
  const definition = stack.target(value);
  if (!value || definition?.type !== 'data.azurerm_role_definition') return undefined;
  const name = text(definition, 'name');
  return name && { ...name, at: value.at, related: wayTo(value, resource) };
}

/** What a role is given on; `*` where that is a whole subscription, or more. */
function reachOf(resource: Resource, names: readonly string[]): Fact<readonly string[]> {
  const name = names.find((each) => resource.get(each) !== undefined);
  const value = name === undefined ? undefined : resource.get(name);
  if (name === undefined || !value) return byDefault([], resource);
  const whole = elementsOf(value).find(isWhole);
  if (whole) return byDefault(['*'], { ...resource, at: whole.at, related: wayTo(whole, resource) });
  return textList(resource, name) ?? byDefault([], resource);
}

function isWhole(scope: Value): boolean {
  if (scope.reference) return CONTAINERS.test(scope.reference.address);
  const text = readableText(scope);
  return text !== undefined && WHOLE.test(text);
}
