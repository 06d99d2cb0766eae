import { createHash } from 'node:crypto';
import type { PlanIdentity } from '../assess/index.ts';
import { readText, type Discovery } from '../discover/index.ts';
import { mistakes, type PlanproofError } from '../errors/index.ts';
import type { Host } from '../io/index.ts';
import { includedByAny, loadPlan, planIn, type OpenText, type Plan } from '../plan/index.ts';
import type { Diagnostic } from '../source/index.ts';

/** Opens what a plan includes, inside the root. */
export function textsOf(host: Host): OpenText {
  return (path) => {
    const text = readText(host, path);
    return text.ok ? text.file : undefined;
  };
}

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
export async function choosePlan(
  discovery: Discovery,
  path: string | undefined,
  open: OpenText,
): Promise<ChosenPlan> {
  const roots = path === undefined ? await ownPlans(discovery.plans) : [];
  const document = path === undefined ? roots[0] : discovery.plans.find(({ file }) => file.path === path);
  if (path !== undefined && !document) throw whyNoPlan(discovery, path);
  if (!document) return { plan: undefined, identity: undefined, diagnostics: [] };
  if (path === undefined && roots.length > 1) throw mistakes.planSeveral(roots.map(({ file }) => file.path));
  const {
    plan,
    diagnostics,
    included = [],
  } = await loadPlan(document, (other) => openPlan(discovery, other, open), open);
  if (!plan) {
    const ofFile = discovery.diagnostics.filter((diagnostic) => diagnostic.path === document.file.path);
    throw mistakes.planInvalid(document.file.path, [...ofFile, ...diagnostics]);
  }
  const hash = createHash('sha256').update(document.file.text);
  // What it includes is a part of what it says.
  for (const other of included) {
    const file = (await openPlan(discovery, other, open))?.file ?? open(other);
    hash.update(file?.text ?? '');
  }
  return { plan, identity: { ...plan.identity, sha256: hash.digest('hex') }, diagnostics };
}

/** Plans that no other one includes; where they include each other in a circle, the first, which tells so. */
export async function ownPlans(plans: Discovery['plans']): Promise<Discovery['plans']> {
  if (plans.length < 2) return plans;
  const included = await includedByAny(plans);
  const own = plans.filter(({ file }) => !included.has(file.path));
  return own.length > 0 ? own : plans.slice(0, 1);
}

/** A plan that another one includes: met on the way, or opened for it. */
export async function openPlan(
  { plans }: Pick<Discovery, 'plans'>,
  path: string,
  open: OpenText,
): Promise<Discovery['plans'][number] | undefined> {
  const found = plans.find(({ file }) => file.path === path);
  if (found) return found;
  const file = open(path);
  return file && planIn(file);
}

/** The named file is not there, cannot be read, or is something else. */
function whyNoPlan({ files, diagnostics }: Discovery, path: string): PlanproofError {
  const problems = diagnostics.filter((each) => each.path === path && each.level === 'error');
  const isMissing = problems.some(({ code }) => code === 'io/missing');
  if (isMissing || !files.some((file) => file.path === path)) return mistakes.planNotFound(path);
  return problems.length > 0 ? mistakes.planInvalid(path, problems) : mistakes.planNotAPlan(path);
}
