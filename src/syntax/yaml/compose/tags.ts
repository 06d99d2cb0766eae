import { resolveNumber, resolvePlain } from './scalars.ts';

const STANDARD = 'tag:yaml.org,2002:';

/** The `%TAG` directives of a document: prefixes by handle. */
export type TagHandles = ReadonlyMap<string, string>;

/**
 * The name of a tag of YAML itself (`str` for `!!str`); undefined for any other tag, which then is kept as it is
 * written. `!` alone is `str`.
 */
export function standardTag(written: string, handles: TagHandles): string | undefined {
  const full = fullName(written, handles);
  if (full === '!') return 'str';
  if (!full.startsWith(STANDARD)) return undefined;
  const name = full.slice(STANDARD.length);
  return KNOWN.has(name) ? name : undefined;
}

const KNOWN = new Set([
  ...['str', 'int', 'float', 'bool', 'null', 'binary', 'timestamp', 'merge'],
  ...['map', 'seq', 'set', 'omap', 'pairs'],
]);

function fullName(written: string, handles: TagHandles): string {
  if (written.startsWith('!<')) return written.slice(2, -1);
  const end = written.indexOf('!', 1) + 1;
  const handle = end > 0 ? written.slice(0, end) : '!';
  const prefix = handles.get(handle) ?? (handle === '!!' ? STANDARD : handle);
  return prefix + written.slice(handle.length);
}

/** What a tag makes of a scalar. */
export interface TaggedScalar {
  readonly value: unknown;
  /** The tag as it is written, when it is none of YAML's own: the value belongs into `{ tag: value }`. */
  readonly local?: string;
  /** false: the text is not what the tag says. */
  readonly fits: boolean;
}

export function tagScalar(tag: string, handles: TagHandles, text: string, untagged: unknown): TaggedScalar {
  const standard = standardTag(tag, handles);
  if (standard === undefined) return { value: untagged, local: tag, fits: true };
  const value = standardValue(standard, text);
  return value === undefined ? { value: text, fits: false } : { value, fits: true };
}

/** undefined: the text does not fit the tag. */
function standardValue(tag: string, text: string): unknown {
  const value = resolvePlain(text, '1.2');
  switch (tag) {
    case 'int':
      return Number.isInteger(value) ? value : undefined;
    case 'float':
      return resolveNumber(text);
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'null':
      return value === null ? null : undefined;
    case 'map':
    case 'set':
      return text === '' ? {} : undefined;
    case 'seq':
    case 'omap':
    case 'pairs':
      return text === '' ? [] : undefined;
    default:
      return text;
  }
}
