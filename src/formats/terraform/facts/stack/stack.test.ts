import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../../test/support/terraform.ts';

const stacks = (files: Parameters<typeof terraformSubjects>[0]): Promise<string> =>
  terraformSubjects(files, 'stack', 'state-backend', 'gate');

test('a root is one stack with the resources of the modules that it calls', async () => {
  const files = {
    'prod/main.tf': `terraform {
  backend "s3" {
    bucket       = "state"
    key          = "prod"
    use_lockfile = true
  }
}
provider "aws" {
  region = "eu-central-1"
}
module "a" {
  source = "../modules/a"
}
module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
}
`,
    'modules/a/main.tf': 'resource "aws_s3_bucket" "b" {\n  for_each = toset(["x", "y"])\n}\n',
  };
  expect(await stacks(files)).toMatchInlineSnapshot(`
    "stack prod "prod" (production) @1:1
      tool: "terraform"
      path: "prod"
      providers: ["aws"]
      toolVersion: null @1:1
      regions: ["eu-central-1"] @9:12
      resourceCount: 2
      resources: ["module.a.aws_s3_bucket.b[\\"x\\"]","module.a.aws_s3_bucket.b[\\"y\\"]","module.vpc"]

    state-backend prod:backend "prod" (production) @2:3
      type: "s3" @2:3
      encrypted: true @2:3
      locked: true @5:20
      store: "state" @3:20"
  `);
});

test('variable files that are named like environments make a stack each', async () => {
  const files = {
    'infra/main.tf':
      'variable "region" {}\nprovider "aws" {\n  region = var.region\n}\nresource "aws_vpc" "v" {}\n',
    'infra/environments/prod.tfvars': 'region = "eu-central-1"\n',
    'infra/environments/staging.tfvars': 'region = "eu-west-1"\n',
    'infra/common.tfvars': '',
  };
  expect(await terraformSubjects(files, 'stack')).toMatchInlineSnapshot(`
    "stack infra/environments/prod.tfvars "infra/environments/prod.tfvars" (production) @2:1
      tool: "terraform"
      path: "infra/environments/prod.tfvars"
      providers: ["aws"]
      toolVersion: null @2:1
      regions: ["eu-central-1"] @infra/environments/prod.tfvars:1:10 (var.region is used here @infra/main.tf:3:12) (variable "region" is declared here @infra/main.tf:1:1)
      resourceCount: 1
      resources: ["aws_vpc.v"]

    stack infra/environments/staging.tfvars "infra/environments/staging.tfvars" (staging) @2:1
      tool: "terraform"
      path: "infra/environments/staging.tfvars"
      providers: ["aws"]
      toolVersion: null @2:1
      regions: ["eu-west-1"] @infra/environments/staging.tfvars:1:10 (var.region is used here @infra/main.tf:3:12) (variable "region" is declared here @infra/main.tf:1:1)
      resourceCount: 1
      resources: ["aws_vpc.v"]"
  `);
});

test('without a backend the state is a local file, unless the folder looks like a module for others', async () => {
  const files = {
    'root/main.tf': 'provider "aws" {}\nresource "aws_vpc" "v" {}\n',
    'library/main.tf': 'variable "x" {}\nresource "aws_vpc" "v" {}\n',
    'only-variables/main.tf': 'variable "x" {}\n',
  };
  expect(await terraformSubjects(files, 'state-backend')).toMatchInlineSnapshot(`
    "state-backend library:backend "library" @2:1
      type: unknown because neither a backend nor a provider is configured here, as in a module that others call @2:1
      encrypted: unknown because neither a backend nor a provider is configured here, as in a module that others call @2:1
      locked: unknown because neither a backend nor a provider is configured here, as in a module that others call @2:1
      store: unknown because neither a backend nor a provider is configured here, as in a module that others call @2:1

    state-backend root:backend "root" @1:1
      type: "local" @1:1
      encrypted: false @1:1
      locked: false @1:1
      store: null @1:1"
  `);
});

test.each([
  ['backend "s3" {}', 'is completed elsewhere'],
  [
    'backend "s3" {\n bucket = "b"\n key = "k"\n encrypt = false\n dynamodb_table = "locks"\n }',
    'locks by a table',
  ],
  ['backend "gcs" {\n bucket = "b"\n }', 'always locks and encrypts'],
  ['cloud {\n organization = "o"\n }', 'is a service'],
  ['backend "wonder" {}', 'is not known'],
])('%s %s', async (block) => {
  const text = `terraform {\n  ${block}\n}\nresource "null_resource" "x" {}\n`;
  expect(await terraformSubjects(text, 'state-backend')).toMatchSnapshot();
});

test('reviewers of an environment are a gate', async () => {
  const text = `resource "github_repository_environment" "production" {
  environment         = "production"
  repository          = "shop"
  prevent_self_review = true
  reviewers {
    teams = [data.github_team.release.id]
    users = [1, 2]
  }
}
resource "github_repository_environment" "dev" {
  environment = "dev"
  repository  = "shop"
}
data "github_team" "release" { slug = "release" }
`;
  expect(await terraformSubjects(text, 'gate')).toMatchInlineSnapshot(`
    "gate :github_repository_environment.production "github_repository_environment.production" @1:1
      system: "github-actions"
      repository: "shop" @3:25
      target: "production" @2:25
      production: true @2:25
      reviewers: 3 @7:13
      preventSelfReview: true @4:25
      branchesLimited: false @1:1
      serialized: null @1:1

    gate :github_repository_environment.dev "github_repository_environment.dev" @10:1
      system: "github-actions"
      repository: "shop" @12:17
      target: "dev" @11:17
      production: false @11:17
      reviewers: 0 @10:1
      preventSelfReview: false @10:1
      branchesLimited: false @10:1
      serialized: null @10:1"
  `);
});

test('GitLab asks for as many approvals as its rules say, one each by default', async () => {
  const text = `resource "gitlab_project_protected_environment" "production" {
  project     = 1
  environment = "production"
  deploy_access_levels { access_level = "maintainer" }
  approval_rules { group_id = 2 }
  approval_rules {
    access_level       = "maintainer"
    required_approvals = 2
  }
}
resource "gitlab_project_protected_environment" "staging" {
  project     = 1
  environment = "staging"
  deploy_access_levels { access_level = "developer" }
}
resource "gitlab_project_protected_environment" "old" {
  project                 = 1
  environment             = "old"
  required_approval_count = var.approvals
}
`;
  expect(await terraformSubjects(text, 'gate')).toMatchInlineSnapshot(`
    "gate :gitlab_project_protected_environment.production "gitlab_project_protected_environment.production" @1:1
      system: "gitlab-ci"
      repository: "1" @2:17
      target: "production" @3:17
      production: true @3:17
      reviewers: 3 @5:3
      preventSelfReview: unknown because whether who starts a pipeline may approve it is set on the project @1:1
      branchesLimited: null @1:1
      serialized: null @1:1

    gate :gitlab_project_protected_environment.staging "gitlab_project_protected_environment.staging" @11:1
      system: "gitlab-ci"
      repository: "1" @12:17
      target: "staging" @13:17
      production: false @13:17
      reviewers: 0 @11:1
      preventSelfReview: unknown because whether who starts a pipeline may approve it is set on the project @11:1
      branchesLimited: null @11:1
      serialized: null @11:1

    gate :gitlab_project_protected_environment.old "gitlab_project_protected_environment.old" @16:1
      system: "gitlab-ci"
      repository: "1" @17:29
      target: "old" @18:29
      production: unknown because the name \`old\` does not say whether it is production @18:29
      reviewers: unknown because there is no variable "approvals" in this module @19:29
      preventSelfReview: unknown because whether who starts a pipeline may approve it is set on the project @16:1
      branchesLimited: null @16:1
      serialized: null @16:1"
  `);
});

test('approvers of an environment of Azure DevOps are a gate', async () => {
  const text = `resource "azuredevops_environment" "production" {
  project_id = "shop"
  name       = "production"
}
resource "azuredevops_check_approval" "production" {
  project_id            = "shop"
  target_resource_id    = azuredevops_environment.production.id
  target_resource_type  = "environment"
  requester_can_approve = false
  approvers             = ["a", "b"]
}
`;
  expect(await terraformSubjects(text, 'gate')).toMatchInlineSnapshot(`
    "gate :azuredevops_check_approval.production "azuredevops_check_approval.production" @5:1
      system: "azure-pipelines"
      repository: "shop" @6:27
      target: "production" @3:16
      production: true @3:16
      reviewers: 2 @10:27
      preventSelfReview: true @9:27
      branchesLimited: false @5:1
      serialized: null @5:1"
  `);
});

test('an example or test of a module beside it has no state worth keeping', async () => {
  const root = (source: string): string =>
    `provider "aws" {\n  region = "eu-central-1"\n}\nmodule "it" {\n  source = "${source}"\n}\nresource "aws_vpc" "v" {}\n`;
  const files = {
    'main.tf': 'variable "name" {}\n',
    'modules/net/main.tf': 'variable "name" {}\n',
    'examples/full/main.tf': root('../..'),
    'modules/net/tests/full/main.tf': root('../..'),
    'examples/alone/main.tf': root('./part'),
    'examples/alone/part/main.tf': 'variable "name" {}\n',
    'environments/test/main.tf': root('../../modules/net'),
    'examples/kept/main.tf': `terraform {\n  backend "local" {}\n}\n${root('../..')}`,
  };
  const subjects = (await terraformSubjects(files, 'state-backend')).split('\n');
  expect(subjects.filter((line) => line.startsWith('state-backend'))).toMatchInlineSnapshot(`
    [
      "state-backend environments/test:backend "environments/test" (development) @1:1",
      "state-backend examples/alone:backend "examples/alone" @1:1",
      "state-backend examples/kept:backend "examples/kept" @2:3",
    ]
  `);
});
