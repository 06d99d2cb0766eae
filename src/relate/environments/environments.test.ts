import { describe, expect, it } from 'vitest';
import { factsOf, relateTree } from '../testing/tree.ts';

const plan = (environments: string, more = ''): Readonly<Record<string, string>> => ({
  'deployment-plan.yaml': `apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: x\nenvironments: ${environments}\n${more}`,
});

const bucket = 'resource "aws_s3_bucket" "b" {}\n';
const inRegion = (region: string): string => `provider "aws" {\n  region = ${region}\n}\n${bucket}`;

const deployment = (name: string, more = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec:\n  ${more}\n  template: { spec: { containers: [{ name: a, image: a }] } }\n`;
const rollout = (name: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: ${name} }\nspec: { strategy: { canary: { steps: [{ setWeight: 10 }] } }, template: { spec: { containers: [{ name: a, image: a }] } } }\n`;

const workflow = (...environments: readonly string[]): string =>
  `on: push\njobs:\n${environments
    .map(
      (name, i) =>
        `  deploy-${i}:\n    runs-on: x\n    environment: ${name}\n    steps: [{ run: kubectl apply -f k8s }]\n`,
    )
    .join('')}`;

const found = (files: Readonly<Record<string, string>>, ...prefixes: readonly string[]): Promise<string> =>
  factsOf(files, 'plan-environment', ...prefixes);

describe('stacks and regions of an environment', () => {
  it('are those in the folders that the plan states', async () => {
    expect(
      await found(
        {
          ...plan('[{ name: production, infrastructure: [tf/main, tf/eu] }]'),
          'tf/main/main.tf': inRegion('"eu-central-1"'),
          'tf/eu/main.tf': inRegion('"eu-west-1"'),
        },
        'infrastructure',
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        infrastructure.0.path: "tf/main" @4:53
        infrastructure.0.exists: true @4:53
        infrastructure.1.path: "tf/eu" @4:62
        infrastructure.1.exists: true @4:62
        foundStacks: ["tf/eu","tf/main"] (found here @tf/eu/main.tf:1:1) (found here @tf/main/main.tf:1:1)
        foundRegions: ["eu-central-1","eu-west-1"] (provisioned here @tf/eu/main.tf:2:12) (provisioned here @tf/main/main.tf:2:12)"
    `);
  });

  it('are not known where a region is not', async () => {
    expect(
      await found(
        {
          ...plan('[{ name: production }]'),
          'tf/production/main.tf': `variable "region" {}\n${inRegion('var.region')}`,
        },
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        foundStacks: ["tf/production"] (found here @tf/production/main.tf:2:1)
        foundRegions: unknown because var.region has no value (var.region is used here @tf/production/main.tf:3:12)"
    `);
  });

  it('are none when the stated folder does not exist', async () => {
    expect(
      await found(
        { ...plan('[{ name: production, infrastructure: [tf/production] }]'), 'tf/main.tf': bucket },
        'infrastructure',
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        infrastructure.0.path: "tf/production" @4:53
        infrastructure.0.exists: false @4:53
        foundStacks: []
        foundRegions: []"
    `);
  });

  it('are not known when the stated folder holds something else', async () => {
    expect(
      await found(
        { ...plan('[{ name: production, infrastructure: [infra] }]'), 'infra/template.txt': '' },
        'infrastructure',
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        infrastructure.0.path: "infra" @4:53
        infrastructure.0.exists: true @4:53
        foundStacks: unknown because no infrastructure code was understood in infra
        foundRegions: unknown because no infrastructure code was understood in infra"
    `);
  });

  it('are not known when no infrastructure code was scanned', async () => {
    expect(await found(plan('[{ name: production }]'), 'foundStacks')).toMatchInlineSnapshot(`
      "production (production)
        foundStacks: unknown because no infrastructure code was scanned"
    `);
  });

  it('are not known when code names no environment', async () => {
    expect(await found({ ...plan('[{ name: production }]'), 'tf/main.tf': bucket }, 'foundStacks'))
      .toMatchInlineSnapshot(`
      "production (production)
        foundStacks: unknown because the infrastructure code in tf names no environment"
    `);
  });

  it('are none when all code is of other environments', async () => {
    expect(
      await found(
        { ...plan('[{ name: dev }, { name: production }]'), 'tf/dev/main.tf': bucket },
        'foundStacks',
      ),
    ).toMatchInlineSnapshot(`
      "dev (dev)
        foundStacks: ["tf/dev"] (found here @tf/dev/main.tf:1:1)
      production (production)
        foundStacks: []"
    `);
  });
});

describe('deploy jobs of an environment', () => {
  it('are those that deploy to it, under whatever name of its purpose', async () => {
    expect(
      await found(
        {
          ...plan('[{ name: dev }, { name: production }]'),
          '.github/workflows/deploy.yml': workflow('prod', 'PRODUCTION'),
        },
        'foundDeployJobs',
      ),
    ).toMatchInlineSnapshot(`
      "dev (dev)
        foundDeployJobs: []
      production (production)
        foundDeployJobs: [".github/workflows/deploy.yml:deploy-0",".github/workflows/deploy.yml:deploy-1"] (deploys to it @.github/workflows/deploy.yml:3:3) (deploys to it @.github/workflows/deploy.yml:7:3)"
    `);
  });

  it('are not known without any pipeline', async () => {
    expect(await found(plan('[{ name: production }]'), 'foundDeployJobs', 'foundRollbacks'))
      .toMatchInlineSnapshot(`
      "production (production)
        foundDeployJobs: unknown because no pipeline was scanned
        foundRollbacks: unknown because neither a pipeline nor a workload was scanned"
    `);
  });

  it('are not known when a job deploys to a place that is not', async () => {
    expect(
      await found(
        {
          ...plan('[{ name: production }]'),
          '.github/workflows/deploy.yml': workflow('${{ vars.TARGET }}'),
        },
        'foundDeployJobs',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        foundDeployJobs: unknown because the environment that deploy-0 deploys to is not known: \`vars.TARGET\` is set outside the files"
    `);
  });
});

describe('strategies and ways back of an environment', () => {
  it('are those of its workloads and of the ones that belong to none', async () => {
    expect(
      await found(
        {
          ...plan('[{ name: staging }, { name: production }]'),
          'k8s/base/a.yaml': deployment('a'),
          'k8s/staging/b.yaml': deployment('b', 'strategy: { type: Recreate }'),
          'k8s/production/b.yaml': rollout('b'),
        },
        'foundStrategies',
        'foundRollbacks',
      ),
    ).toMatchInlineSnapshot(`
      "staging (staging)
        foundStrategies: ["recreate","rolling"] (the strategy is here @k8s/staging/b.yaml:5:21) (the strategy is here @k8s/base/a.yaml:4:1)
        foundRollbacks: ["rollout-undo"] (a way back is here @k8s/staging/b.yaml:3:19) (a way back is here @k8s/base/a.yaml:3:19)
      production (production)
        foundStrategies: ["canary","rolling"] (the strategy is here @k8s/production/b.yaml:4:21) (the strategy is here @k8s/base/a.yaml:4:1)
        foundRollbacks: ["rollout-abort","rollout-undo"] (a way back is here @k8s/production/b.yaml:3:19) (a way back is here @k8s/base/a.yaml:3:19)"
    `);
  });

  it('are none when all workloads are of other environments, and not known when there are none', async () => {
    const environments = '[{ name: staging }, { name: production }]';
    expect(
      await found(
        { ...plan(environments), 'k8s/staging/b.yaml': deployment('b') },
        'foundStrategies',
        'foundRollbacks',
      ),
    ).toMatchInlineSnapshot(`
      "staging (staging)
        foundStrategies: ["rolling"] (the strategy is here @k8s/staging/b.yaml:4:1)
        foundRollbacks: ["rollout-undo"] (a way back is here @k8s/staging/b.yaml:3:19)
      production (production)
        foundStrategies: []
        foundRollbacks: []"
    `);
    expect(await found(plan(environments), 'foundStrategies')).toMatchInlineSnapshot(`
      "staging (staging)
        foundStrategies: unknown because no workload was scanned
      production (production)
        foundStrategies: unknown because no workload was scanned"
    `);
  });
});

describe('the approval of a deploy job', () => {
  const gate = (environment: string, reviewers: string): string =>
    `resource "github_repository_environment" "e" {\n  repository  = "r"\n  environment = "${environment}"\n${reviewers}}\n`;
  const approval = (tf: Readonly<Record<string, string>>, target = 'production'): Promise<string> =>
    factsOf(
      { ...tf, '.github/workflows/deploy.yml': workflow(target) },
      'deploy-job',
      'approval',
      'production',
    );

  it('is required when its environment has reviewers', async () => {
    expect(await approval({ 'tf/main.tf': gate('production', '  reviewers {\n    users = [1]\n  }\n') }))
      .toMatchInlineSnapshot(`
      "deploy-0 (production)
        production: true @5:18
        approval: "required" @5:18 (reviewers are required here @tf/main.tf:5:13)"
    `);
  });

  it('is none when its environment has no reviewers', async () => {
    expect(await approval({ 'tf/main.tf': gate('Production', '') })).toMatchInlineSnapshot(`
      "deploy-0 (production)
        production: true @5:18
        approval: "none" @5:18 (no reviewers are required here @tf/main.tf:1:1)"
    `);
  });

  it('is not known when nothing tells of its environment', async () => {
    expect(await approval({ 'tf/main.tf': gate('staging', '') })).toMatchInlineSnapshot(`
      "deploy-0 (production)
        production: true @5:18
        approval: unknown because who must approve environment \`production\` is set outside the files (GitHub environment protection) @5:18"
    `);
  });

  it('is not known when the reviewers are not', async () => {
    expect(
      await approval({
        'tf/main.tf': `variable "users" {}\n${gate('production', '  reviewers {\n    users = var.users\n  }\n')}`,
      }),
    ).toMatchInlineSnapshot(`
      "deploy-0 (production)
        production: true @5:18
        approval: unknown because var.users has no value @5:18 (the gate is here @tf/main.tf:1:1)"
    `);
  });
});

describe('a deploy job is to production', () => {
  it('by what the plan says that its environment is for', async () => {
    expect(
      await factsOf(
        {
          ...plan('[{ name: blue, purpose: production }, { name: prod-copy, purpose: staging }]'),
          '.github/workflows/deploy.yml': workflow('blue', 'prod-copy', 'elsewhere'),
        },
        'deploy-job',
        'production',
      ),
    ).toMatchInlineSnapshot(`
      "deploy-0 (blue)
        production: true @5:18 (the plan says what blue is for @deployment-plan.yaml:4:39)
      deploy-1 (prod-copy)
        production: false @9:18 (the plan says what prod-copy is for @deployment-plan.yaml:4:81)
      deploy-2 (elsewhere)
        production: unknown because the name \`elsewhere\` does not say whether it is production @13:18"
    `);
  });
});

describe('the environment of a subject', () => {
  it('is that of its place by the plan, in the words of the plan', async () => {
    const subjects = await relateTree({
      ...plan('[{ name: dev }, { name: live, purpose: production, configuration: [k8s/main] }]'),
      'k8s/main/a.yaml': deployment('a'),
      'tf/prod/main.tf': `module "m" {\n  source = "../m"\n}\n`,
      'tf/m/main.tf': bucket,
      'docs/dev/a.md': '# A\n',
    });
    expect(subjects.map(({ kind, id, environment }) => `${kind} ${id}: ${environment ?? 'none'}`).join('\n'))
      .toMatchInlineSnapshot(`
      "plan deployment-plan.yaml: none
      plan-environment deployment-plan.yaml:environments.dev: dev
      plan-environment deployment-plan.yaml:environments.live: live
      document docs/dev/a.md: none
      workload k8s/main/a.yaml:Deployment/a: live
      rollback k8s/main/a.yaml:Deployment/a: live
      stack tf/prod: live
      state-backend tf/prod:backend: live
      object-store tf/prod:module.m.aws_s3_bucket.b: live"
    `);
  });
});
