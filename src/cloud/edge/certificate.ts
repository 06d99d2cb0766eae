import type { Fact, SubjectOf } from '../../model/index.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { nothing } from '../resource/part.ts';
import { boolIn, resourcesIn, type Row } from '../resource/rows.ts';
import { boolSetting, numberSetting, type Setting, type Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './certificates.json' with { type: 'json' };

interface CertificateRow extends Row {
  readonly renewed: Settings;
  /** The attribute that names the kind of key, and the names of weak ones. */
  readonly weakKey?: Setting;
  /** The attribute with the bits of an RSA key. */
  readonly bits?: Setting;
}

const ROWS: readonly CertificateRow[] = table;
const STRONG_BITS = 2048;

/** Certificates that the clouds make or keep. */
export function certificates(stack: Stack): readonly SubjectOf<'certificate'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('certificate', resource, {
      provider,
      renewed: boolIn(resource, row.renewed),
      weakKey: weakKey(resource, row),
    }),
  );
}

function weakKey(resource: Resource, { weakKey: named, bits }: CertificateRow): Fact<boolean | null> {
  const facts = [
    ...(named ? [boolSetting(resource, named)] : []),
    ...(bits ? [derive(numberSetting(resource, bits), (number) => number < STRONG_BITS)] : []),
  ];
  const [first] = facts;
  return first ? anyTrue(facts, first) : nothing(resource);
}
