import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { planFrom } from '../testing/print.ts';
import type { LoadedPlan } from '../load.ts';
import type { PlanPart } from '../types.ts';
import { exampleText } from './example.ts';
import { TASK } from './task.ts';

/** Speaks of some components and leaves others out, so that each kind of part is asked for. */
const STARTED = {
  apiVersion: 'planproof/v1',
  kind: 'DeploymentPlan',
  title: 'Shop',
  environments: [{ name: 'dev' }, { name: 'production' }],
  architecture: {
    components: [
      { name: 'checkout', criticality: 'critical' },
      { name: 'orders-db', kind: 'database', criticality: 'critical' },
      { name: 'scratch', kind: 'object-store', criticality: 'low' },
    ],
  },
  recovery: {
    backups: [{ component: 'checkout' }],
    objectives: [{ component: 'checkout' }],
    availability: [{ component: 'orders-db', replicas: 2 }],
  },
};

const load = (plan: unknown): LoadedPlan => planFrom(JSON.stringify(plan));
const partsOf = ({ plan }: LoadedPlan): readonly (PlanPart & { readonly id: string })[] =>
  (plan?.completeness ?? []).flatMap(({ bullets }) =>
    bullets.flatMap(({ id, parts }) => parts.map((part) => ({ ...part, id }))),
  );
const nameOf = ({ id, title, of }: PlanPart & { readonly id: string }): string =>
  `${id} ${title}${of === null ? '' : ` of ${of}`}`;

/** The plan with a value at a path; into a list that there is, it is added. */
function withValue(plan: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined)
    return Array.isArray(plan) && Array.isArray(value)
      ? [...(plan as unknown[]), ...(value as unknown[])]
      : value;
  if (Array.isArray(plan))
    return plan.map((item: unknown, index) => (index === Number(key) ? withValue(item, rest, value) : item));
  const mapping = (plan ?? {}) as Record<string, unknown>;
  return { ...mapping, [key]: withValue(mapping[key], rest, value) };
}

const missing = partsOf(load(STARTED)).filter(({ stated }) => !stated);

describe('each bullet of the task', () => {
  it('is a check with an id of its own, that tells its step', () => {
    const ids = TASK.flatMap(({ bullets }, index) =>
      bullets.map(({ id }) => {
        expect(id).toMatch(new RegExp(`^step-${index + 1}/[a-z-]+$`));
        return id;
      }),
    );
    expect(new Set(ids).size).toBe(36);
    expect(TASK.flatMap(({ bullets }) => bullets).every(({ checks }) => checks.length > 0)).toBe(true);
  });

  it('asks each environment, store and critical component on its own', () => {
    expect(
      missing.map(nameOf).filter((name) => / of (?!complete|feas|sec|compl|time|res)/.test(name)),
    ).toEqual([
      'step-1/requirements infrastructure requirements of dev',
      'step-1/requirements infrastructure requirements of production',
      'step-1/resources cloud services or on-premise resources of dev',
      'step-1/resources cloud services or on-premise resources of production',
      'step-2/templates infrastructure code of dev',
      'step-2/templates infrastructure code of production',
      'step-2/configuration environment-specific configuration of dev',
      'step-2/configuration environment-specific configuration of production',
      'step-3/strategies deployment strategy of dev',
      'step-3/strategies deployment strategy of production',
      'step-3/gates approval gate of production',
      'step-3/rollback rollback of dev',
      'step-3/rollback rollback of production',
      'step-5/monitoring monitoring of infrastructure and applications',
      'step-6/backups backup strategies and frequency of orders-db',
      'step-6/backups recovery objectives of orders-db',
      'step-6/restore restore procedure of checkout',
      'step-6/availability high availability of checkout',
    ]);
  });
});

describe('the example of what is missing', () => {
  it.each(missing.map((part) => [nameOf(part), part] as const))(
    'is good for %s',
    (name, { path, example }) => {
      const [document] = parseYaml(sourceFile('example.yaml', example)).documents;
      const filled = load(withValue(STARTED, path.split('.'), document?.value));
      // The components and people that examples speak of are not this plan's.
      const wrong = filled.diagnostics.filter(({ code }) => !code.startsWith('plan/unknown-'));
      expect(wrong.map(({ message }) => message)).toEqual([]);
      const part = partsOf(filled).find((each) => nameOf(each) === name);
      // Of stores and components, each is named once the list is there.
      expect(part === undefined || part.stated).toBe(true);
    },
  );

  it('is YAML on one line that means what the table of the task says', () => {
    const values = ["it's", 'a: b', 'x #y', '>= 1.10', '', 'true-ish', '2026-12-07', 'a, b', 1.5, true];
    for (const value of [
      ...values,
      ...TASK.flatMap(({ bullets }) => bullets.flatMap(({ checks }) => checks.map((check) => check.example))),
    ]) {
      const text = exampleText([value]);
      expect(text).not.toContain('\n');
      expect(parseYaml(sourceFile('example.yaml', text)).documents[0]?.value).toEqual([value]);
    }
  });
});
