import { describe, expect, it } from 'vitest';
import { terraformSubjects } from '../../../../../test/support/terraform.ts';

/** Each gate as its name and the facts that are asked for, one a line. */
async function gates(text: string, ...facts: readonly string[]): Promise<readonly string[]> {
  const lines = (await terraformSubjects(text, 'gate')).split('\n');
  return lines.flatMap((line) => {
    if (line.startsWith('gate ')) return [/"([^"]*)"/.exec(line)?.[1] ?? ''];
    return facts.some((fact) => line.startsWith(`  ${fact}:`)) ? [line.trim()] : [];
  });
}

describe('branches that may be deployed by GitHub', () => {
  const environment = (policies: string): string => `resource "github_repository_environment" "e" {
  repository  = "shop"
  environment = "production"
  deployment_branch_policy {
    protected_branches     = false
    custom_branch_policies = true
  }
}
${policies}`;
  const policy = (repository: string, name: string, pattern: string): string =>
    `resource "github_repository_environment_deployment_policy" "${name}" {
  repository     = "${repository}"
  environment    = github_repository_environment.e.environment
  branch_pattern = ${pattern}
}
`;

  it.each([
    ['some patterns', policy('shop', 'a', '"main"') + policy('shop', 'b', '"release/*"'), 'true @4:3'],
    ['one for all among them', policy('shop', 'a', '"main"') + policy('shop', 'b', '"*"'), 'false @17:20'],
    ['one for all in another repository', policy('docs', 'a', '"*"'), 'true @4:3'],
    [
      'one that is not known',
      policy('shop', 'a', 'var.pattern'),
      'unknown because there is no variable "pattern" in this module @12:20',
    ],
    ['none yet', '', 'true @4:3'],
  ])('are limited by its own policies: %s', async (_, policies, expected) => {
    expect(await gates(environment(policies), 'branchesLimited')).toEqual([
      'github_repository_environment.e',
      `branchesLimited: ${expected}`,
    ]);
  });
});

describe('checks of environments of Azure DevOps', () => {
  const environment =
    'resource "azuredevops_environment" "p" {\n  project_id = "shop"\n  name = "production"\n}\n';
  const check = (type: string, more = '', target = 'azuredevops_environment.p.id'): string =>
    `resource "azuredevops_check_${type}" "c" {\n  project_id = "shop"\n  target_resource_id = ${target}\n${more}}\n`;
  const facts = ['reviewers', 'preventSelfReview', 'branchesLimited', 'serialized'];

  it('count with the approval beside them', async () => {
    const text =
      environment +
      check('approval', '  approvers = ["a"]\n') +
      check('branch_control', '  allowed_branches = "refs/heads/main, refs/heads/release/*"\n') +
      check('exclusive_lock');
    expect(await gates(text, ...facts)).toEqual([
      'azuredevops_check_approval.c',
      'reviewers: 1 @8:15',
      'preventSelfReview: true @5:1',
      'branchesLimited: true @13:22',
      'serialized: true @15:1',
    ]);
  });

  it('ask nobody where they stand alone', async () => {
    expect(await gates(environment + check('exclusive_lock'), ...facts)).toEqual([
      'azuredevops_check_exclusive_lock.c',
      'reviewers: null @5:1',
      'preventSelfReview: null @5:1',
      'branchesLimited: false @5:1',
      'serialized: true @5:1',
    ]);
  });

  it.each([
    ['nothing, which is all', '', 'false @5:1'],
    ['all', '  allowed_branches = "*"\n', 'false @8:22'],
    ['all among others', '  allowed_branches = "refs/heads/main,refs/heads/*"\n', 'false @8:22'],
    ['some', '  allowed_branches = "refs/heads/*-release"\n', 'true @8:22'],
  ])('allow %s', async (_, more, expected) => {
    expect(await gates(environment + check('branch_control', more), 'branchesLimited')).toEqual([
      'azuredevops_check_branch_control.c',
      `branchesLimited: ${expected}`,
    ]);
  });

  it('are told of an environment that is only read', async () => {
    const text =
      environment.replace('resource', 'data') +
      check('exclusive_lock', '', 'data.azuredevops_environment.p.id');
    expect(await gates(text, 'target', 'repository')).toEqual([
      'azuredevops_check_exclusive_lock.c',
      'repository: "shop" @6:16',
      'target: "production" @3:10',
    ]);
  });

  it('are none of a deploy job where they guard a service connection', async () => {
    const text = 'resource "azuredevops_serviceendpoint_azurerm" "s" {}\n';
    const guard = check('exclusive_lock', '', 'azuredevops_serviceendpoint_azurerm.s.id');
    expect(await gates(text + guard)).toEqual([]);
  });
});

it('a group of GitLab protects the environments of all its projects by their tier', async () => {
  const text = `resource "gitlab_group_protected_environment" "p" {
  group       = 1
  environment = "production"
  deploy_access_levels = [{ access_level = "maintainer" }]
  approval_rules = [{ access_level = "maintainer", required_approvals = 2 }]
}
`;
  expect(await gates(text, 'repository', 'target', 'reviewers')).toEqual([
    'gitlab_group_protected_environment.p',
    'repository: unknown because it guards those of all projects of a group @1:1',
    'target: "production" @3:17',
    'reviewers: 2 @5:73',
  ]);
});

it('a project of GitLab that is made in the same files is told by its name', async () => {
  const text = `resource "gitlab_project" "shop" {
  name = "shop"
}
resource "gitlab_project_protected_environment" "p" {
  project     = gitlab_project.shop.id
  environment = "production"
}
`;
  expect(await gates(text, 'repository', 'preventSelfReview')).toEqual([
    'gitlab_project_protected_environment.p',
    'repository: "shop" @2:10',
    'preventSelfReview: true @1:1',
  ]);
});
