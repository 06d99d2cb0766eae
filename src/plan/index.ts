/** Plan file → statements with their places: subjects for rules, environments and tailoring for the run. */
import type { LoadedPlan } from './load.ts';
import type { KnownSection } from './markdown/vocabulary/known.ts';
import { isMarkdown, type PlanSource } from './read/recognize.ts';

export { environmentNamed, environmentOf } from './environments/environment-of.ts';
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
 * Reads a plan. The validator is larger than everything else together, and is loaded only when there is a plan; the
 * reader of Markdown only for a plan that is written so.
 */
export async function loadPlan(source: PlanSource): Promise<LoadedPlan> {
  const { loadPlan: load } = await import('./load.ts');
  if (!isMarkdown(source)) return load(source);
  const { readMarkdownPlan } = await import('./markdown/read.ts');
  const { document, diagnostics } = readMarkdownPlan(source);
  return load(document, diagnostics);
}

/** The headings and words that a Markdown plan may use, for the page that lists them. */
export async function markdownVocabulary(): Promise<readonly KnownSection[]> {
  const { knownSections } = await import('./markdown/vocabulary/known.ts');
  return knownSections();
}
