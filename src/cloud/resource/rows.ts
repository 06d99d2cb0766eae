import type { CloudProvider, Fact } from '../../model/index.ts';
import { byDefault, type Part } from './part.ts';
import { boolSetting, type Settings } from './setting.ts';
import type { Resource, Stack } from './stack.ts';

/** A type's name with what its table says of it. */
export type TypeEntry<T> = readonly [name: string, type: T & { readonly provider: CloudProvider }];

/** The types of a table; JSON knows no narrower type of a provider's name than a text. */
export function typesOf<T>(
  table: Readonly<Record<string, T & { readonly provider: string }>>,
): readonly TypeEntry<T>[] {
  return Object.entries(table) as unknown as readonly TypeEntry<T>[];
}

/** A row of a table: types of resources that have their settings in the same places. */
export interface Row {
  readonly provider: string;
  readonly types: readonly string[];
}

/** Each resource of the stack that a row speaks of, with its row. */
export function resourcesIn<R extends Row>(
  stack: Stack,
  rows: readonly R[],
): readonly { readonly resource: Resource; readonly row: R; readonly provider: CloudProvider }[] {
  return rows.flatMap((row) =>
    row.types
      .flatMap((type) => stack.of(type))
      .map((resource) => ({ resource, row, provider: row.provider as CloudProvider })),
  );
}

/** What the row says of a fact; false where it has nothing to say. */
export function boolIn(resource: Part, settings: Settings | undefined): Fact<boolean> {
  return settings ? boolSetting(resource, settings) : byDefault(false, resource);
}

/** The same where there may be nothing to ask; null then. */
export function boolOrNull(resource: Part, settings: Settings | undefined): Fact<boolean | null> {
  return settings ? boolSetting(resource, settings) : byDefault(null, resource);
}
