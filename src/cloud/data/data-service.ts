import type { SubjectOf } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { boolEntryOrNull, typesOf, type Entry } from './entry.ts';
import table from './tables/data-services.json' with { type: 'json' };

interface DataServiceType {
  /** The block that says what is encrypted. */
  readonly part?: string;
  readonly encrypted?: Entry;
  readonly enforced?: Entry;
  readonly public?: Entry;
}

const TYPES = typesOf<DataServiceType>(table);

/** What reads, moves or analyzes data, or builds from it, of all clouds. */
export function dataServices(stack: Stack): readonly SubjectOf<'data-service'>[] {
  return TYPES.flatMap(([name, type]) =>
    stack.of(name).map((resource) => {
      const [part = resource] = type.part === undefined ? [] : resource.parts(type.part);
      return stack.subject('data-service', resource, {
        provider: type.provider,
        encrypted: boolEntryOrNull(part, type.encrypted),
        enforced: boolEntryOrNull(resource, type.enforced),
        public: boolEntryOrNull(resource, type.public),
      });
    }),
  );
}
