import type { OutlineSection } from '../../syntax/markdown/index.ts';
import { referencesIn } from './cells.ts';
import type { Saying, Step } from './said.ts';
import type { Context } from './place.ts';

/** Sections that may be the document itself, when they tell steps: where their own anchor is stated, and as what. */
const PROCEDURES: Readonly<Record<string, readonly string[]>> = {
  'documents.procedures': ['documents', 'procedures', '[]'],
  'documents.verification': ['documents', 'verification', '[]'],
  'documents.troubleshooting': ['documents', 'troubleshooting', '[]'],
  'recovery.procedure': ['recovery', 'procedure'],
  'recovery.incidentResponse': ['recovery', 'incidentResponse', 'procedure'],
};
const DRAWN: ReadonlySet<string> = new Set([
  'mermaid',
  'plantuml',
  'puml',
  'dot',
  'graphviz',
  'd2',
  'structurizr',
]);

/** What a section states by what it is: a summary, a diagram, the steps of a procedure. False when it is none of them. */
export function sayOwnText(
  saying: Saying,
  section: OutlineSection,
  context: Context,
  numbered: readonly number[],
): boolean {
  const { heading } = section;
  const path = context.path?.join('.') ?? '';
  if (!heading) return false;
  const at = heading.location.span;
  const own = `${nameOf(heading.location.file.path)}#${heading.slug}`;
  if (path === 'summary') return saySummary(saying, section);
  if (path === 'architecture.diagrams' || path === 'architecture.documents')
    return sayDrawings(saying, section, path, own);
  if (path === 'recovery.procedure' && sayLinked(saying, section)) return true;
  if (!hasSteps(section, numbered)) return false;
  if (path === 'delivery.environments.*.rollback') {
    if (!context.naming) saying.rollbacks.push({ value: own, at });
    else
      saying.said.push({
        path: [...context.base.steps, { key: 'rollback' }, { key: 'procedure' }],
        value: own,
        at,
      });
    return true;
  }
  const place = PROCEDURES[path];
  if (!place) return false;
  const steps = place.map((key): Step => (key === '[]' ? { entry: saying.entries++, at } : { key }));
  saying.said.push({ path: steps, value: own, at });
  return true;
}

function saySummary(saying: Saying, { blocks }: OutlineSection): boolean {
  const text = blocks.find((block) => block.type === 'text');
  const [first] = text?.lines ?? [];
  if (!text || !first) return false;
  const value = text.lines.map((line) => line.text).join(' ');
  const last = text.lines.at(-1) ?? first;
  const span = { start: first.location.span.start, end: last.location.span.end };
  saying.said.push({ path: [{ key: 'summary' }], value, at: span });
  return true;
}

/** Diagrams are pictures, files that a link leads to, or drawn in the section itself. */
function sayDrawings(
  saying: Saying,
  { heading, blocks }: OutlineSection,
  path: string,
  own: string,
): boolean {
  const home = path.split('.').map((key): Step => ({ key }));
  const before = saying.said.length;
  for (const block of blocks) {
    if (block.type === 'code' && DRAWN.has(block.language) && heading)
      saying.said.push({
        path: [...home, { entry: saying.entries++, at: heading.location.span }],
        value: own,
        at: heading.location.span,
      });
    if (block.type !== 'text') continue;
    for (const line of block.lines)
      for (const value of line.targets)
        saying.said.push({
          path: [...home, { entry: saying.entries++, at: line.location.span }],
          value,
          at: line.location.span,
        });
  }
  return saying.said.length > before;
}

/** "See [Restore](docs/restore.md)". */
function sayLinked(saying: Saying, { blocks }: OutlineSection): boolean {
  const lines = blocks.flatMap((block) =>
    block.type === 'text' ? block.lines : block.type === 'list' ? block.items.map(({ words }) => words) : [],
  );
  const linked = lines.filter(({ targets }) => targets.length > 0);
  const [line, ...others] = linked;
  const [value] = line ? referencesIn(line, { of: 'reference' }) : [];
  if (!line || value === undefined || others.length > 0) return false;
  saying.said.push({ path: [{ key: 'recovery' }, { key: 'procedure' }], value, at: line.location.span });
  return true;
}

/** Where the headings stand that have a numbered list below them, in their order. */
export function numberedSections(sections: readonly OutlineSection[]): readonly number[] {
  const isNumbered = ({ blocks }: OutlineSection): boolean =>
    blocks.some((block) => block.type === 'list' && block.ordered && block.items.length > 1);
  return sections.filter(isNumbered).map(({ heading }) => heading?.location.span.start ?? -1);
}

/** A numbered list below the heading, or below one of the headings in it. */
function hasSteps({ heading }: OutlineSection, numbered: readonly number[]): boolean {
  const { start, end } = heading?.extent ?? { start: 0, end: 0 };
  let [low, high] = [0, numbered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbered[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (numbered[low] ?? Infinity) < end;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
