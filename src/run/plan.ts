import { createHash } from 'node:crypto';
import type { PlanIdentity } from '../assess/index.ts';
import type { Discovery } from '../discover/index.ts';
import { mistakes, type PlanproofError } from '../errors/index.ts';
import { loadPlan, type Plan } from '../plan/index.ts';
import type { Diagnostic } from '../source/index.ts';

export interface ChosenPlan {
  readonly plan: Plan | undefined;
  readonly identity: PlanIdentity | undefined;
  /** What is wrong with it; discovery tells itself what is wrong with the file. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The plan to judge against: the named one, or the only one. A plan with mistakes gives what can be read of it; one that
 * cannot be read at all ends the run.
 */
export async function choosePlan(discovery: Discovery, path: string | undefined): Promise<ChosenPlan> {
  const document =
    path === undefined ? discovery.plans[0] : discovery.plans.find(({ file }) => file.path === path);
  if (path !== undefined && !document) throw whyNoPlan(discovery, path);
  if (!document) return { plan: undefined, identity: undefined, diagnostics: [] };
  if (path === undefined && discovery.plans.length > 1)
    throw mistakes.planSeveral(discovery.plans.map(({ file }) => file.path));
  const { plan, diagnostics } = await loadPlan(document);
  if (!plan) {
    const ofFile = discovery.diagnostics.filter((diagnostic) => diagnostic.path === document.file.path);
    throw mistakes.planInvalid(document.file.path, [...ofFile, ...diagnostics]);
  }
  const sha256 = createHash('sha256').update(document.file.text).digest('hex');
  return { plan, identity: { ...plan.identity, sha256 }, diagnostics };
}

/** The named file is not there, cannot be read, or is something else. */
function whyNoPlan({ files, diagnostics }: Discovery, path: string): PlanproofError {
  const problems = diagnostics.filter((each) => each.path === path && each.level === 'error');
  const isMissing = problems.some(({ code }) => code === 'io/missing');
  if (isMissing || !files.some((file) => file.path === path)) return mistakes.planNotFound(path);
  return problems.length > 0 ? mistakes.planInvalid(path, problems) : mistakes.planNotAPlan(path);
}
