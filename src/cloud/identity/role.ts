import { known, unknown, type Fact, type RoleFacts, type SubjectOf } from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { byDefault, text } from '../resource/part.ts';
import { resourcesIn, type Row } from '../resource/rows.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './roles.json' with { type: 'json' };

interface RoleRow extends Row {
  readonly title: string;
  /** Policies that are written into it. */
  readonly inline?: string;
  /** A resource that is a policy of a role. */
  readonly beside?: { readonly type: string; readonly role: string };
  /** A resource that gives a role a policy. */
  readonly attached?: { readonly type: string; readonly role: string; readonly policy: string };
  /** Its own list of policies that it is given. */
  readonly managed?: string;
  /** Rights are given to it from the other side, by whatever it may work on. */
  readonly elsewhere?: boolean;
}

const ROWS: readonly RoleRow[] = table;

/** Roles and accounts of programs, with the policies that say what they may do. */
export function roles(stack: Stack): readonly SubjectOf<'role'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('role', resource, {
      provider,
      title: text(resource, row.title) ?? byDefault(null, resource),
      ...policiesOf(stack, resource, row),
    }),
  );
}

function policiesOf(stack: Stack, role: Resource, row: RoleRow): Pick<RoleFacts, 'policies' | 'others'> {
  const { inline, beside, attached, managed, elsewhere } = row;
  if (elsewhere)
    return { policies: [], others: unknown('its rights are given by what it may work on', role.at) };
  const names = ['id', 'name', 'arn'];
  const written =
    inline === undefined ? [] : role.parts(inline).map((_, index) => `${role.address}.${inline}[${index}]`);
  const own = beside
    ? stack.attached(beside.type, beside.role, role, names).map(({ address }) => address)
    : [];
  const given = [
    ...(attached
      ? stack.attached(attached.type, attached.role, role, names).map((one) => one.get(attached.policy))
      : []),
    ...(managed === undefined ? [] : [role.get(managed)].flatMap((list) => (list ? elementsOf(list) : []))),
  ];
  const found = given.map((policy) => stack.target(policy));
  return {
    policies: [...written, ...own, ...found.flatMap((policy) => (policy ? [policy.address] : []))].map(
      (address) => `${stack.path}:${address}`,
    ),
    others: othersOf(role, found.includes(undefined)),
  };
}

function othersOf(role: Resource, others: boolean): Fact<boolean> {
  return known(others, role.at, role.related);
}
