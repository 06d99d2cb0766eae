import { describe, expect, it } from 'vitest';
import { workflow } from '../testing/environments.ts';
import { factsOf } from '../testing/tree.ts';

const pipeline = `trigger: [main]
jobs:
  - deployment: release
    environment: production
    strategy:
      runOnce:
        deploy:
          steps:
            - script: kubectl apply -f app.yaml
`;

describe('gates of several repositories', () => {
  const gate = (repository: string, reviewers: string): string =>
    `resource "github_repository_environment" "${repository}" {\n  repository  = "${repository}"\n  environment = "production"\n${reviewers}}\n`;
  const asked = '  reviewers {\n    users = [1]\n  }\n';
  const approval = (...gates: readonly string[]): Promise<string> =>
    factsOf(
      { 'tf/main.tf': gates.join(''), '.github/workflows/deploy.yml': workflow('production') },
      'deploy-job',
      'approval',
      'branchesLimited',
    );

  it('tell of a job where they agree', async () => {
    expect(await approval(gate('shop', asked), gate('docs', asked))).toMatchInlineSnapshot(`
      "deploy-0 (production)
        branchesLimited: false @5:18 (no branches are chosen here @tf/main.tf:1:1)
        approval: "required" @5:18 (reviewers are required here @tf/main.tf:5:13)"
    `);
  });

  it('leave it open where they do not', async () => {
    expect(await approval(gate('shop', asked), gate('docs', ''))).toMatchInlineSnapshot(`
      "deploy-0 (production)
        branchesLimited: false @5:18 (no branches are chosen here @tf/main.tf:1:1)
        approval: unknown because its environment is guarded otherwise in each of shop, docs, and which of them has the pipeline is not in the files @5:18 (the gate is here @tf/main.tf:1:1) (the gate is here @tf/main.tf:8:1)"
    `);
  });
});

it('a gate of an environment that is not known leaves the approval open, and says where it is', async () => {
  const gate =
    'variable "name" {}\nresource "github_repository_environment" "e" {\n  repository  = "shop"\n  environment = var.name\n}\n';
  const files = { 'tf/main.tf': gate, '.github/workflows/deploy.yml': workflow('production') };
  expect(await factsOf(files, 'deploy-job', 'approval')).toMatchInlineSnapshot(`
    "deploy-0 (production)
      approval: unknown because which environment github_repository_environment.e guards is not known: var.name has no value @5:18 (the gate is here @tf/main.tf:2:1)"
  `);
});

describe('an exclusive lock of Azure DevOps', () => {
  const lock = (target: string): string =>
    `resource "azuredevops_environment" "e" {\n  project_id = "shop"\n  name       = "${target}"\n}\nresource "azuredevops_check_exclusive_lock" "l" {\n  project_id         = "shop"\n  target_resource_id = azuredevops_environment.e.id\n}\n`;
  const facts = (target: string): Promise<string> =>
    factsOf(
      { 'tf/main.tf': lock(target), 'azure-pipelines.yml': pipeline },
      'deploy-job',
      'serialized',
      'approval',
    );

  it('lets one run at a time deploy, and asks nobody', async () => {
    expect(await facts('production')).toMatchInlineSnapshot(`
      "release (production)
        serialized: true @4:18 (one run at a time has the lock here @tf/main.tf:5:1)
        approval: unknown because who must approve environment \`production\` is set outside the files (approvals and checks in Azure DevOps) @4:18"
    `);
  });

  it('of another environment says nothing', async () => {
    expect(await facts('staging')).toMatchInlineSnapshot(`
      "release (production)
        serialized: unknown because whether the environment has an exclusive lock is set outside the files (approvals and checks in Azure DevOps) @4:18
        approval: unknown because who must approve environment \`production\` is set outside the files (approvals and checks in Azure DevOps) @4:18"
    `);
  });
});
