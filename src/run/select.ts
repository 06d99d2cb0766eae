import { isAtLeast } from '../assess/index.ts';
import { mistakes } from '../errors/index.ts';
import type { Subject } from '../model/index.ts';
import type { Rule } from '../policy/index.ts';
import type { CheckOptions } from './options.ts';

type Selection = Pick<CheckOptions, 'rules' | 'skipRules' | 'minSeverity' | 'environment' | 'otherPlans'>;

/** The rules to run, by id. A name that selects nothing is the caller's mistake. */
export function selectRules(
  all: readonly Rule[],
  { rules, skipRules, minSeverity }: Selection,
): readonly Rule[] {
  for (const name of [...rules, ...skipRules])
    if (!all.some(({ id }) => selects(name, id)))
      throw mistakes.ruleUnknown(
        name,
        all.map(({ id }) => id),
      );
  return all
    .filter(({ id }) => rules.length === 0 || rules.some((name) => selects(name, id)))
    .filter(({ id }) => !skipRules.some((name) => selects(name, id)))
    .filter(({ severity }) => isAtLeast(severity, minSeverity))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function selects(name: string, id: string): boolean {
  return name === id || (name.endsWith('/*') && id.startsWith(name.slice(0, -1)));
}

/** Subjects of one environment together with those that belong to none. */
export function inEnvironment(
  subjects: readonly Subject[],
  environment: string | undefined,
): readonly Subject[] {
  if (environment === undefined) return subjects;
  const known = [...new Set(subjects.flatMap((subject) => subject.environment ?? []))].sort();
  if (!known.includes(environment)) throw mistakes.environmentUnknown(environment, known);
  return subjects.filter(
    (subject) => subject.environment === undefined || subject.environment === environment,
  );
}

/** The limits that the caller set, in words, for the report. */
export function scopeOf({
  rules,
  skipRules,
  minSeverity,
  environment,
  otherPlans = [],
}: Selection): readonly string[] {
  return [
    ...(environment === undefined ? [] : [`environment ${environment}`]),
    ...(otherPlans.length > 0
      ? [`the plan's own files and shared ones, without ${otherPlans.join(', ')}`]
      : []),
    ...(rules.length > 0 ? [`rules ${rules.join(', ')}`] : []),
    ...(skipRules.length > 0 ? [`without rules ${skipRules.join(', ')}`] : []),
    ...(minSeverity === 'note' ? [] : [`severity ${minSeverity} or higher`]),
  ];
}
