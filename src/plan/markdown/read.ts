import { sourceFile, type Diagnostic, type Location, type Span } from '../../source/index.ts';
import { relocated, type DataDocument } from '../../syntax/data/index.ts';
import { outlineOf } from '../../syntax/markdown/index.ts';
import type { Piece, ProseDocument } from '../../syntax/prose/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { unknownName } from '../check/names.ts';
import { select } from '../check/select.ts';
import { mergePlans } from '../read/merge.ts';
import { saidOfAll, type NamedComponent } from './of-all.ts';
import { ofKnownEnvironments } from './own.ts';
import type { Said, Saying, Step } from './said.ts';
import { readSections } from './sections.ts';
import { Tree } from './tree.ts';

/** Lists and mappings whose entries others refer to by name. */
const NAMED = [
  'environments.*.name',
  'architecture.components.*.name',
  'resources.people.*.name',
  'delivery.stages.*.name',
  'timeline.milestones.*.id',
];

export interface MarkdownPlan {
  /** The plan as if it had been written as data; every place is one of the Markdown file. */
  readonly document: DataDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a plan that is written as Markdown: its front matter, and what its sections state. */
export function readMarkdownPlan(markdown: ProseDocument): MarkdownPlan {
  const { file } = markdown;
  const front = frontMatterOf(markdown);
  const saying: Saying = {
    said: [],
    diagnostics: [],
    ofAll: [],
    rollbacks: [],
    headings: new Map(),
    entries: 0,
  };
  const sections = outlineOf(markdown);
  readSections(saying, sections);
  const title = markdown.headings[0];
  const start: Span = title?.location.span ?? { start: 0, end: 0 };
  for (const [key, value] of [
    ['apiVersion', 'planproof/v1'],
    ['kind', 'DeploymentPlan'],
  ] as const)
    if (!front.document?.has([key])) saying.said.push({ path: [{ key }], value, at: start });
  if (title && !front.document?.has(['title']) && !saying.said.some(({ path }) => isKey(path[0], 'title')))
    saying.said.push({ path: [{ key: 'title' }], ...titleIn(title) });
  const given = front.document ? select(front.document.value, 'environments.*.name') : [];
  const known = ofKnownEnvironments(
    saying,
    given.flatMap(({ value }) => (typeof value === 'string' ? value : [])),
    (name, { at }, names) => {
      saying.diagnostics.push(unknownName('environment', name, { file, span: at }, names));
    },
  );
  const tree = new Tree(file, start, namesIn(known, front.document), saying.headings);
  const said = [...known, ...saidOfAll(saying, componentsIn(known, front.document))];
  for (const one of [...said, ...rollbacksOf(saying, said)]) tree.add(one);
  const read = tree.document();
  const merged = front.document && mergePlans([front.document, read]);
  return {
    document: merged?.document ?? read,
    diagnostics: [
      ...front.diagnostics,
      ...saying.diagnostics,
      ...tree.diagnostics,
      ...(merged?.diagnostics ?? []),
    ],
  };
}

/** "Deployment plan: Webshop" is the plan of what is called "Webshop". */
function titleIn({ text, location }: Piece): { readonly value: string; readonly at: Span } {
  const value = /^deployment plan(?: ?[:–—-] | (?:for|of) )(.{1,300})$/i.exec(text)?.[1] ?? text;
  const start = location.file.text.indexOf(value, location.span.start);
  const inside = start >= 0 && start + value.length <= location.span.end;
  return { value, at: inside ? { start, end: start + value.length } : location.span };
}

function frontMatterOf({ file, frontMatter }: ProseDocument): {
  readonly document?: DataDocument;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (!frontMatter) return { diagnostics: [] };
  // Blanks before it, so that offsets are those of the file.
  const blanks = file.text.slice(0, frontMatter.span.start).replace(/[^\r\n]/g, ' ');
  const { documents, diagnostics } = parseYaml(sourceFile(file.path, blanks + frontMatter.text));
  const inFile = ({ span }: Location): Location => ({ file, span });
  const [data] = documents;
  const isMap = typeof data?.value === 'object' && data.value !== null && !Array.isArray(data.value);
  return {
    ...(isMap && { document: relocated(data, inFile) }),
    diagnostics: diagnostics.map((one) => ({
      ...one,
      ...(one.location && { location: inFile(one.location) }),
    })),
  };
}

function isKey(step: Step | undefined, key: string): boolean {
  return step !== undefined && 'key' in step && step.key === key;
}

function keysOf(path: readonly Step[]): string {
  return path.map((step) => ('key' in step ? step.key : '*')).join('.');
}

/** Names as they are first written, by their lower case. */
function namesIn(said: readonly Said[], front: DataDocument | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const given = front ? NAMED.flatMap((pattern) => select(front.value, pattern)) : [];
  for (const { value } of given)
    if (typeof value === 'string' && !names.has(value.toLowerCase())) names.set(value.toLowerCase(), value);
  for (const { path } of said) {
    const at = path.findIndex((step) => 'named' in step);
    const step = path[at];
    if (!step || !('named' in step) || !NAMED.includes(`${keysOf(path.slice(0, at + 1))}.${step.by}`))
      continue;
    if (!names.has(step.named.toLowerCase())) names.set(step.named.toLowerCase(), step.named);
  }
  return names;
}

function componentsIn(said: readonly Said[], front: DataDocument | undefined): readonly NamedComponent[] {
  const kinds = new Map<string, string>();
  for (const { path, value } of front ? select(front.value, 'architecture.components.*.name') : [])
    if (typeof value === 'string')
      kinds.set(value, textAt(front, [...path.slice(0, -1), 'kind']) ?? 'service');
  for (const { path, value } of said) {
    const [, , entry] = path;
    if (!keysOf(path).startsWith('architecture.components.*') || !entry || !('named' in entry)) continue;
    const stated = isKey(path[3], 'kind') ? String(value) : undefined;
    kinds.set(entry.named, stated ?? kinds.get(entry.named) ?? 'service');
  }
  return [...kinds].map(([name, kind]) => ({ name, kind }));
}

function textAt(document: DataDocument | undefined, path: readonly (string | number)[]): string | undefined {
  const value = document?.at(path).value;
  return typeof value === 'string' ? value : undefined;
}

/** Steps of a rollback that name no environment are those of every environment that says how it rolls back. */
function rollbacksOf({ rollbacks }: Saying, said: readonly Said[]): readonly Said[] {
  const places = said.filter(({ path }) => keysOf(path) === 'delivery.environments.*.rollback.mechanism');
  const own = new Set(
    said.flatMap(({ path }) =>
      keysOf(path) === 'delivery.environments.*.rollback.procedure' ? nameIn(path) : [],
    ),
  );
  return rollbacks
    .slice(0, 1)
    .flatMap(({ value, at }) =>
      places
        .filter(({ path }) => !own.has(nameIn(path)))
        .map(({ path }): Said => ({ path: [...path.slice(0, -1), { key: 'procedure' }], value, at })),
    );
}

function nameIn(path: readonly Step[]): string {
  const step = path.find((one) => 'named' in one);
  return step && 'named' in step ? step.named.toLowerCase() : '';
}
