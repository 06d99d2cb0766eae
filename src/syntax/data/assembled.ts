import type { Location } from '../../source/index.ts';
import type { DataDocument, Part, Path, Place } from './document.ts';

/** A value of a document that is assembled of parts of others, and the part that it is. */
export interface AssembledPart {
  readonly at: Path;
  /** The part, as a document whose value stands there. */
  readonly is: DataDocument;
}

/**
 * A document that nobody wrote, made of parts of one that somebody did: what one kind of object is when it runs as
 * another. Places are those of the parts; what is no part stands at `otherwise`.
 */
export function assembled(
  value: unknown,
  parts: readonly AssembledPart[],
  otherwise: DataDocument,
): DataDocument {
  const byPath = new Map(parts.map(({ at, is }) => [keyOf(at), is]));
  const deepest = parts.reduce((most, { at }) => Math.max(most, at.length), 0);
  return view({ value, byPath, deepest, otherwise }, []);
}

interface Whole {
  readonly value: unknown;
  readonly byPath: ReadonlyMap<string, DataDocument>;
  readonly deepest: number;
  readonly otherwise: DataDocument;
}

const keyOf = (path: Path): string => JSON.stringify(path);

function view(whole: Whole, base: Path): DataDocument {
  const { otherwise } = whole;
  const locate = (path: Path, part?: Part): Location => {
    const { is, rest } = partAt(whole, [...base, ...path]) ?? { is: otherwise, rest: [] };
    return is.locate(rest, part);
  };
  return {
    syntax: otherwise.syntax,
    file: otherwise.file,
    value: valueAt(whole.value, base),
    locate,
    place: placeAt([], locate),
    has: (path) => valueAt(whole.value, [...base, ...path]) !== undefined,
    rawText: (path) => {
      const found = partAt(whole, [...base, ...path]);
      return found?.is.rawText(found.rest);
    },
    at: (path) => view(whole, [...base, ...path]),
    comments: [],
  };
}

/** The smallest part that holds what stands at a path. */
function partAt(
  { byPath, deepest }: Whole,
  path: Path,
): { readonly is: DataDocument; readonly rest: Path } | undefined {
  for (let length = Math.min(deepest, path.length); length > 0; length--) {
    const is = byPath.get(keyOf(path.slice(0, length)));
    if (is) return { is, rest: path.slice(length) };
  }
  return undefined;
}

function placeAt(path: Path, locate: (path: Path, part?: Part) => Location): Place {
  return { below: (step) => placeAt([...path, step], locate), locate: (part) => locate(path, part) };
}

function valueAt(value: unknown, path: Path): unknown {
  let node = value;
  for (const step of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}
