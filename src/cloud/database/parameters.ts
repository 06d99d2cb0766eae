import type { Fact } from '../../model/index.ts';
import { factOf, textOf, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import { derive } from '../resource/logic.ts';

const YES: ReadonlySet<string> = new Set(['1', 'on', 'true', 'enabled']);

/** Whether a parameter of the group that a database names is on; undefined where the group is not told or says nothing. */
export function parameterIn(
  stack: Stack,
  database: Resource,
  { group, names }: { readonly group: string; readonly names: readonly string[] },
): Fact<boolean> | undefined {
  const holder = stack.target(database.get(group));
  if (!holder) return undefined;
  for (const name of names) {
    const value = listed(holder, name);
    if (!value) continue;
    return derive(factOf(value, holder, textOf, 'a text'), (text) => YES.has(text.toLowerCase()));
  }
  return undefined;
}

/** Terraform and Redshift list parameters by name and value; other groups of CloudFormation have an object of them. */
function listed(holder: Resource, name: string): Value | undefined {
  const pairs: readonly (readonly [list: string, name: string, value: string])[] = [
    ['parameter', 'name', 'value'],
    ['Parameters', 'ParameterName', 'ParameterValue'],
  ];
  for (const [list, key, value] of pairs) {
    const part = holder.parts(list).find((each) => isNamed(each, key, name));
    if (part) return part.get(value);
  }
  return holder.parts('Parameters')[0]?.get(name);
}

function isNamed(part: Part, key: string, name: string): boolean {
  const written = part.get(key);
  return written !== undefined && textOf(written) === name;
}
