import { ADDRESS_FUNCTIONS } from './numeric/addresses.ts';
import { DATE_FUNCTIONS } from './numeric/dates.ts';
import type { FunctionSpec } from './define.ts';
import { ENCODING_FUNCTIONS } from './encoding/encodings.ts';
import { FILE_FUNCTIONS } from './files/files.ts';
import { FORMAT_FUNCTIONS } from './text/format.ts';
import { HASH_FUNCTIONS } from './encoding/hashes.ts';
import { LIST_FUNCTIONS } from './collections/lists.ts';
import { MAP_FUNCTIONS } from './collections/maps.ts';
import { NUMBER_FUNCTIONS } from './numeric/numbers.ts';
import { PATTERN_FUNCTIONS } from './text/patterns.ts';
import { SET_FUNCTIONS } from './collections/sets.ts';
import { STRING_FUNCTIONS } from './text/strings.ts';
import { TYPE_FUNCTIONS } from './types.ts';

/** Functions whose result no file tells, and why; finishes "timestamp() …". */
export const IMPURE: ReadonlyMap<string, string> = new Map([
  ['base64gzip', 'gives bytes that depend on the compressor'],
  ['bcrypt', 'is different at every run'],
  ['plantimestamp', 'depends on when the plan is made'],
  ['rsadecrypt', 'needs a private key'],
  ['timestamp', 'depends on when the plan is applied'],
  ['uuid', 'is different at every run'],
]);

const TABLE: ReadonlyMap<string, FunctionSpec> = new Map(
  Object.entries({
    ...ADDRESS_FUNCTIONS,
    ...DATE_FUNCTIONS,
    ...ENCODING_FUNCTIONS,
    ...FILE_FUNCTIONS,
    ...FORMAT_FUNCTIONS,
    ...HASH_FUNCTIONS,
    ...LIST_FUNCTIONS,
    ...MAP_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...PATTERN_FUNCTIONS,
    ...SET_FUNCTIONS,
    ...STRING_FUNCTIONS,
    ...TYPE_FUNCTIONS,
  }),
);

export function functionNamed(name: string): FunctionSpec | undefined {
  return TABLE.get(name);
}
