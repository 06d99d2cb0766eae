import { describe, expect, it } from 'vitest';
import { environmentsPlan, workflow } from '../testing/environments.ts';
import { factsOf } from '../testing/tree.ts';

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
          ...environmentsPlan('[{ name: blue, purpose: production }, { name: prod-copy, purpose: staging }]'),
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
