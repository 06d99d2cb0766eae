import {
  isUnknown,
  unknown,
  valueOf,
  type CacheFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import { bool, nothing, partsOn, text, type Part } from '../resource/part.ts';
import { typesOf, type TypeEntry } from '../resource/rows.ts';
import { isSet, numberSetting, textSetting, type Setting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { boolEntryOrNull, type Entry } from './entry.ts';
import table from './tables/caches.json' with { type: 'json' };

interface CacheType {
  readonly engine: Setting;
  readonly encrypted?: Entry;
  readonly encryptedInTransit?: Entry;
  readonly authenticated?: Entry;
  readonly retention?: Setting;
  readonly multiZone?: Entry;
  /** The attribute that makes it part of another cache, which decides. */
  readonly memberOf?: string;
  readonly nodeType?: string;
  /** Its blocks, each of which keeps answers where it says so, and decides for itself. */
  readonly parts?: { readonly on: readonly string[]; readonly keeps: string };
}

const TYPES = typesOf<CacheType>(table);

/** Caches, of all clouds. */
export function caches(stack: Stack): readonly SubjectOf<'cache'>[] {
  return TYPES.flatMap(([name, type]) =>
    stack
      .of(name)
      .filter((resource) => type.memberOf === undefined || !isSet(resource, type.memberOf))
      .flatMap((resource) => {
        if (!type.parts) return stack.subject('cache', resource, factsOf(resource, type));
        return keeping(resource, type).map(({ part, address }) =>
          stack.subject('cache', { address, at: part.at }, factsOf(part, type)),
        );
      }),
  );
}

/** The blocks that keep answers; where that is not known, whether they are encrypted is not asked. */
function keeping(
  resource: Resource,
  { parts }: CacheType,
): readonly { readonly part: Part; readonly address: string }[] {
  const { on = [], keeps = '' } = parts ?? {};
  return partsOn(resource, on).flatMap((part, index) => {
    const kept = bool(part, keeps);
    const address = `${resource.address}.${on.join('.')}[${index}]`;
    return kept && valueOf(kept) === true ? [{ part, address }] : [];
  });
}

function factsOf(resource: Part, type: TypeEntry<CacheType>[1]): CacheFacts {
  const engine = textSetting(resource, type.engine);
  return {
    provider: type.provider,
    encrypted: boolEntryOrNull(resource, ofEngine(type.encrypted, engine, true)),
    encryptedInTransit: boolEntryOrNull(resource, ofEngine(type.encryptedInTransit, engine, undefined)),
    authenticated: boolEntryOrNull(resource, type.authenticated),
    backupRetentionDays: retentionOf(resource, type, engine),
    multiZone: boolEntryOrNull(resource, type.multiZone),
  };
}

/** ElastiCache encrypts Valkey at rest by itself, and Redis not. */
function ofEngine(
  entry: Entry | undefined,
  engine: Fact<string>,
  absent: boolean | undefined,
): Entry | undefined {
  if (!entry || valueOf(engine) !== 'valkey' || !('absent' in entry) || entry.absent !== false) return entry;
  const { on = [] } = entry;
  return absent === undefined
    ? { on, varies: `${on.join('.')} is not set, and its default for Valkey is not the one for Redis` }
    : { ...entry, absent };
}

/** Memcached has nothing to back up, and the smallest nodes of old cannot. */
function retentionOf(
  resource: Part,
  { retention, nodeType }: CacheType,
  engine: Fact<string>,
): Fact<number | null> {
  if (!retention || valueOf(engine) === 'memcached') return nothing(resource);
  const node = nodeType === undefined ? undefined : text(resource, nodeType);
  if (node && valueOf(node)?.startsWith('cache.t1.')) return nothing(resource);
  const days = numberSetting(resource, retention);
  if (!isUnknown(engine.value) || valueOf(days) !== 0) return days;
  return unknown(engine.value.unknown, engine.at, engine.related);
}
