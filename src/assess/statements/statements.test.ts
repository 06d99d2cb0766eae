import { describe, expect, it } from 'vitest';
import { known, type Subject } from '../../model/index.ts';
import { planFrom, planText } from '../../plan/testing/print.ts';
import type { Rule, RuleEvaluation } from '../../policy/index.ts';
import { formatLocation, sourceFile, type Location } from '../../source/index.ts';
import { assess, type StatementReport } from '../index.ts';

const PLAN = planText(
  `delivery:
  tests: [unit, e2e]
  environments:
    staging: { strategy: rolling }
    production: { strategy: canary, steps: [{ weight: 10 }] }
architecture:
  components:
    - { name: shop, criticality: critical }
    - { name: db }
recovery: { backups: [{ component: db, keepDays: 7 }], objectives: [{ component: shop, rpo: 1h }] }
resources: { capacity: [{ environment: production, resource: vcpu, available: 4 }, { environment: production, resource: nodes, available: 2 }] }
security: { identity: { roles: [{ name: deploy, usedBy: pipeline }, { name: read, usedBy: people }] } }
documents: { runbooks: [docs/a.md, { path: docs/b.md, components: [shop] }] }
`,
  '[{ name: staging }, { name: production }]',
);

const main = sourceFile('main.tf', 'resource "a" "b" {}\n');
const found: Location = { file: main, span: { start: 9, end: 12 } };

function planSubjects(): readonly Subject[] {
  return planFrom(PLAN).plan?.subjects ?? [];
}

function rule(
  statements: readonly string[],
  appliesTo: Rule['appliesTo'],
  shownBy?: readonly string[],
): Rule {
  const [title, severity] = ['Title', 'error'] as const;
  const texts = { id: 'plan/rule', title, description: '', severity, remediation: '', links: [] };
  const criteria: Rule['criteria'] = ['rollback'];
  return {
    ...texts,
    appliesTo,
    uses: [],
    reads: null,
    requiredFor: [],
    criteria,
    required: false,
    controls: {},
    statements,
    ...(shownBy && { shownBy }),
  };
}

function statements(
  judge: Rule,
  result: Partial<RuleEvaluation>,
  subjects: readonly Subject[] = planSubjects(),
): readonly StatementReport[] {
  const { plan } = planFrom(PLAN);
  if (!plan) throw new Error('no plan');
  const report = assess({
    tool: { version: '0', policyDigest: '' },
    rules: [judge],
    evaluation: new Map([[judge.id, { violations: [], undecided: [], examined: [], ...result }]]),
    subjects,
    plan: { ...plan.identity, sha256: '' },
    statements: plan.statements,
    tailoring: new Map(),
    waivers: [],
    diagnostics: [],
    files: [],
    scope: [],
    failOn: 'error',
    today: '2026-11-24',
    asOf: false,
  });
  return report.statements ?? [];
}

/** `path: outcome, passed @places: messages` of each statement that has evidence. */
function evidence(...given: Parameters<typeof statements>): readonly string[] {
  return statements(...given).flatMap(({ path, evidence: all }) =>
    all.map(({ outcome, passed, places, findings, undecided }) =>
      [
        `${path}: ${outcome}, ${passed} passed`,
        ...places.map((place) => ` @${formatLocation(place)}`),
        ...findings.map(({ message }) => `, ${message}`),
        ...undecided.map(({ reason }) => `, ${reason}`),
      ].join(''),
    ),
  );
}

function stack(): Subject {
  const [kind, environment] = ['stack', 'production'] as const;
  return {
    kind,
    id: 's',
    name: 's',
    format: 'terraform',
    environment,
    location: found,
  } as unknown as Subject;
}

/** A violation by what stands in the files of production. */
function inFiles(path: readonly string[], message: string): Partial<RuleEvaluation> {
  return { violations: [{ kind: 'stack', subject: 's', path, message, related: [] }] };
}

/** `path: messages` of each statement that is not as the files of production are. */
function violated(judge: Rule, path: readonly string[], message: string): readonly string[] {
  return statements(judge, inFiles(path, message), [stack()]).flatMap(({ path: at, evidence: told }) =>
    told.flatMap(({ findings }) => findings.map((finding) => `${at}: ${finding.message}`)),
  );
}

const all = (kind: Subject['kind']): RuleEvaluation['examined'] =>
  planSubjects().flatMap((subject) => (subject.kind === kind ? [{ kind, subject: subject.id }] : []));

describe('statements', () => {
  it('are all that the plan says, items by their names, lists of values whole', () => {
    expect(
      statements(rule(['title'], ['plan']), {}).map(({ path, value }) => `${path}: ${JSON.stringify(value)}`),
    ).toMatchInlineSnapshot(`
      [
        "title: "Shop"",
        "environments[staging].name: "staging"",
        "environments[production].name: "production"",
        "delivery.tests: ["unit","e2e"]",
        "delivery.environments.staging.strategy: "rolling"",
        "delivery.environments.production.strategy: "canary"",
        "delivery.environments.production.steps[10].weight: 10",
        "architecture.components[shop].name: "shop"",
        "architecture.components[shop].criticality: "critical"",
        "architecture.components[db].name: "db"",
        "recovery.backups[db].component: "db"",
        "recovery.backups[db].keepDays: 7",
        "recovery.objectives[shop].component: "shop"",
        "recovery.objectives[shop].rpo: "1h"",
        "resources.capacity[production vcpu].environment: "production"",
        "resources.capacity[production vcpu].resource: "vcpu"",
        "resources.capacity[production vcpu].available: 4",
        "resources.capacity[production nodes].environment: "production"",
        "resources.capacity[production nodes].resource: "nodes"",
        "resources.capacity[production nodes].available: 2",
        "security.identity.roles[deploy].name: "deploy"",
        "security.identity.roles[deploy].usedBy: "pipeline"",
        "security.identity.roles[read].name: "read"",
        "security.identity.roles[read].usedBy: "people"",
        "documents.runbooks[docs/a.md]: "docs/a.md"",
        "documents.runbooks[docs/b.md].path: "docs/b.md"",
        "documents.runbooks[docs/b.md].components: ["shop"]",
      ]
    `);
  });

  it('that no rule holds have no evidence', () => {
    expect(statements(rule(['title'], ['plan']), {}).flatMap((one) => one.evidence)).toEqual([]);
  });
});

describe('evidence', () => {
  it('of an environment is about that environment', () => {
    const judge = rule(['delivery.environments.<name>.strategy'], ['plan-environment']);
    const violations = [
      {
        kind: 'plan-environment',
        subject: 'deployment-plan.yaml:environments.production',
        path: ['strategy'],
        message: 'Is rolling.',
        related: [],
      },
    ] as const;
    expect(evidence(judge, { examined: all('plan-environment'), violations })).toEqual([
      'delivery.environments.staging.strategy: passed, 1 passed',
      'delivery.environments.production.strategy: violated, 0 passed, Is rolling.',
    ]);
  });

  it('of a component is about that component, wherever the plan speaks of it', () => {
    const judge = rule(
      ['recovery.backups[].keepDays', 'recovery.objectives[].rpo', 'documents.runbooks[].components'],
      ['plan-component'],
    );
    const undecided = [
      {
        kind: 'plan-component',
        subject: 'deployment-plan.yaml:components.db',
        path: [],
        reason: 'nobody knows',
      },
    ] as const;
    expect(evidence(judge, { examined: all('plan-component'), undecided })).toEqual([
      'recovery.backups[db].keepDays: undecided, 0 passed, nobody knows',
      'recovery.objectives[shop].rpo: passed, 1 passed',
      'documents.runbooks[docs/b.md].components: passed, 1 passed',
    ]);
  });

  it('of the plan as a whole is about the statement that it points at, and good for the others', () => {
    const judge = rule(['resources.capacity[]'], ['plan']);
    const violations = [
      {
        kind: 'plan',
        subject: 'deployment-plan.yaml',
        path: ['capacity', 1, 'available'],
        message: 'Too few.',
        related: [],
      },
    ] as const;
    expect(evidence(judge, { examined: all('plan'), violations })).toEqual([
      'resources.capacity[production vcpu].environment: passed, 1 passed',
      'resources.capacity[production vcpu].resource: passed, 1 passed',
      'resources.capacity[production vcpu].available: passed, 1 passed',
      'resources.capacity[production nodes].environment: passed, 1 passed',
      'resources.capacity[production nodes].resource: passed, 1 passed',
      'resources.capacity[production nodes].available: violated, 0 passed, Too few.',
    ]);
  });

  it('on the name of an item leaves open what else the item says: nobody has found it', () => {
    const judge = rule(['security.identity.roles[]'], ['plan']);
    const at = { kind: 'plan', subject: 'deployment-plan.yaml', path: ['roles', 0, 'name'] } as const;
    const told = (of: Partial<RuleEvaluation>): unknown =>
      evidence(judge, { examined: all('plan'), ...of }).filter((one) => !one.includes('[read]'));
    expect(told({ undecided: [{ ...at, reason: 'nobody knows' }] })).toEqual([
      'security.identity.roles[deploy].name: undecided, 0 passed, nobody knows',
      'security.identity.roles[deploy].usedBy: undecided, 0 passed, nobody knows',
    ]);
    expect(told({ violations: [{ ...at, message: 'It is gone.', related: [] }] })).toEqual([
      'security.identity.roles[deploy].name: violated, 0 passed, It is gone.',
    ]);
  });

  it('that points at none of the statements is about all of them', () => {
    const judge = rule(['delivery.tests'], ['plan']);
    const violations = [
      { kind: 'plan', subject: 'deployment-plan.yaml', path: ['title'], message: 'None.', related: [] },
    ] as const;
    expect(evidence(judge, { examined: all('plan'), violations })).toEqual([
      'delivery.tests: violated, 0 passed, None.',
    ]);
  });

  it('is about the statement that has the name of what was found in the files', () => {
    const places = ['delivery.environments.<name>.strategy', 'delivery.environments.<name>.steps'];
    expect(violated(rule(places, ['stack']), ['strategy'], 'Rolling.')).toEqual([
      'delivery.environments.production.strategy: Rolling.',
    ]);
  });

  it('is about none of several items where the files have what none of them says', () => {
    const judge = rule(['resources.capacity[]'], ['stack']);
    expect(violated(judge, ['services'], 'One more.')).toEqual([]);
    expect(evidence(judge, inFiles(['services'], 'One more.'), [stack()])).toEqual([]);
  });

  it('is about what an environment says of its own rather than about what the plan says of all', () => {
    const judge = rule(['delivery.tests', 'delivery.environments.<name>.strategy'], ['stack']);
    expect(violated(judge, ['peers'], 'Not so.')).toEqual([
      'delivery.environments.production.strategy: Not so.',
    ]);
  });

  it('is about the item that it points into, where that lacks what it is about', () => {
    const judge = rule(['recovery.backups[]', 'documents.runbooks[].components'], ['plan-component']);
    const violations = [
      {
        kind: 'plan-component',
        subject: 'deployment-plan.yaml:components.db',
        path: ['backupKeepDays'],
        message: 'None.',
        related: [],
      },
    ] as const;
    expect(evidence(judge, { violations })).toContain(
      'recovery.backups[db].keepDays: violated, 0 passed, None.',
    );
  });

  it('of a document is about where the plan names it', () => {
    const judge = rule(['documents'], ['plan-document']);
    expect(evidence(judge, { examined: all('plan-document') })).toEqual([
      'documents.runbooks[docs/a.md]: passed, 1 passed',
      'documents.runbooks[docs/b.md].path: passed, 1 passed',
    ]);
  });

  it('has the places of what stands in the files, or was joined to the plan from there', () => {
    const workload = {
      kind: 'stack',
      id: 's',
      name: 's',
      format: 'terraform',
      environment: 'production',
      location: found,
    } as unknown as Subject;
    const judge = rule(['delivery.environments.<name>.strategy', 'delivery.tests'], ['stack']);
    expect(evidence(judge, { examined: [{ kind: 'stack', subject: 's' }] }, [workload])).toEqual([
      'delivery.tests: passed, 1 passed @main.tf:1:10',
      'delivery.environments.production.strategy: passed, 1 passed @main.tf:1:10',
    ]);
    const joined = planSubjects().map((subject) =>
      subject.kind === 'plan-environment'
        ? {
            ...subject,
            facts: {
              ...subject.facts,
              foundRegions: known(['x'], subject.location, [{ location: found, message: 'here' }]),
            },
          }
        : subject,
    );
    const shown = rule(['delivery.environments.<name>.strategy'], ['plan-environment'], ['foundRegions']);
    expect(evidence(shown, { examined: all('plan-environment') }, joined)).toEqual([
      'delivery.environments.staging.strategy: passed, 1 passed @main.tf:1:10',
      'delivery.environments.production.strategy: passed, 1 passed @main.tf:1:10',
    ]);
  });
});
