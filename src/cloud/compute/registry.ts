import type { Fact, SubjectOf } from '../../model/index.ts';
import { byDefault } from '../resource/part.ts';
import { boolIn, boolOrNull, resourcesIn, type Row } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './registries.json' with { type: 'json' };

interface RegistryRow extends Row {
  readonly scanned?: Settings;
  /** The type whose existence decides for every repository of the account. */
  readonly scannedBy?: string;
  readonly tagsImmutable?: Settings;
  readonly sharedPassword?: Settings;
}

const ROWS: readonly RegistryRow[] = table;

export function registries(stack: Stack): readonly SubjectOf<'registry'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('registry', resource, {
      provider,
      scanned: scannedIn(stack, resource, row),
      tagsImmutable: boolOrNull(resource, row.tagsImmutable),
      sharedPassword: boolIn(resource, row.sharedPassword),
    }),
  );
}

function scannedIn(
  stack: Stack,
  resource: Resource,
  { scanned, scannedBy }: RegistryRow,
): Fact<boolean | null> {
  const [forAll] = scannedBy === undefined ? [] : stack.of(scannedBy);
  return forAll ? byDefault(true, forAll) : boolOrNull(resource, scanned);
}
