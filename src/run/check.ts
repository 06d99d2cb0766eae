import { createHash } from 'node:crypto';
import { assess, type Report } from '../assess/index.ts';
import { discover } from '../discover/index.ts';
import { formats } from '../formats/index.ts';
import { tidyMemory, type Host } from '../io/index.ts';
import type { Subject } from '../model/index.ts';
import { isPlanOr, type Plan } from '../plan/index.ts';
import type { Evaluation } from '../policy/index.ts';
import { relate } from '../relate/index.ts';
import { isInlineWaiver, parseInlineWaiver } from '../waivers/index.ts';
import { fileReports } from './files.ts';
import { normalizeAll } from './normalize.ts';
import type { CheckOptions } from './options.ts';
import { choosePlan, textsOf } from './plan.ts';
import { policySubjects } from './policy-subjects.ts';
import { policySets, type PolicySet } from './policies.ts';
import { inEnvironment, scopeOf, selectRules } from './select.ts';
import { isLarge } from './texts.ts';

/** A report, and what it was made of. */
export interface Examined {
  readonly report: Report;
  readonly plan: Plan | undefined;
  readonly subjects: readonly Subject[];
}

/** The whole way of the data: paths in, report out. Throws a PlanproofError for the caller's mistakes only. */
export async function check(host: Host, options: CheckOptions): Promise<Report> {
  return (await examine(host, options)).report;
}

/** The same for who shows more than the report. */
export async function examine(host: Host, options: CheckOptions): Promise<Examined> {
  const sets = await policySets(host, options.policies);
  const rules = selectRules(
    sets.flatMap((set) => set.rules),
    options,
  );
  const discovery = await discover(host, {
    ...options,
    formats,
    isPlan: isPlanOr(options.plan),
    isWaiver: isInlineWaiver,
  });
  const { plan, identity, diagnostics } = await choosePlan(discovery, options.plan, textsOf(host));
  const normalized = await normalizeAll(host, discovery, plan, rules, options);
  const related = relate([...(plan?.subjects ?? []), ...normalized.subjects], plan, normalized.context);
  const subjects = inEnvironment(related, options.environment);

  const request = {
    subjects: policySubjects(subjects),
    today: options.today,
    rules: rules.map(({ id }) => id),
  };
  const evaluations: Evaluation[] = [];
  if (isLarge(discovery.files)) tidyMemory(); // policies need much of their own
  for (const set of sets) evaluations.push(await set.evaluate(request));

  const report = assess({
    tool: { version: options.version, policyDigest: digestOf(sets) },
    rules,
    evaluation: new Map(evaluations.flatMap((evaluation) => [...evaluation])),
    subjects,
    plan: identity,
    ...(plan && { completeness: plan.completeness }),
    ...(plan && { statements: plan.statements }),
    tailoring: plan?.tailoring ?? new Map(),
    waivers: [...options.waivers, ...discovery.comments.map(parseInlineWaiver)],
    diagnostics: [...discovery.diagnostics, ...diagnostics, ...normalized.diagnostics],
    files: fileReports(discovery, related, normalized.includedBy),
    scope: scopeOf(options),
    failOn: options.failOn,
    ignoreUnknown: options.ignoreUnknown ?? false,
    today: options.today,
    asOf: options.asOf,
  });
  return { report, plan, subjects };
}

/** Names exactly what judged. */
function digestOf(sets: readonly PolicySet[]): string {
  const hash = createHash('sha256');
  for (const { wasm } of sets) hash.update(wasm);
  return hash.digest('hex');
}
