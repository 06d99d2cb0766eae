import type { Format, Syntax } from '../formats/index.ts';
import type { Diagnostic, Location, SourceFile } from '../source/index.ts';
import type { DataDocument, Path } from '../syntax/data/index.ts';
import type { Expression, HclBody } from '../syntax/hcl/index.ts';
import type { ProseDocument } from '../syntax/prose/index.ts';
import type { Parsed } from './parsers.ts';
import type { FileSyntax } from './syntax.ts';

type Item = Parsed['documents'][number];

/** A document that somebody judges: a format, or the plan. */
export interface Judged {
  readonly item: Item;
  readonly format: Format | undefined;
}

/** Gives the place of what it was given for, while its generator stands there. */
type PlaceOf = () => Location;

/**
 * How much of one file is judged, by measurement: so much that what people keep, and what programs write for them,
 * stays far below it, and so little that no file costs more than some seconds. What is not here is bounded by the size
 * of its files, or costs little.
 */
const MOST: Readonly<Partial<Record<Syntax, number>>> = {
  data: 80_000,
  hcl: 30_000,
  prose: 50_000,
  codeowners: 50_000,
  structurizr: 50_000,
};

/** In which each entry takes a character of the text at least; elsewhere a word may make several. */
const PLAIN: ReadonlySet<FileSyntax> = new Set([
  'yaml',
  'json',
  'hcl',
  'markdown',
  'asciidoc',
  'restructuredtext',
  'codeowners',
]);

/** Says that a file holds more than is judged of one; undefined for all others, most of which are too short for that. */
export function overBudget(
  { text }: SourceFile,
  syntax: FileSyntax,
  documents: readonly Judged[],
): Diagnostic | undefined {
  const least = documents.reduce((most, judged) => Math.min(most, mostOf(judged)), Infinity);
  // What an alias repeats takes no text.
  const repeats = syntax === 'yaml' && text.includes('&');
  if (text.length <= least && PLAIN.has(syntax) && !repeats) return undefined;
  let count = 0;
  let passed: { readonly location: Location; readonly most: number } | undefined;
  for (const judged of documents) {
    const most = mostOf(judged);
    for (const place of entriesOf(judged.item, budgetOf(judged)))
      if (++count > most) passed ??= { location: place(), most };
  }
  return passed && problem(count, passed);
}

function budgetOf({ item, format }: Judged): Format['budget'] {
  return item.syntax === 'data' ? format?.budget : undefined;
}

function mostOf(judged: Judged): number {
  return budgetOf(judged)?.most ?? MOST[judged.item.syntax] ?? Infinity;
}

function problem(
  count: number,
  { location, most }: { readonly location: Location; readonly most: number },
): Diagnostic {
  const { path } = location.file;
  const { line } = location.file.positionAt(location.span.start);
  return {
    code: 'io/too-many-entries',
    level: 'error',
    message: `The file was not judged: it has ${count} entries, and at most ${most} are judged of one file, which line ${line} passes.`,
    path,
    location,
    help: 'Split the file, or exclude it if a program generates it.',
  };
}

/** What a document is made of, in the order of the text. */
function entriesOf(item: Item, own: Format['budget']): Iterable<PlaceOf> {
  switch (item.syntax) {
    case 'data':
      return own?.counted ? located(item.document, own.counted(item.document)) : entriesOfData(item.document);
    case 'hcl':
      return entriesOfBody(item.document.body, item.document.file);
    case 'prose':
      return placed(partsOf(item.document));
    case 'codeowners':
      return placed(item.document.entries);
    case 'structurizr':
      return placed([...item.document.elements, ...item.document.relations]);
    default:
      return [];
  }
}

function* placed(parts: readonly { readonly location: Location }[]): Generator<PlaceOf> {
  const inOrder = [...parts].sort((a, b) => a.location.span.start - b.location.span.start);
  for (const { location } of inOrder) yield () => location;
}

function partsOf(document: ProseDocument): readonly { readonly location: Location }[] {
  const { headings, links, codeBlocks, codeSpans, prose, html, lists, tables } = document;
  return [
    ...[headings, links, codeBlocks, codeSpans, prose, html].flat(),
    ...lists.flatMap(({ items }) => items.map((location) => ({ location }))),
    ...tables.flatMap(({ rows }) => rows.flat()),
  ];
}

function* located(document: DataDocument, paths: Iterable<Path>): Generator<PlaceOf> {
  for (const path of paths) yield () => document.locate(path, 'entry');
}

/** Entries of mappings and items of lists, each time that an alias repeats them. */
function* entriesOfData(document: DataDocument): Generator<PlaceOf> {
  const open = [childrenOf(document.value)];
  const path: (string | number)[] = [];
  const place = (): Location => document.locate(path, 'entry');
  for (let children = open.at(-1); children; children = open.at(-1)) {
    const next = children.next();
    path.length = open.length - 1;
    if (next.done) {
      open.pop();
      continue;
    }
    const [key, value] = next.value;
    path.push(key);
    yield place;
    if (typeof value === 'object' && value !== null) open.push(childrenOf(value));
  }
}

function childrenOf(value: unknown): Iterator<readonly [string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return Object.entries(typeof value === 'object' && value !== null ? value : {})[Symbol.iterator]();
}

/** Attributes, the items of their lists and objects, blocks and their labels. */
function* entriesOfBody({ attributes, blocks }: HclBody, file: SourceFile): Generator<PlaceOf> {
  const members = [...attributes, ...blocks].sort((a, b) => a.start - b.start);
  for (const member of members) {
    yield () => ({ file, span: member });
    if ('body' in member) {
      for (const label of member.labels) yield () => ({ file, span: label });
      yield* entriesOfBody(member.body, file);
    } else yield* itemsOf(member.value, file);
  }
}

function* itemsOf(value: Expression, file: SourceFile): Generator<PlaceOf> {
  if (value.kind === 'tuple')
    for (const item of value.items) {
      yield () => ({ file, span: item });
      yield* itemsOf(item, file);
    }
  if (value.kind === 'object')
    for (const item of value.items) {
      yield () => ({ file, span: item });
      yield* itemsOf(item.value, file);
    }
}
