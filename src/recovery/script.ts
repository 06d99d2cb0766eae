import type { BackupMethod } from '../model/index.ts';
import { placeOf, regionIn, type CopyPlace } from './place.ts';
import { insideContainers } from './containers.ts';
import { keptBy, keptByTail, type Kept } from './retention.ts';
import { copying, flagValue, moves, programName, type Line } from './words.ts';

/** What a script that makes copies does. */
export interface ScriptCopies {
  readonly method: BackupMethod;
  /** Names of hosts that it copies from. */
  readonly sources: readonly string[];
  readonly places: readonly CopyPlace[];
  /** Regions that its commands and variables name. */
  readonly regions: readonly string[];
  readonly kept: Kept | undefined;
  /** It encrypts them itself. */
  readonly encrypts: boolean;
}

/** Variables that tools read in place of flags. */
const HOSTS =
  /^(?:PGHOST|(?:POSTGRES|POSTGRESQL|MYSQL|MARIADB|MONGO|MONGODB|REDIS|DB|DATABASE)_?HOST(?:NAME)?|(?:DATABASE|DB|POSTGRES|MONGO|MONGODB|MYSQL)_(?:URL|URI)|(?:PG|MYSQL|MONGO)_?URI)$/;
const REPOSITORIES =
  /^(?:RESTIC_REPOSITORY|BORG_REPO|WALG_(?:S3|GS|AZ|SSH|FILE)_PREFIX|WALE_(?:S3|GS|WABS)_PREFIX|WAL_S3_BUCKET|(?:S3|BACKUP)_(?:BUCKET|PATH|DESTINATION))$/;
const KEPT_DAYS = /^(?:BACKUP_)?(?:KEEP|RETENTION)_DAYS$|^BACKUP_RETENTION$/;
const KEPT_COPIES = /^(?:BACKUP_NUM_TO_RETAIN|BACKUP_KEEP(?:_COPIES|_LAST)?|KEEP_BACKUPS)$/;
const KEYS = /^(?:WALG_(?:LIBSODIUM_KEY|PGP_KEY)|WALE_GPG_KEY_ID|BORG_PASSPHRASE)(?:_PATH)?$/;
const CIPHERS: ReadonlySet<string> = new Set(['gpg', 'age', 'openssl', 'rage']);
const FILES: ReadonlySet<string> = new Set(['>', '>>', '>|']);

/**
 * What a script copies, where to, and for how long.
 * @param named whether its name says that it backs up: then bringing files elsewhere is a copy
 * @param variables of its environment; an empty value is one that is only known when it runs
 */
export function copiesOf(
  outer: readonly Line[],
  variables: ReadonlyMap<string, string>,
  named: boolean,
): ScriptCopies | undefined {
  const inside = insideContainers(outer);
  const lines = inside.map(({ line }) => line);
  const made = inside.flatMap(({ line, container }) => {
    const copy = copying(line);
    return copy ? [{ line, copy, container }] : [];
  });
  const moved = lines.filter(moves);
  if (made.length === 0 && !(named && moved.length > 0)) return undefined;
  const written = made.flatMap(({ line: { words }, copy }) => [
    flagValue(words, copy.file) ?? '',
    copy.last === true ? (words.at(-1) ?? '') : '',
    ...(programName(words[0] ?? '') === 'borg' ? words.filter((word) => word.includes('::')) : []),
  ]);
  const redirected = lines.flatMap(({ redirects }) =>
    redirects.flatMap(({ operator, target }) => (FILES.has(operator) ? [target] : [])),
  );
  const brought = moved.flatMap(({ words }) =>
    words.slice(1).filter((word) => placeOf(word)?.kind === 'store'),
  );
  const stated = [...variables].flatMap(([name, value]) =>
    REPOSITORIES.test(name) ? [storeOf(name, value)] : [],
  );
  const places = [...written, ...redirected, ...brought, ...stated].flatMap((word) => placeOf(word) ?? []);
  const hosts = [
    // Without a host it is the container that the command runs in.
    ...made.map(
      ({ line, copy, container }) => hostOf(flagValue(line.words, copy.host) ?? '') ?? container ?? '',
    ),
    ...made.flatMap(({ line }) => line.words.filter((word) => /^[a-z+]+:\/\//i.test(word))),
    ...[...variables].flatMap(([name, value]) => (HOSTS.test(name) ? [value] : [])),
  ];
  return {
    method: made[0]?.copy.method ?? 'snapshot',
    sources: [...new Set(hosts.flatMap((host) => hostOf(host) ?? []))],
    places,
    regions: regionsOf(moved, places, variables),
    kept: keptIn(lines, variables),
    encrypts:
      made.some(({ copy }) => copy.encrypts === true) ||
      lines.some(
        ({ words }) =>
          CIPHERS.has(programName(words[0] ?? '')) || words.some((word) => word.startsWith('--sse')),
      ) ||
      [...variables.keys()].some((name) => KEYS.test(name)),
  };
}

/** Of a bucket's name the address of the bucket, also where the name is known only when it runs. */
function storeOf(name: string, value: string): string {
  if (name.includes('BUCKET')) return value.includes('://') ? value : `s3://${value}`;
  return value === '' && name.endsWith('_PREFIX') ? 's3://' : value;
}

/** `orders-db` of `postgres://user@orders-db.production.svc:5432/orders`; nothing for what only variables tell. */
function hostOf(text: string): string | undefined {
  const host = /^[a-z+]+:\/\/(?:[^@/]*@)?([^:/?]+)/i.exec(text)?.[1] ?? text.split(':')[0] ?? '';
  return /^[a-z0-9][\w.-]*$/i.test(host) && host !== 'localhost' && !/^[\d.]+$/.test(host) ? host : undefined;
}

function regionsOf(
  moved: readonly Line[],
  places: readonly CopyPlace[],
  variables: ReadonlyMap<string, string>,
): readonly string[] {
  const told = [
    ...places.flatMap(({ region }) => region ?? []),
    ...moved.flatMap(({ words }) => regionIn(flagValue(words, ['--region', '--source-region']) ?? '') ?? []),
  ];
  const stated =
    told.length > 0
      ? told
      : [...variables].flatMap(([name, value]) =>
          /^AWS_(?:DEFAULT_)?REGION$/.test(name) ? (regionIn(value) ?? []) : [],
        );
  return [...new Set(stated)].sort();
}

function keptIn(lines: readonly Line[], variables: ReadonlyMap<string, string>): Kept | undefined {
  for (const line of lines) {
    const kept = keptBy(line);
    if (kept) return kept;
  }
  for (const [name, value] of variables) {
    const days = /^(\d{1,6})(?: days?|d)?$/.exec(value)?.[1];
    if (days === undefined) continue;
    if (KEPT_DAYS.test(name)) return { days: Number(days) };
    if (KEPT_COPIES.test(name)) return { copies: Number(days) };
  }
  const removes = lines.some(({ words }) => programName(words[0] ?? '') === 'rm' || words.includes('rm'));
  return removes ? lines.map(keptByTail).find((kept) => kept !== undefined) : undefined;
}
