import type { SubjectOf } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { typesOf } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import { anyEntryOrNull, boolEntry, type Entry } from './entry.ts';
import table from './tables/search-domains.json' with { type: 'json' };

interface SearchDomainType {
  readonly encrypted: Entry;
  readonly encryptedBetweenNodes: Entry;
  readonly httpsOnly: Entry;
  readonly modernTls: Entry;
  readonly private: Entry;
  /** Each keeps some of its logs. */
  readonly logged?: readonly Settings[];
}

const TYPES = typesOf<SearchDomainType>(table);

/** Managed search clusters, of all clouds. */
export function searchDomains(stack: Stack): readonly SubjectOf<'search-domain'>[] {
  return TYPES.flatMap(([name, type]) =>
    stack.of(name).map((resource) =>
      stack.subject('search-domain', resource, {
        provider: type.provider,
        encrypted: boolEntry(resource, type.encrypted),
        encryptedBetweenNodes: boolEntry(resource, type.encryptedBetweenNodes),
        httpsOnly: boolEntry(resource, type.httpsOnly),
        modernTls: boolEntry(resource, type.modernTls),
        public: derive(boolEntry(resource, type.private), (value) => !value),
        logged: anyEntryOrNull(resource, type.logged),
      }),
    ),
  );
}
