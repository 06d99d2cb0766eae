import { createHash } from 'node:crypto';
import { assess, type Report } from '../assess/index.ts';
import { discover, type Discovery } from '../discover/index.ts';
import { mistakes, PlanproofError } from '../errors/index.ts';
import type { Host } from '../io/index.ts';
import { isPlan, loadPlan, PLAN_FILES } from '../plan/index.ts';
import { isInlineWaiver, parseInlineWaiver } from '../waivers/index.ts';
import type { PlanReport } from './each-plan.ts';
import type { CheckOptions } from './options.ts';
import { needsNoFile, withoutFiles } from './plan-alone.ts';
import { openPlan, ownPlans, textsOf } from './plan.ts';
import { policySubjects } from './policy-subjects.ts';
import { policySets } from './policies.ts';
import { scopeOf, selectRules } from './select.ts';

/** What a check of the plan alone takes: the options of a check that are about no file but the plan. */
export type PlanCheckOptions = Pick<
  CheckOptions,
  | 'paths'
  | 'exclude'
  | 'rules'
  | 'skipRules'
  | 'minSeverity'
  | 'failOn'
  | 'waivers'
  | 'today'
  | 'asOf'
  | 'version'
>;

/** The only plan, or each of several, alone; where there are several, each with its path. */
export async function checkPlans(host: Host, options: PlanCheckOptions): Promise<readonly PlanReport[]> {
  try {
    return [{ report: await checkPlan(host, options) }];
  } catch (error) {
    if (!(error instanceof PlanproofError) || error.plans.length === 0) throw error;
    const reports: PlanReport[] = [];
    for (const plan of [...error.plans].sort())
      reports.push({ plan, report: await checkPlan(host, { ...options, paths: [plan] }) });
    return reports;
  }
}

/**
 * The plan alone, path in, report out: what is wrong with it, and what rules say that need nothing but the plan. A plan
 * with mistakes is judged as far as it can be read; the diagnostics tell them.
 */
async function checkPlan(host: Host, options: PlanCheckOptions): Promise<Report> {
  const discovery = await findPlan(host, options);
  const document = onlyPlan({ ...discovery, plans: await ownPlans(discovery.plans) }, options);
  const path = document.file.path;
  const open = textsOf(host);
  const { plan, diagnostics } = await loadPlan(document, (other) => openPlan(discovery, other, open), open);
  const [builtIn] = await policySets(host, undefined);
  const all = builtIn?.rules ?? [];
  const rules = selectRules(all, options).filter(needsNoFile);
  const subjects = plan?.subjects ?? [];
  const evaluation = await builtIn?.evaluate({
    subjects: policySubjects(subjects),
    today: options.today,
    rules: rules.map(({ id }) => id),
  });
  const decided = withoutFiles(evaluation ?? new Map());
  return assess({
    tool: {
      version: options.version,
      policyDigest: createHash('sha256')
        .update(builtIn?.wasm ?? '')
        .digest('hex'),
    },
    rules: rules.filter(({ id }) => decided.has(id)),
    evaluation: decided,
    subjects,
    plan: plan && { ...plan.identity, sha256: createHash('sha256').update(document.file.text).digest('hex') },
    ...(plan && { statements: plan.statements }),
    planAlone: true,
    ...(plan && { completeness: plan.completeness }),
    tailoring: plan?.tailoring ?? new Map(),
    waivers: [...options.waivers, ...discovery.comments.map(parseInlineWaiver)],
    diagnostics: [...discovery.diagnostics.filter((each) => each.path === path), ...diagnostics],
    files: discovery.files
      .filter((file) => file.path === path)
      .map(({ bytes, sha256, formats }) => ({
        path,
        status: 'examined',
        bytes,
        ...(sha256 !== undefined && { sha256 }),
        formats,
        subjects: subjects.length,
      })),
    scope: ['the plan itself, without the files', ...scopeOf(options)],
    failOn: options.failOn,
    today: options.today,
    asOf: options.asOf,
  });
}

/** By its name first: a repository has many files, and reading all of them for one would take a hundred times longer. */
async function findPlan(host: Host, options: PlanCheckOptions): Promise<Discovery> {
  const search = { ...options, formats: [], isPlan, isWaiver: isInlineWaiver };
  const named = await discover(host, { ...search, include: PLAN_FILES });
  return named.plans.length > 0 ? named : discover(host, { ...search, include: [] });
}

function onlyPlan(
  { plans, diagnostics, files }: Discovery,
  { paths }: PlanCheckOptions,
): Discovery['plans'][number] {
  const [document] = plans;
  if (document && plans.length === 1) return document;
  if (plans.length > 1) throw mistakes.planSeveral(plans.map(({ file }) => file.path));
  const [path = ''] = paths;
  if (files.length !== 1 || files[0]?.path !== path) throw mistakes.planNotFound(path === '' ? '.' : path);
  const problems = diagnostics.filter((each) => each.path === path && each.level === 'error');
  throw problems.length > 0 ? mistakes.planInvalid(path, problems) : mistakes.planNotAPlan(path);
}
