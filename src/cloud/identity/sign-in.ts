import type { SubjectOf } from '../../model/index.ts';
import { boolOrNull, resourcesIn, type Row } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './sign-ins.json' with { type: 'json' };

interface SignInRow extends Row {
  readonly anonymous?: Settings;
  readonly secondFactor?: Settings;
}

const ROWS: readonly SignInRow[] = table;

/** Where the users of an application sign in, and get credentials of the cloud. */
export function signIns(stack: Stack): readonly SubjectOf<'sign-in'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('sign-in', resource, {
      provider,
      anonymous: boolOrNull(resource, row.anonymous),
      secondFactor: boolOrNull(resource, row.secondFactor),
    }),
  );
}
