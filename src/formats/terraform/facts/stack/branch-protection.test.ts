import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../../test/support/terraform.ts';

const protections = (text: string): Promise<string> => terraformSubjects(text, 'branch-protection');

test("GitHub's protection of a branch says all of it in one place", async () => {
  const text = `resource "github_branch_protection" "main" {
  repository_id = "shop"
  pattern       = "main"
  required_pull_request_reviews {}
  required_status_checks {
    contexts = ["test", "CI / scan"]
  }
}
resource "github_branch_protection_v3" "old" {
  repository             = "shop"
  branch                 = "old"
  require_signed_commits = true
}
`;
  expect(await protections(text)).toMatchInlineSnapshot(`
    "branch-protection :github_branch_protection.main "github_branch_protection.main" @1:1
      system: "github-actions"
      repository: "shop" @2:19
      pattern: "main" @3:19
      reviews: 1 @4:3
      checks: ["test","CI / scan"] @6:16
      forcePush: false @1:1
      signed: false @1:1

    branch-protection :github_branch_protection_v3.old "github_branch_protection_v3.old" @9:1
      system: "github-actions"
      repository: "shop" @10:28
      pattern: "old" @11:28
      reviews: 0 @9:1
      checks: [] @9:1
      forcePush: null @9:1
      signed: true @12:28"
  `);
});

test('rulesets say only what they ask, and none that are tried or are for tags', async () => {
  const ruleset = (name: string, more: string): string => `resource "github_repository_ruleset" "${name}" {
  repository = "shop"
  conditions {
    ref_name {
      include = ["refs/heads/main", "~DEFAULT_BRANCH"]
      exclude = []
    }
  }
  rules {
    non_fast_forward = true
    required_status_checks {
      required_check {
        context = "test"
      }
    }
  }
${more}
}
`;
  const text = [
    ruleset('on', '  target      = "branch"\n  enforcement = "active"'),
    ruleset('tried', '  target      = "branch"\n  enforcement = "evaluate"'),
    ruleset('tags', '  target      = "tag"\n  enforcement = "active"'),
  ].join('');
  expect(await protections(text)).toMatchInlineSnapshot(`
    "branch-protection :github_repository_ruleset.on "github_repository_ruleset.on" @1:1
      system: "github-actions"
      repository: "shop" @2:16
      pattern: "main, ~DEFAULT_BRANCH" @5:17
      reviews: null @1:1
      checks: ["test"] @13:19
      forcePush: false @10:24
      signed: null @1:1"
  `);
});

test('GitLab has its parts in several places', async () => {
  const text = `resource "gitlab_project" "shop" {
  name                                  = "shop"
  only_allow_merge_if_pipeline_succeeds = true
}
resource "gitlab_project_approval_rule" "any" {
  project            = 1
  name               = "any"
  approvals_required = 2
}
resource "gitlab_project_approval_rule" "optional" {
  project            = 1
  name               = "optional"
  approvals_required = 0
}
`;
  expect(await protections(text)).toMatchInlineSnapshot(`
    "branch-protection :gitlab_project.shop "gitlab_project.shop" @1:1
      system: "gitlab-ci"
      repository: "shop" @2:43
      pattern: "*" @1:1
      reviews: null @1:1
      checks: ["*"] @3:43
      forcePush: null @1:1
      signed: null @1:1

    branch-protection :gitlab_project_approval_rule.any "gitlab_project_approval_rule.any" @5:1
      system: "gitlab-ci"
      repository: "1" @6:24
      pattern: "*" @5:1
      reviews: 2 @8:24
      checks: null @5:1
      forcePush: null @5:1
      signed: null @5:1"
  `);
});

test('policies of Azure DevOps count where they are on and block', async () => {
  const text = `resource "azuredevops_build_definition" "test" {
  project_id = "shop"
  name       = "test"
  repository {
    repo_type = "TfsGit"
    yml_path  = "ci/test.yml"
  }
}
resource "azuredevops_branch_policy_build_validation" "test" {
  project_id = "shop"
  settings {
    display_name        = "test"
    build_definition_id = azuredevops_build_definition.test.id
    scope {
      repository_id  = "shop"
      repository_ref = "refs/heads/main"
      match_type     = "Exact"
    }
  }
}
resource "azuredevops_branch_policy_build_validation" "off" {
  project_id = "shop"
  enabled    = false
  settings {
    display_name        = "test"
    build_definition_id = azuredevops_build_definition.test.id
  }
}
`;
  expect(await protections(text)).toMatchInlineSnapshot(`
    "branch-protection :azuredevops_branch_policy_build_validation.test "azuredevops_branch_policy_build_validation.test" @9:1
      system: "azure-pipelines"
      repository: "shop" @15:24
      pattern: "main" @16:24
      reviews: null @9:1
      checks: ["ci/test.yml"] @6:17
      forcePush: null @9:1
      signed: null @9:1

    branch-protection :azuredevops_branch_policy_build_validation.off "azuredevops_branch_policy_build_validation.off" @21:1
      system: "azure-pipelines"
      repository: "shop" @22:16
      pattern: "*" @21:1
      reviews: null @21:1
      checks: [] @23:16
      forcePush: null @21:1
      signed: null @21:1"
  `);
});
