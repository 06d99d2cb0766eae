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

/** @param include text of a file that this one includes, by its name; each is read once, and those that it includes */
export function parseStructurizr(
  file: SourceFile,
  include?: (name: string) => SourceFile | undefined,
): StructurizrFile {
  const elements: StructurizrElement[] = [];
  const relations: StructurizrRelation[] = [];
  const includes: { target: string; location: Location }[] = [];
  const blocks: Block[] = [];
  const seen = new Set<string>([file.path]);
  const queue: { line: Line; file: SourceFile }[] = linesOf(file.text)
    .map((line) => ({ line, file }))
    .reverse();
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { line, file: from } = next;
    const [first, ...rest] = line.words;
    if (!first) continue;
    const location = { file: from, span: { start: first.start, end: line.end } };
    const around = blocks.at(-1);
    if (first.text === '}') {
      blocks.pop();
      continue;
    }
    const opens = line.words.at(-1)?.text === '{' && line.words.at(-1)?.quoted !== true;
    if (around?.skipped === true) {
      if (opens) blocks.push({ element: undefined, skipped: true });
      continue;
    }
    if (first.text.toLowerCase() === '!include' && rest[0]) {
      includes.push({ target: rest[0].text, location });
      const other = include?.(rest[0].text);
      if (other && !seen.has(other.path)) {
        seen.add(other.path);
        queue.push(
          ...linesOf(other.text)
            .map((one) => ({ line: one, file: other }))
            .reverse(),
        );
      }
      continue;
    }
    const relation = relationOf(line, around?.element);
    if (relation) relations.push({ ...relation, location });
    const element = relation ? undefined : elementOf(line, around?.element, from);
    if (element) elements.push(element);
    if (opens)
      blocks.push({
        element: element ?? around?.element,
        skipped:
          SKIPPED.has(first.text.toLowerCase()) || rest[1]?.text.toLowerCase() === 'deploymentenvironment',
      });
  }
  return { file, elements, relations, includes };
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
