import type { SubjectOf } from '../../model/index.ts';
import { partsOn, textOf, valueParts, type Part } from '../resource/part.ts';
import { jsonValue } from '../resource/policy-json.ts';
import { resourcesIn, type Row } from '../resource/rows.ts';
import { boolSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './task-definitions.json' with { type: 'json' };

interface TaskRow extends Row {
  /** Where its containers stand; the first names may lead to a text of JSON. */
  readonly containers: readonly {
    readonly json?: string;
    readonly on: readonly string[];
    readonly privileged: readonly string[];
  }[];
}

const ROWS: readonly TaskRow[] = table;

/** What the clouds' own schedulers run as containers, without Kubernetes. */
export function taskDefinitions(stack: Stack): readonly SubjectOf<'task-definition'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('task-definition', resource, {
      provider,
      containers: row.containers.flatMap(({ json, on, privileged }) =>
        holders(resource, json)
          .flatMap((holder) => partsOn(holder, on))
          .map((container, index) => ({
            name: nameOf(container) ?? String(index + 1),
            privileged: boolSetting(container, { on: privileged, absent: false }),
          })),
      ),
    }),
  );
}

/** All containers of a definition, as they are written. */
export function containersOf(definition: Resource): readonly Part[] {
  const row = ROWS.find(({ types }) => types.includes(definition.type));
  return (row?.containers ?? []).flatMap(({ json, on }) =>
    holders(definition, json).flatMap((holder) => partsOn(holder, on)),
  );
}

/** The resource itself, or what is written into it as JSON. */
function holders(resource: Resource, json: string | undefined): readonly Part[] {
  if (json === undefined) return [resource];
  const value = resource.get(json);
  if (!value) return [];
  const encoded = 'encoded' in value ? value.encoded.value : undefined;
  return valueParts(encoded ?? jsonValue(value) ?? value, resource.related);
}

function nameOf(container: Part): string | undefined {
  const value = container.get('name') ?? container.get('Name');
  return value && textOf(value);
}
