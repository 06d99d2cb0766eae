/** Plan file → statements with their places: subjects for rules, environments and tailoring for the run. */
import type { LoadedPlan } from './load.ts';
import type { KnownSection } from './markdown/vocabulary/known.ts';
import { includesOf, type OpenedPlan } from './read/include.ts';
import type { PlanSource } from './read/recognize.ts';

export { environmentNamed, environmentOf } from './environments/environment-of.ts';
export { planIn } from './read/open.ts';
export { isPlan, isPlanOr, PLAN_FILES } from './read/recognize.ts';
export type { PlanSource } from './read/recognize.ts';
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
  PlanPart,
  PlanStep,
  PlanTailoring,
  PlanWorkspace,
} from './types.ts';

/**
 * Reads a plan, with those that it includes when they can be opened. The validator is larger than everything else
 * together, and is loaded only when there is a plan; the reader of Markdown only for a plan that is written so.
 */
export async function loadPlan(
  source: PlanSource,
  open: (path: string) => Promise<PlanSource | undefined> = () => Promise.resolve(undefined),
): Promise<LoadedPlan> {
  const [{ loadPlan: load }, { document, diagnostics }] = await Promise.all([
    import('./load.ts'),
    dataOf(source),
  ]);
  if (includesOf(document).length === 0) return load(document, diagnostics);
  const { withIncludes } = await import('./read/include.ts');
  const whole = await withIncludes(document, async (path) => {
    const other = await open(path);
    return other && dataOf(other);
  });
  return { ...load(whole.document, [...diagnostics, ...whole.diagnostics]), included: whole.included };
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
