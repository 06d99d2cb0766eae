import type { Fact, SubjectOf } from '../../model/index.ts';
import { typesOf } from '../resource/rows.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { allWritten, boolEntry, boolEntryOrNull, type Entry } from './entry.ts';
import table from './tables/data-services.json' with { type: 'json' };

interface DataServiceType {
  /** The blocks that say each for itself what is encrypted. */
  readonly parts?: readonly string[];
  readonly encrypted?: Entry;
  readonly enforced?: Entry;
  readonly public?: Entry;
}

const TYPES = typesOf<DataServiceType>(table);

/** What reads, moves or analyzes data, or builds from it, of all clouds. */
export function dataServices(stack: Stack): readonly SubjectOf<'data-service'>[] {
  return TYPES.flatMap(([name, type]) =>
    stack.of(name).map((resource) =>
      stack.subject('data-service', resource, {
        provider: type.provider,
        encrypted: encryptedOf(resource, type),
        enforced: boolEntryOrNull(resource, type.enforced),
        public: boolEntryOrNull(resource, type.public),
      }),
    ),
  );
}

function encryptedOf(resource: Resource, { parts: names, encrypted }: DataServiceType): Fact<boolean | null> {
  if (!names || !encrypted) return boolEntryOrNull(resource, encrypted);
  const parts = names.flatMap((name) => resource.parts(name));
  return allWritten(
    parts.map((part) => boolEntry(part, encrypted)),
    resource,
  );
}
