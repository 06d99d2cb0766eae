import type { SubjectOf } from '../../model/index.ts';
import { textList } from '../resource/lists.ts';
import { openTo } from '../resource/open.ts';
import { byDefault } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './aws-functions.json' with { type: 'json' };

/** What lets someone call a function: a statement of its policy as a resource of its own. */
export function awsFunctionPermissions(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return Object.entries(table).flatMap(([type, names]) =>
    stack.of(type).map((resource) => stack.subject('access-policy', resource, factsOf(resource, names))),
  );
}

interface Names {
  readonly action: string;
  readonly function: string;
  readonly principal: string;
  /** Each limits who may by what they call for. */
  readonly limits: readonly string[];
}

function factsOf(resource: Resource, names: Names): SubjectOf<'access-policy'>['facts'] {
  const list = (name: string): ReturnType<typeof byDefault<readonly string[]>> =>
    textList(resource, name) ?? byDefault([], resource);
  const principals = list(names.principal);
  const limits = names.limits.flatMap((name) => {
    const values = resource.get(name);
    return values ? [{ key: name, values }] : [];
  });
  const [limit] = limits;
  const statement = {
    effect: byDefault('allow' as const, resource),
    actions: list(names.action),
    resources: list(names.function),
    principals,
    conditional: byDefault(limit !== undefined, { ...resource, at: limit?.values.at ?? resource.at }),
    open: openTo(principals, limits),
  };
  return { system: 'aws-iam', on: 'resource', statements: [statement] };
}
