import type { OutlineBlock, OutlineSection, Words } from '../../syntax/markdown/index.ts';
import { subjectsOf } from './vocabulary/columns.ts';
import { formOf } from './vocabulary/forms.ts';
import { sectionNamed, type NamedSection } from './vocabulary/headings.ts';
import { pairOf, readList, sayPair } from './lists.ts';
import { sayOfAll } from './of-all.ts';
import { ROOT, stepsTo, type Base, type Context, type Naming } from './place.ts';
import { leftOut, type Saying } from './said.ts';
import { numberedSections, sayOwnText } from './own-text.ts';
import { shapeAt, PLAN, type Shape } from './vocabulary/shape.ts';
import {
  readPairs,
  readRows,
  readTransposed,
  tellUnread,
  understoodColumns,
  type TableBlock,
} from './tables.ts';

const TOP: Context = { level: 0, path: [], shape: PLAN, naming: undefined, base: ROOT };

/** Reads what each section states. */
export function readSections(saying: Saying, sections: readonly OutlineSection[]): void {
  const open: Context[] = [TOP];
  const numbered = numberedSections(sections);
  for (const section of sections) {
    const { heading } = section;
    if (heading) {
      while (open.length > 1 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      const context = contextOf(section, open.at(-1) ?? TOP);
      open.push(context);
      const path = context.path?.join('.') ?? '';
      if (path !== '' && !context.naming && !saying.headings.has(path))
        saying.headings.set(path, heading.location.span);
    }
    readSection(saying, section, open.at(-1) ?? TOP, numbered);
  }
}

function contextOf(section: OutlineSection, parent: Context): Context {
  const { heading } = section;
  if (!heading) return parent;
  const { level } = heading;
  const named = sectionNamed(heading.text, parent.path ?? []);
  if (named) return namedContext(level, named, parent);
  if (level === 1 && parent === TOP) return { ...TOP, level };
  return entryContext(section, headingWords(heading), parent) ?? { ...TOP, level, path: undefined };
}

/** The part of the plan that a heading names; what stands below an environment's heading is that one's. */
function namedContext(level: number, { path, shape }: NamedSection, parent: Context): Context {
  const above = parent.path ?? [];
  const inside = above.every((key, at) => path[at] === key);
  const each = path.includes('*');
  const naming = each ? parent.naming : undefined;
  const base = naming ? settle(path, naming) : inside ? parent.base : ROOT;
  return { level, path, shape, naming, base };
}

/** An entry under its own heading: its name is whatever stands there. */
function entryContext(
  { blocks, heading }: OutlineSection,
  words: Words,
  parent: Context,
): Context | undefined {
  const { path, shape, naming: within, base: above } = parent;
  const subjects = path && subjectsOf(path);
  if (subjects?.identity === undefined || within || blocks.length === 0) return undefined;
  const naming = { words };
  const base = { path: subjects.home, steps: stepsTo(subjects.home, naming, above) };
  return { level: heading?.level ?? 0, path, shape, naming, base };
}

function settle(path: readonly string[], naming: Naming): Base {
  const home = path.slice(0, path.indexOf('*') + 1);
  return { path: home, steps: stepsTo(home, naming, ROOT) };
}

/** A heading as words: it may name an environment. */
function headingWords(heading: NonNullable<OutlineSection['heading']>): Words {
  const { text, location } = heading;
  const at = location.file.text.indexOf(text, location.span.start);
  const span =
    at >= 0 && at + text.length <= location.span.end ? { start: at, end: at + text.length } : location.span;
  const words: Words = {
    text,
    written: text,
    targets: [],
    code: [],
    location: { file: location.file, span },
    part: () => words,
  };
  return words;
}

function readSection(
  saying: Saying,
  section: OutlineSection,
  context: Context,
  numbered: readonly number[],
): void {
  const before = saying.said.length + saying.ofAll.length;
  const unread: Words[] = [];
  for (const block of section.blocks) unread.push(...readBlock(saying, section, block, context));
  if (!section.heading || context.path === undefined || context.path.length === 0) return;
  const own = sayOwnText(saying, section, context, numbered);
  const [first] = unread;
  if (first === undefined || own) return;
  const none = saying.said.length + saying.ofAll.length === before;
  leftOut(
    saying,
    'plan/not-structured',
    none ? section.heading.location : first.location,
    none
      ? `The section "${section.heading.text}" is prose; no statement of the plan is read from it.`
      : `${unread.length === 1 ? 'One part' : `${unread.length} parts`} of the section "${section.heading.text}" ${unread.length === 1 ? 'is' : 'are'} not read as statements of the plan.`,
    formOf(context.path, context.shape),
    'warning',
  );
}

/** Gives what was not understood of a block. */
function readBlock(
  saying: Saying,
  section: OutlineSection,
  block: OutlineBlock,
  context: Context,
): readonly Words[] {
  switch (block.type) {
    case 'table':
      readTable(saying, section, block, context);
      return [];
    case 'list': {
      if (context.path === undefined) return [];
      const left = readList(
        saying,
        { path: context.path, shape: context.shape },
        block.items,
        context.naming,
        context.base,
      );
      return left.filter(({ words }) => !sayOfAll(saying, context, pairOf(words))).map(({ words }) => words);
    }
    case 'text':
      return context.path === undefined ? [] : readText(saying, block.lines, context);
    case 'code':
      return [];
  }
}

/** Lines that are definitions, each on its own; anything else is prose. */
function readText(saying: Saying, lines: readonly Words[], context: Context): readonly Words[] {
  const subjects = context.path && subjectsOf(context.path);
  return lines.filter((line) => {
    const pair = pairOf(line);
    if (!pair || pair.value.text === '') return true;
    const said = subjects !== undefined && sayPair(saying, subjects, pair, context.naming, context.base);
    return !said && !sayOfAll(saying, context, pair);
  });
}

function readTable(saying: Saying, section: OutlineSection, table: TableBlock, context: Context): void {
  const { path } = context;
  if (path && readKnownTable(saying, path, table, context)) return;
  const name = section.heading ? `of the section "${section.heading.text}"` : 'at the top';
  const [first] = table.header.filter(({ text }) => text !== '');
  if (!first) return;
  if (path && path.length > 0) {
    tellUnread(saying, table.header, 'columns');
    return;
  }
  leftOut(
    saying,
    'plan/unknown-heading',
    section.heading?.location ?? first.location,
    `The table ${name} is not read: its heading names no part of the plan.`,
    'docs/plan-markdown.md lists the headings that are known.',
  );
}

/** Reads a table as what it can be below its heading; false when it is none of that. */
function readKnownTable(
  saying: Saying,
  path: readonly string[],
  table: TableBlock,
  { naming, base, shape }: Context,
): boolean {
  const subjects = subjectsOf(path);
  if (!subjects) return false;
  const entries = subjects.identity !== undefined || shape.type === 'list';
  if (naming || !entries) {
    if (readPairs(saying, subjects, table, naming, base)) return true;
  } else if (readRows(saying, subjects, table, base) || readTransposed(saying, subjects, table, base)) {
    return true;
  }
  const inner = innerSubjects(path, table);
  return inner !== undefined && readRows(saying, inner, table, base);
}

/** The list within a section that a table is of, by its columns: milestones under "Timeline". */
function innerSubjects(path: readonly string[], table: TableBlock): ReturnType<typeof subjectsOf> {
  const found = listsBelow(path, shapeAt(path) ?? PLAN, 0).flatMap((inner) => {
    const subjects = subjectsOf(inner);
    return subjects ? [{ subjects, known: understoodColumns(subjects, table) }] : [];
  });
  const most = Math.max(0, ...found.map(({ known }) => known));
  const [best, other] = found.filter(({ known }) => known === most);
  return most >= 2 && !other ? best?.subjects : undefined;
}

function listsBelow(path: readonly string[], shape: Shape, depth: number): readonly (readonly string[])[] {
  if (path.length === 0 || depth > 2) return [];
  if (shape.type === 'list') return depth > 0 ? [path] : listsBelow(path, shape.item, depth);
  if (shape.type === 'map') return [[...path, '*']];
  if (shape.type !== 'object') return [];
  return [...shape.properties].flatMap(([key, inner]) => listsBelow([...path, key], inner, depth + 1));
}
