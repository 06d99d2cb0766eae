import { describe, expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const HEAD = `apiVersion: planproof/v1
kind: DeploymentPlan
title: Shop
`;
const COMPONENTS = `architecture:
  components:
    - { name: db, kind: database, resources: [aws_db_instance.db] }
    - { name: web, files: [k8s/staging/web.yaml, k8s/production/web.yaml] }
`;
const ENVIRONMENTS = `environments:
  - name: staging
    infrastructure: [tf/staging]
    configuration: [k8s/staging, alerts/staging]
    overrides:
      observability:
        logs: { retentionDays: 14 }
        alerts: [{ component: web, signal: errors, above: 5 }]
      recovery:
        backups: [{ component: db, keepDays: 7 }]
        availability: [{ component: web, replicas: 1 }]
  - { name: production, infrastructure: [tf/production], configuration: [k8s/production, alerts/production] }
`;
const ALL = `observability:
  logs: { retentionDays: 365 }
  alerts: [{ component: web, signal: errors, above: 1, unit: percent }]
recovery:
  objectives: [{ component: db, rpo: 1h }]
  backups: [{ component: db, keepDays: 35, restore: restore.md }]
  availability: [{ component: web, replicas: 3 }]
`;
const PLAN = HEAD + COMPONENTS + ENVIRONMENTS + ALL;

const tf = (backupDays: number, logDays: number): string => `resource "aws_db_instance" "db" {
  engine                  = "postgres"
  backup_retention_period = ${backupDays}
}
resource "aws_cloudwatch_log_group" "web" {
  name              = "/shop/web"
  retention_in_days = ${logDays}
}
`;
const web = (replicas: number): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`;
const alerts = (limit: string): string => `groups:
  - name: web
    rules:
      - alert: WebErrors
        expr: sum(rate(http_requests_total{service="web",code=~"5.."}[5m])) / sum(rate(http_requests_total{service="web"}[5m])) > ${limit}
        labels: { severity: critical, service: web }
`;
const RULES = [
  'recovery/backups-kept-as-planned',
  'recovery/replicas-as-planned',
  'observability/logs-kept-as-planned',
  'observability/alert-limits-as-planned',
].join();

interface Report {
  readonly findings: readonly {
    readonly message: string;
    readonly location: { readonly path: string; readonly startLine: number };
  }[];
}

function findings(files: Readonly<Record<string, string>>, ...options: readonly string[]): readonly string[] {
  const { stdout, stderr, code } = planproof(
    folderOf(files),
    'check',
    '--rules',
    RULES,
    '-o',
    'json',
    ...options,
  );
  expect([code, stderr]).not.toContain(2);
  return (JSON.parse(stdout) as Report).findings.map(
    ({ message, location }) => `${location.path}:${location.startLine} ${message}`,
  );
}

const KEPT = {
  'deployment-plan.yaml': PLAN,
  'tf/staging/main.tf': tf(7, 14),
  'tf/production/main.tf': tf(35, 365),
  'k8s/staging/web.yaml': web(1),
  'k8s/production/web.yaml': web(3),
  'alerts/staging/web.yaml': alerts('0.05'),
  'alerts/production/web.yaml': alerts('0.01'),
};
const DRIFTED = {
  ...KEPT,
  'tf/staging/main.tf': tf(3, 7),
  'k8s/staging/web.yaml': web(0),
  'alerts/staging/web.yaml': alerts('0.2'),
};

describe('values that an environment overrides', () => {
  it('are held against its own files, and all others against those of production', () => {
    expect(findings(KEPT)).toEqual([]);
    expect(findings(DRIFTED)).toMatchInlineSnapshot(`
      [
        "deployment-plan.yaml:15 Alerts on errors of web in staging fire above 0.2; the plan says above 5 percent.",
        "deployment-plan.yaml:17 Backups of db in staging are planned to be kept 7 days, and are kept 3 days.",
        "deployment-plan.yaml:18 The plan runs 1 copy of web in staging, and the files run 0.",
        "tf/staging/main.tf:7 The logs of aws_cloudwatch_log_group.web are kept for 7 days.",
      ]
    `);
  });

  it('leave production as it is stated for all', () => {
    const files = {
      ...KEPT,
      'tf/production/main.tf': tf(7, 14),
      'k8s/production/web.yaml': web(1),
      'alerts/production/web.yaml': alerts('0.05'),
    };
    expect(findings(files)).toMatchInlineSnapshot(`
      [
        "deployment-plan.yaml:22 Alerts on errors of web fire above 0.05; the plan says above 1 percent.",
        "deployment-plan.yaml:25 Backups of db are planned to be kept 35 days, and are kept 7 days.",
        "deployment-plan.yaml:26 The plan runs 3 copies of web, and the files run 1.",
        "tf/production/main.tf:7 The logs of aws_cloudwatch_log_group.web are kept for 14 days.",
      ]
    `);
  });

  it('of production stand for what is stated for all', () => {
    const plan = PLAN.replace('name: staging\n    infra', 'name: production\n    infra')
      .replaceAll('[tf/staging]', '[tf/production]')
      .replaceAll('[k8s/staging, alerts/staging]', '[k8s/production, alerts/production]')
      .replace(/ {2}- \{ name: production.*\n/, '');
    const own = {
      'deployment-plan.yaml': plan,
      'tf/production/main.tf': tf(7, 14),
      'k8s/production/web.yaml': web(1),
      'alerts/production/web.yaml': alerts('0.05'),
    };
    expect(findings(own)).toEqual([]);
    expect(findings({ ...own, 'tf/production/main.tf': tf(3, 7) })).toMatchInlineSnapshot(`
      [
        "deployment-plan.yaml:17 Backups of db in production are planned to be kept 7 days, and are kept 3 days.",
        "tf/production/main.tf:7 The logs of aws_cloudwatch_log_group.web are kept for 7 days.",
      ]
    `);
  });

  it('are judged with --environment for that environment only', () => {
    const production = findings(DRIFTED, '--environment', 'production');
    expect(production).toEqual([]);
    expect(findings(DRIFTED, '--environment', 'staging')).toEqual(findings(DRIFTED));
  });

  it('are read from a column of a Markdown plan, with names that it has only', () => {
    const markdown = `---
apiVersion: planproof/v1
kind: DeploymentPlan
---
# Shop

## Environments

| Name | Infrastructure | Configuration |
|---|---|---|
| staging | tf/staging | k8s/staging, alerts/staging |
| production | tf/production | k8s/production, alerts/production |

## Components

| Name | Kind | Resources | Files |
|---|---|---|---|
| db | database | aws_db_instance.db | |
| web | service | | k8s/staging/web.yaml, k8s/production/web.yaml |

## Backups

| Component | Environment | Keep days |
|---|---|---|
| db | all | 35 |
| db | Staging | 7 |

## High availability

| Component | Replicas | Environment |
|---|---|---|
| web | 3 | |
| web | 1 | staging |
`;
    const files = Object.fromEntries(
      Object.entries(KEPT).filter(([path]) => path !== 'deployment-plan.yaml'),
    );
    expect(findings({ ...files, 'plan.md': markdown })).toEqual([]);
    const drifted = { ...files, 'tf/staging/main.tf': tf(3, 7), 'k8s/staging/web.yaml': web(0) };
    expect(findings({ ...drifted, 'plan.md': markdown })).toMatchInlineSnapshot(`
      [
        "plan.md:26 Backups of db in staging are planned to be kept 7 days, and are kept 3 days.",
        "plan.md:33 The plan runs 1 copy of web in staging, and the files run 0.",
      ]
    `);
    const slip = markdown.replace('| Staging |', '| Stagin |');
    const { stdout, code } = planproof(folderOf({ 'plan.md': slip }), 'plan', 'check', '--exit-zero');
    expect(stdout).toMatch(/plan\.md:26:8 +error +plan\/unknown-environment/);
    expect(stdout).toContain('Did you mean "staging"?');
    expect(code).toBe(2);
  });

  it('name components that the plan has, each once, and keys that there are', () => {
    const wrong = PLAN.replace(
      'backups: [{ component: db, keepDays: 7 }]',
      'backups: [{ component: dbs, kepDays: 7 }]',
    )
      .replace(
        '[{ component: web, replicas: 1 }]',
        '[{ component: web, replicas: 1 }, { component: web, replicas: 2 }]',
      )
      .replace('logs: { retentionDays: 14 }', 'logs: { destination: s3 }');
    const { stdout, code } = planproof(
      folderOf({ 'deployment-plan.yaml': wrong }),
      'plan',
      'check',
      '-o',
      'json',
    );
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Record<string, string>[] };
    expect(diagnostics.map(({ code: id, message, help }) => [id, message, help].join(' | ')))
      .toMatchInlineSnapshot(`
      [
        "schema/unknown-property | "environments[0].overrides.observability.logs" has no property "destination". | Known: retentionDays.",
        "plan/unknown-component | The plan has no component "dbs". | Did you mean "db"?",
        "schema/unknown-property | "environments[0].overrides.recovery.backups[0]" has no property "kepDays". | Did you mean "keepDays"?",
        "plan/stated-twice | environments.0.overrides.recovery.availability speaks twice of "web". | Join the two entries.",
      ]
    `);
    expect(code).toBe(2);
  });
});
