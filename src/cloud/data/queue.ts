import type { SubjectOf } from '../../model/index.ts';
import { typesOf } from '../resource/rows.ts';
import { isSet, type Settings } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import { anyEntryOrNull, boolEntryOrNull, type Entry } from './entry.ts';
import table from './tables/queues.json' with { type: 'json' };

interface QueueType {
  readonly encrypted?: Entry;
  readonly encryptedInTransit?: Entry;
  readonly public?: Entry;
  /** Each keeps some of what brokers log. */
  readonly logged?: readonly Settings[];
  /** Attributes that make it read from another stream, whose encryption holds for it too. */
  readonly source?: readonly string[];
}

const TYPES = typesOf<QueueType>(table);

/** Queues, topics, streams and brokers, of all clouds. SQS has encrypted new queues by itself since 2022. */
export function queues(stack: Stack): readonly SubjectOf<'queue'>[] {
  return TYPES.flatMap(([name, type]) =>
    stack.of(name).map((resource) => {
      const fed = type.source?.some((attribute) => isSet(resource, attribute)) ?? false;
      return stack.subject('queue', resource, {
        provider: type.provider,
        encrypted: boolEntryOrNull(resource, fed ? undefined : type.encrypted),
        encryptedInTransit: boolEntryOrNull(resource, type.encryptedInTransit),
        public: boolEntryOrNull(resource, type.public),
        logged: anyEntryOrNull(resource, type.logged),
      });
    }),
  );
}
