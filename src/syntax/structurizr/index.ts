/** The Structurizr DSL: what a model holds, and what is joined to what. Views, styles and deployments are not read. */
import type { Location, SourceFile } from '../../source/index.ts';
import { linesOf, type Line } from './lines.ts';

export interface StructurizrFile {
  readonly file: SourceFile;
  readonly elements: readonly StructurizrElement[];
  readonly relations: readonly StructurizrRelation[];
  /** Files that it includes, as they are written. */
  readonly includes: readonly { readonly target: string; readonly location: Location }[];
}

export interface StructurizrElement {
  /** What relations call it, with what holds it: `shop.web`; its name when it has no identifier. */
  readonly id: string;
  /** The same without what holds it. */
  readonly short: string;
  readonly name: string;
  readonly type: 'person' | 'softwaresystem' | 'container' | 'component';
  /** The id of what holds it. */
  readonly parent: string | undefined;
  readonly tags: string;
  readonly location: Location;
}

export interface StructurizrRelation {
  readonly from: string;
  readonly to: string;
  readonly location: Location;
}

const TYPES: ReadonlySet<string> = new Set(['person', 'softwaresystem', 'container', 'component']);
const SKIPPED: ReadonlySet<string> = new Set([
  'views',
  'deploymentenvironment',
  'configuration',
  'properties',
  'perspectives',
  'styles',
  'documentation',
]);

interface Block {
  readonly element: StructurizrElement | undefined;
  readonly skipped: boolean;
}

/** Deeper than anyone models; the names of what lies deeper would grow beyond all measure. */
const MAX_DEPTH = 50;

interface Read {
  readonly elements: StructurizrElement[];
  readonly relations: StructurizrRelation[];
  readonly includes: { target: string; location: Location }[];
  readonly blocks: Block[];
}

/** @param include text of a file that this one includes, by its name; each is read once, and those that it includes */
export function parseStructurizr(
  file: SourceFile,
  include?: (name: string) => SourceFile | undefined,
): StructurizrFile {
  const read: Read = { elements: [], relations: [], includes: [], blocks: [] };
  const seen = new Set<string>([file.path]);
  const waiting: { line: Line; file: SourceFile }[] = [];
  const add = (other: SourceFile): void => {
    for (const line of [...linesOf(other.text)].reverse()) waiting.push({ line, file: other });
  };
  add(file);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const target = readLine(next.line, next.file, read);
    const other = target === undefined ? undefined : include?.(target);
    if (!other || seen.has(other.path)) continue;
    seen.add(other.path);
    add(other);
  }
  const { elements, relations, includes } = read;
  return { file, elements, relations, includes };
}

/** Reads one line, and tells which file it includes. */
function readLine(line: Line, file: SourceFile, read: Read): string | undefined {
  const { blocks } = read;
  const [first, second, third] = line.words;
  if (!first) return undefined;
  if (first.text === '}') {
    blocks.pop();
    return undefined;
  }
  const around = blocks.at(-1);
  const last = line.words.at(-1);
  const opens = last?.text === '{' && !last.quoted;
  if (around?.skipped === true) {
    if (opens) blocks.push(around);
    return undefined;
  }
  const location = { file, span: { start: first.start, end: line.end } };
  const keyword = first.text.toLowerCase();
  if (keyword === '!include' && second) {
    read.includes.push({ target: second.text, location });
    return second.text;
  }
  const relation = relationOf(line, around?.element);
  const element = relation ? undefined : elementOf(line, around?.element, file);
  if (relation) read.relations.push({ ...relation, location });
  if (element) read.elements.push(element);
  const skipped = isSkipped(keyword, third?.text) || blocks.length >= MAX_DEPTH;
  if (opens) blocks.push({ element: element ?? around?.element, skipped });
  return undefined;
}

/** `views {`, `live = deploymentEnvironment "Live" {`. */
function isSkipped(keyword: string, named: string | undefined): boolean {
  return SKIPPED.has(keyword) || named?.toLowerCase() === 'deploymentenvironment';
}

function relationOf(
  { words }: Line,
  around: StructurizrElement | undefined,
): { from: string; to: string } | undefined {
  const arrow = words.findIndex(({ text, quoted }) => text === '->' && !quoted);
  const target = words[arrow + 1]?.text;
  if (arrow < 0 || target === undefined) return undefined;
  // `id = a -> b`, `a -> b`, `-> b`.
  const from = arrow === 0 ? around?.id : words[arrow - 1]?.text;
  if (from === undefined) return undefined;
  return {
    from: from === 'this' && around ? around.id : from,
    to: target === 'this' && around ? around.id : target,
  };
}

function elementOf(
  { words, end }: Line,
  around: StructurizrElement | undefined,
  file: SourceFile,
): StructurizrElement | undefined {
  const named = words[1]?.text === '=';
  const [type, name, , tags] = named ? words.slice(2) : words;
  const kind = type?.text.toLowerCase() ?? '';
  if (!type || !name || !TYPES.has(kind) || name.text === '{') return undefined;
  const short = named ? (words[0]?.text ?? name.text) : name.text;
  return {
    id: around ? `${around.id}.${short}` : short,
    short,
    name: name.text,
    type: kind as StructurizrElement['type'],
    parent: around?.id,
    tags: tags?.text ?? '',
    location: { file, span: { start: name.start, end: Math.min(name.end, end) } },
  };
}
