import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { printSubjects } from '../../test/support/facts.ts';
import { valueOf, type Subject, type SubjectOf } from '../model/index.ts';
import { formatLocation } from '../source/index.ts';
import { planFrom, planText, printFacts } from './testing/print.ts';
import type { LoadedPlan } from './load.ts';

const sample = (name: string): LoadedPlan =>
  planFrom(readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8'), name);

function ofKind<K extends Subject['kind']>({ plan }: LoadedPlan, kind: K): SubjectOf<K>[] {
  return (plan?.subjects ?? []).filter((subject): subject is Subject & SubjectOf<K> => subject.kind === kind);
}

describe('a complete plan', () => {
  const bank = sample('bank.yaml');

  it('has nothing wrong and nothing missing', () => {
    expect(bank.diagnostics).toEqual([]);
    expect(ofKind(bank, 'plan').flatMap((plan) => printFacts(plan, 'missing'))).toEqual(['  missing: []']);
  });

  it('gives every statement as a fact at its place', async () => {
    const text = printSubjects(bank.plan?.subjects ?? []);
    await expect(`${text}\n`).toMatchFileSnapshot('./samples/bank.txt');
  });

  it('keeps the digits of its version and tells who it is', () => {
    const { title, version, owner, location } = bank.plan?.identity ?? {};
    expect([title, version, owner, location && formatLocation(location)]).toEqual([
      'Accounts API',
      '1.10',
      'core',
      'bank.yaml:3:8',
    ]);
  });

  it('gives environments with their purpose and their own paths', () => {
    expect(bank.plan?.environments.map(({ name, purpose, paths }) => [name, purpose, ...paths])).toEqual([
      ['dev', 'development', 'terraform/dev', 'terraform/dev.tfvars'],
      ['acceptance', 'staging', 'terraform/acceptance', 'terraform/acceptance.tfvars'],
      ['production', 'production', 'terraform/production', 'terraform/production.tfvars'],
    ]);
  });

  it('gives the criteria that do not apply, with the reason and who approved that', () => {
    const tailoring = [...(bank.plan?.tailoring ?? [])];
    expect(
      tailoring.map(([id, { reason, approvedBy, location }]) => [
        id,
        reason,
        approvedBy,
        formatLocation(location),
      ]),
    ).toEqual([
      [
        'monitoring-alerting',
        "The group's operations center watches all APIs.",
        'release',
        'bank.yaml:133:3',
      ],
    ]);
  });
});

test.each([
  ['nobody of the plan approved it', 'reason: The group does that., approvedBy: zoe', []],
  ['the reason is none', "reason: '          -', approvedBy: ada", []],
  ['both are there', 'reason: The group does that., approvedBy: ada', ['rollback']],
])('a criterion applies unless there is a reason and an approver: %s', (_, said, left) => {
  const text = `resources: { people: [{ name: ada }] }\ncriteria: { rollback: { applicable: false, ${said} } }\n`;
  expect([...(planFrom(planText(text)).plan?.tailoring.keys() ?? [])]).toEqual(left);
});

describe('a plan that only starts', () => {
  const start = planFrom(planText(''));

  it('is good enough to be read', () => {
    expect(start.diagnostics).toEqual([]);
  });

  it('lacks every bullet of the task, each at the place where it belongs', async () => {
    const lines = ofKind(start, 'plan').flatMap((plan) => printFacts(plan, 'missing'));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./samples/start-missing.txt');
  });

  it('has absent statements of an environment at its name', () => {
    const [, , production] = ofKind(start, 'plan-environment');
    expect(production && printFacts(production, 'strategy', 'region', 'deployed')).toEqual([
      '  region: null @4:50',
      '  strategy: null @4:58',
      '  deployed: false @4:58',
    ]);
  });
});

describe('absent statements', () => {
  it('stand at the nearest key above the place where they belong', () => {
    const loaded = planFrom(
      planText(
        `architecture: { components: [{ name: shop }] }
delivery:
  environments:
    production:
      strategy: canary
recovery:
  objectives: []
`,
      ),
    );
    const [, , production] = ofKind(loaded, 'plan-environment');
    const [shop] = ofKind(loaded, 'plan-component');
    expect(production && printFacts(production, 'rollbackMechanism', 'approvals')).toEqual([
      '  approvals: null @8:5',
      '  rollbackMechanism: null @8:5',
    ]);
    expect(shop && printFacts(shop, 'rpoHours', 'criticality', 'owner')).toEqual([
      '  criticality: "standard" @5:30',
      '  owner: null @5:30',
      '  rpoHours: null @11:3',
    ]);
  });

  it('of the wrong type count as absent, since the schema has named them', () => {
    const loaded = planFrom(
      planText('owner: [a]\ninfrastructure: { state: { backend: 5, locked: maybe } }\n'),
    );
    const [plan] = ofKind(loaded, 'plan');
    expect(plan && printFacts(plan, 'owner', 'stateBackend', 'stateLocked')).toEqual([
      '  owner: null @5:8',
      '  stateBackend: null @6:37',
      '  stateLocked: null @6:48',
    ]);
    expect(loaded.diagnostics.map(({ level }) => level)).toEqual(['error', 'error', 'error']);
  });
});

describe('what is missing', () => {
  const missing = (text: string, step: number): readonly string[] =>
    ofKind(planFrom(text), 'plan').flatMap(({ facts }) =>
      facts.missing
        .filter((one) => one.step === step)
        .map(({ title, path }) => `${title}: ${valueOf(path) ?? ''}`),
    );

  it('is an environment of each purpose that none has', () => {
    expect(
      missing(
        planText('', '[{ name: production, requirements: { vcpu: 1 }, services: [{ service: x }] }]'),
        1,
      ),
    ).toEqual([
      'components: architecture.components',
      'architecture diagrams: architecture.diagrams',
      'development environment: environments',
      'staging environment: environments',
      'network architecture: infrastructure.network.zones',
      'security groups: infrastructure.network.securityGroups',
    ]);
  });

  it('is not the network when every environment states its own', () => {
    const network = 'network: { zones: [{ name: a, exposure: private }], securityGroups: [{ name: b }] }';
    const own = (name: string): string =>
      `{ name: ${name}, requirements: { vcpu: 1 }, services: [{ service: x }], ${network} }`;
    expect(
      missing(planText('', `[${own('dev')}, ${own('test')}, ${own('staging')}, ${own('prod')}]`), 1),
    ).toEqual(['components: architecture.components', 'architecture diagrams: architecture.diagrams']);
  });

  it('is the restore procedure of each backup, and what no sign-off covers', () => {
    const text = planText(`architecture: { components: [{ name: db }, { name: queue }] }
recovery: { backups: [{ component: db, restore: r.md }, { component: queue }] }
review: { signOffs: [{ person: a, on: 2026-01-01, version: 1, covers: [feasibility, timeline] }] }
`);
    expect(missing(text, 6).filter((line) => line.startsWith('restore'))).toEqual([
      'restore procedure of queue: recovery.backups.1.restore',
    ]);
    expect(missing(text, 8).filter((line) => line.startsWith('review'))).toEqual([
      'review of completeness: review.signOffs',
      'review of security: review.signOffs',
      'review of compliance: review.signOffs',
      'review of resources: review.signOffs',
    ]);
  });

  it('is no review when a sign-off does not say what it covers', () => {
    const text = planText('review: { signOffs: [{ person: a, on: 2026-01-01, version: 1 }] }');
    expect(missing(text, 8).filter((line) => line.startsWith('review'))).toEqual([]);
  });
});

describe('milestones', () => {
  const upstream = (milestones: string): readonly string[] =>
    ofKind(planFrom(planText(`timeline:\n  milestones:\n${milestones}`)), 'plan-milestone').flatMap(
      (milestone) => [milestone.name, ...printFacts(milestone, 'upstream')],
    );

  it('rest on what they depend on, directly or not', () => {
    expect(
      upstream(`    - { id: a, title: A, due: 2026-01-01 }
    - { id: b, title: B, due: 2026-02-01, dependsOn: [a] }
    - { id: c, title: C, due: 2026-03-01, dependsOn: [b, a] }
`),
    ).toEqual([
      'a',
      '  upstream: [] @7:7',
      'b',
      '  upstream: [{"id":"a","due":"2026-01-01"}] @8:54',
      'c',
      '  upstream: [{"id":"a","due":"2026-01-01"},{"id":"b","due":"2026-02-01"}] @9:54',
    ]);
  });

  it('of a cycle rest on themselves', () => {
    expect(
      upstream(`    - { id: a, title: A, due: 2026-01-01, dependsOn: [b] }
    - { id: b, title: B, due: 2026-02-01, dependsOn: [a] }
`),
    ).toEqual([
      'a',
      '  upstream: [{"id":"a","due":"2026-01-01"},{"id":"b","due":"2026-02-01"}] @7:54',
      'b',
      '  upstream: [{"id":"a","due":"2026-01-01"},{"id":"b","due":"2026-02-01"}] @8:54',
    ]);
  });
});

describe('a document that is no mapping', () => {
  it('gives a diagnostic and no plan', () => {
    const { plan, diagnostics } = planFrom('- a\n- b\n');
    expect(plan).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The deployment plan must be a mapping, found a list.',
    ]);
  });
});
