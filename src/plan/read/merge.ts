import type { Diagnostic } from '../../source/index.ts';
import { assembled, type AssembledPart, type DataDocument, type Path } from '../../syntax/data/index.ts';
import { contradiction } from './contradiction.ts';

/** What entries of lists are told apart by. */
const IDENTITIES = ['name', 'id', 'component'] as const;

interface Merged {
  readonly document: DataDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Several documents as one plan. Mappings are merged by key, lists by the name, id or component of their entries; what
 * two of them state differently is told with both places, and the first counts.
 * @param own keys of the plan itself that only the first document states, so that others may differ
 */
export function mergePlans(
  documents: readonly DataDocument[],
  own: readonly string[] = [],
): Merged | undefined {
  const [first] = documents;
  if (!first) return undefined;
  if (documents.length === 1) return { document: first, diagnostics: [] };
  const merging: Merging = { parts: [], diagnostics: [], own };
  const value = merge(merging, [], documents);
  const { path } = first.file;
  const diagnostics = merging.diagnostics.map((one) => ({ ...one, path }));
  return { document: assembled(value, merging.parts, first), diagnostics };
}

interface Merging {
  readonly parts: AssembledPart[];
  readonly diagnostics: Diagnostic[];
  readonly own: readonly string[];
}

function merge(merging: Merging, path: Path, sources: readonly DataDocument[]): unknown {
  const [first, ...others] = sources;
  if (!first) return undefined;
  merging.parts.push({ at: path, is: first });
  if (others.length === 0) return first.value;
  if (sources.every(({ value }) => isMap(value))) return mergeMaps(merging, path, sources);
  if (sources.every(({ value }) => Array.isArray(value))) return mergeLists(merging, path, sources);
  for (const other of others)
    if (JSON.stringify(other.value) !== JSON.stringify(first.value))
      merging.diagnostics.push(
        contradiction(path.join('.'), other.value, other.locate([]), first.value, first.locate([])),
      );
  return first.value;
}

function mergeMaps(merging: Merging, path: Path, sources: readonly DataDocument[]): Record<string, unknown> {
  const byKey = new Map<string, DataDocument[]>();
  for (const [index, source] of sources.entries())
    for (const key of Object.keys(source.value as object)) {
      const known = byKey.get(key);
      if (index > 0 && path.length === 0 && merging.own.includes(key)) continue;
      if (known) known.push(source.at([key]));
      else byKey.set(key, [source.at([key])]);
    }
  const merged: Record<string, unknown> = {};
  for (const [key, values] of byKey) {
    const value = merge(merging, [...path, key], values);
    Object.defineProperty(merged, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return merged;
}

function mergeLists(merging: Merging, path: Path, sources: readonly DataDocument[]): readonly unknown[] {
  const groups = new Map<string, { readonly items: DataDocument[]; last: number }>();
  for (const [index, source] of sources.entries())
    for (const [at, item] of (source.value as readonly unknown[]).entries()) {
      const id = identityIn(item, index, at);
      const known = groups.get(id);
      // A document that names an entry twice is told so elsewhere.
      if (known && known.last < index) {
        known.items.push(source.at([at]));
        known.last = index;
      } else groups.set(known ? `${index}:${at}` : id, { items: [source.at([at])], last: index });
    }
  return [...groups.values()].map(({ items }, at) => merge(merging, [...path, at], items));
}

function identityIn(item: unknown, index: number, at: number): string {
  if (typeof item === 'string') return `text ${item}`;
  if (isMap(item))
    for (const key of IDENTITIES) {
      const name = item[key];
      if (typeof name === 'string' && !(key === 'component' && 'signal' in item)) return `${key} ${name}`;
    }
  return `${index}:${at}`;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
