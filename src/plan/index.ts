/** Plan file → statements with their places: subjects for rules, environments and tailoring for the run. */
import type { LoadedPlan } from './load.ts';
import type { KnownSection } from './markdown/vocabulary/known.ts';
import type { DataDocument } from '../syntax/data/index.ts';
import { includesOf, type OpenedPlan, type WithIncludes } from './read/include.ts';
import { withCalendarOf, type OpenText } from './calendar/open.ts';
import type { PlanSource } from './read/recognize.ts';

export { environmentNamed, environmentOf } from './environments/environment-of.ts';
export { planIn } from './read/open.ts';
export { isPlan, isPlanOr, PLAN_FILES } from './read/recognize.ts';
export type { PlanSource } from './read/recognize.ts';
export type { OpenText } from './calendar/open.ts';
export { NOT_JOINED_REASON } from './subjects/context.ts';
export type { LoadedPlan } from './load.ts';
export type { KnownSection } from './markdown/vocabulary/known.ts';

export type { Statements } from './read/statements.ts';
export { fromRoot, normalizePath, parseReference } from './read/reference.ts';
export type { Reference } from './read/reference.ts';
export type {
  Plan,
  PlanBullet,
  PlanDetails,
  PlanEnvironment,
  PlanOverrides,
  PlanPart,
  PlanStep,
  PlanTailoring,
  PlanWorkspace,
} from './types.ts';

/**
 * Reads a plan, with those that it includes when they can be opened, and its calendar. The validator is larger than everything else
 * together, and is loaded only when there is a plan; the reader of Markdown only for a plan that is written so.
 */
export async function loadPlan(
  source: PlanSource,
  open: (path: string) => Promise<PlanSource | undefined> = () => Promise.resolve(undefined),
  openText: OpenText = () => undefined,
): Promise<LoadedPlan> {
  const [{ loadPlan: load }, { document, diagnostics }] = await Promise.all([
    import('./load.ts'),
    dataOf(source),
  ]);
  const whole = await wholePlan(document, open);
  const dated = await withCalendarOf(whole.document, openText);
  const included = [...whole.included, ...dated.included];
  const loaded = load(dated.document, [...diagnostics, ...whole.diagnostics, ...dated.diagnostics]);
  const { path } = document.file;
  return {
    ...loaded,
    // What is wrong with a file that it includes is wrong with the plan.
    diagnostics: loaded.diagnostics.map((one) => ({ ...one, path })),
    ...(included.length > 0 && { included }),
  };
}

/** With the plans that it includes. */
async function wholePlan(
  document: DataDocument,
  open: (path: string) => Promise<PlanSource | undefined>,
): Promise<WithIncludes> {
  if (includesOf(document).length === 0) return { document, diagnostics: [], included: [] };
  const { withIncludes } = await import('./read/include.ts');
  return withIncludes(document, async (path) => {
    const other = await open(path);
    return other && dataOf(other);
  });
}

/** The plan as data, whatever it is written in. */
async function dataOf(source: PlanSource): Promise<OpenedPlan> {
  if (source.syntax !== 'prose') return { document: source, diagnostics: [] };
  const { readMarkdownPlan } = await import('./markdown/read.ts');
  return readMarkdownPlan(source);
}

/** Paths of the plans that some of these include: they are parts of others. */
export async function includedByAny(sources: readonly PlanSource[]): Promise<ReadonlySet<string>> {
  const read = await Promise.all(sources.map(dataOf));
  return new Set(read.flatMap(({ document }) => includesOf(document).flatMap(({ path }) => path ?? [])));
}

/** The headings and words that a Markdown plan may use, for the page that lists them. */
export async function markdownVocabulary(): Promise<readonly KnownSection[]> {
  const { knownSections } = await import('./markdown/vocabulary/known.ts');
  return knownSections();
}
