import { derive } from '../resource/logic.ts';
import { known, type Fact, type SubjectOf } from '../../model/index.ts';
import { byDefault, factOf, nothing, textOf, wayTo } from '../resource/part.ts';
import { boolIn, resourcesIn, type Row } from '../resource/rows.ts';
import { boolSetting, isSet, type Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './user-grants.json' with { type: 'json' };

interface UserGrantRow extends Row {
  readonly rights?: Settings;
  /** Lists, each of which gives rights when something is in it. */
  readonly lists?: readonly string[];
  /** The block that gives a password, and where it says that the user must choose another. */
  readonly password?: { readonly block?: string; readonly changed: string };
  /** The attribute that names whose key it is. */
  readonly keyOf?: string;
}

const ROWS: readonly UserGrantRow[] = table;

/** What users of an account are given for themselves. */
export function userGrants(stack: Stack): readonly SubjectOf<'user-grant'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('user-grant', resource, {
      provider,
      rights: rightsOf(resource, row),
      keepsPassword: keepsPassword(resource, row),
      rootKey: rootKey(resource, row),
    }),
  );
}

/** The root user has one name; what another resource makes, or a text with parts of its own, is another user. */
function rootKey(resource: Resource, { keyOf }: UserGrantRow): Fact<boolean> {
  const value = keyOf === undefined ? undefined : resource.get(keyOf);
  if (!value) return byDefault(false, resource);
  if (value.kind === 'unknown' && (value.reference ?? value.parts))
    return known(false, value.at, wayTo(value, resource));
  return derive(factOf(value, resource, textOf, 'a text'), (name) => name === 'root');
}

function rightsOf(resource: Resource, { rights, lists = [] }: UserGrantRow): Fact<boolean> {
  const name = lists.find((each) => isSet(resource, each));
  if (name === undefined) return boolIn(resource, rights);
  return boolSetting(resource, { on: [name], present: true, absent: false });
}

function keepsPassword(resource: Resource, { password }: UserGrantRow): Fact<boolean | null> {
  if (!password) return nothing(resource);
  const { block, changed } = password;
  const [holder] = block === undefined ? [resource] : resource.parts(block);
  if (!holder) return byDefault(null, resource);
  return derive(boolSetting(holder, { on: [changed], absent: false }), (must) => !must);
}
