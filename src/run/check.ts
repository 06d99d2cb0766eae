import { createHash } from 'node:crypto';
import { assess, type Report } from '../assess/index.ts';
import { discover } from '../discover/index.ts';
import { formats } from '../formats/index.ts';
import type { Host } from '../io/index.ts';
import { toInput } from '../model/index.ts';
import { isPlan } from '../plan/index.ts';
import { createPolicyEngine, readRules } from '../policy/index.ts';
import { relate } from '../relate/index.ts';
import { isInlineWaiver, parseInlineWaiver } from '../waivers/index.ts';
import { fileReports } from './files.ts';
import { normalizeAll } from './normalize.ts';
import type { CheckOptions } from './options.ts';
import { choosePlan } from './plan.ts';
import { inEnvironment, scopeOf, selectRules } from './select.ts';

/** The whole way of the data: paths in, report out. Throws a PlanproofError for the caller's mistakes only. */
export async function check(host: Host, options: CheckOptions): Promise<Report> {
  const wasm = host.asset('policy/policy.wasm');
  const rules = selectRules(readRules(host.asset('policy/rules.json')), options);
  // Compiled on other threads while the files are read here; a failure is told where it is awaited.
  const compiling = createPolicyEngine({ wasm, rules });
  compiling.catch(() => undefined);

  const discovery = await discover(host, { ...options, formats, isPlan, isWaiver: isInlineWaiver });
  const { plan, identity } = await choosePlan(discovery, options.plan);
  const normalized = await normalizeAll(host, discovery, plan);
  const related = relate([...(plan?.subjects ?? []), ...normalized.subjects], plan, normalized.context);
  const subjects = inEnvironment(related, options.environment);

  const engine = await compiling;
  const evaluation = engine.evaluate({
    subjects: subjects.map(toInput),
    today: options.today,
    rules: rules.map(({ id }) => id),
  });

  return assess({
    tool: { version: options.version, policyDigest: createHash('sha256').update(wasm).digest('hex') },
    rules,
    evaluation,
    subjects,
    plan: identity,
    tailoring: plan?.tailoring ?? new Map(),
    waivers: [...options.waivers, ...discovery.comments.map(parseInlineWaiver)],
    diagnostics: [...discovery.diagnostics, ...normalized.diagnostics],
    files: fileReports(discovery, related),
    scope: scopeOf(options),
    failOn: options.failOn,
    today: options.today,
    asOf: options.asOf,
  });
}
