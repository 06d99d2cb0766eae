import type { Fact } from '../../model/index.ts';
import { allTrue, anyTrue } from '../resource/logic.ts';
import { byDefault, nothing, type Part } from '../resource/part.ts';
import { boolSetting, type Setting, type Settings } from '../resource/setting.ts';

/** Where a type says it: in one setting, or in several that must all hold. */
export type Entry = Setting | readonly Setting[];

/** Whether all settings hold: false at the first that does not, unknown where one could not. */
export function boolEntry(resource: Part, entry: Entry): Fact<boolean> {
  const settings = isList(entry) ? entry : [entry];
  return allWritten(
    settings.map((setting) => boolSetting(resource, setting)),
    resource,
  );
}

/** Whether all hold; where they do, at the first that is written rather than a default. */
export function allWritten(facts: readonly Fact<boolean>[], resource: Part): Fact<boolean> {
  const written = facts.find(({ at }) => at !== resource.at);
  return allTrue(facts, written ?? facts[0] ?? byDefault(true, resource));
}

/** The same, `null` for a type whose table does not have it. */
export function boolEntryOrNull(resource: Part, entry: Entry | undefined): Fact<boolean | null> {
  return entry ? boolEntry(resource, entry) : nothing(resource);
}

/** Whether one of several holds, each for itself; `null` for a type whose table does not have it. */
export function anyEntryOrNull(
  resource: Part,
  settings: readonly Settings[] | undefined,
): Fact<boolean | null> {
  const facts = settings?.map((setting) => boolSetting(resource, setting)) ?? [];
  const [first] = facts;
  return first ? anyTrue(facts, first) : nothing(resource);
}

function isList(entry: Entry): entry is readonly Setting[] {
  return Array.isArray(entry);
}
