import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../../test/support/terraform.ts';

const accounts = (files: Parameters<typeof terraformSubjects>[0]): Promise<string> =>
  terraformSubjects(files, 'account-binding');

test('the role that a provider of AWS takes on names the account before those that are allowed', async () => {
  expect(
    await accounts(`provider "aws" {
  allowed_account_ids = ["111111111111", "222222222222"]
  assume_role {
    role_arn = "arn:aws:iam::222222222222:role/deploy"
  }
}
`),
  ).toMatchInlineSnapshot(`
    "account-binding :provider.aws "provider.aws" @1:1
      provider: "aws"
      accounts: ["222222222222"] @4:16"
  `);
});

test('allowed accounts, a subscription and a project are read as variables give them', async () => {
  expect(
    await accounts({
      'main.tf': `variable "account" {}
variable "project" {}
provider "aws" {
  allowed_account_ids = [var.account]
}
provider "azurerm" {
  features {}
  subscription_id = "0b1f6471-1bf0-4dda-aec3-cb9272f09590"
}
provider "google" {
  project = var.project
}
provider "google-beta" {
  project = var.project
}
`,
      'terraform.tfvars': 'account = "333333333333"\n',
    }),
  ).toMatchInlineSnapshot(`
    "account-binding :provider.aws "provider.aws" @3:1
      provider: "aws"
      accounts: ["333333333333"] @4:25

    account-binding :provider.azurerm "provider.azurerm" @6:1
      provider: "azure"
      accounts: ["0b1f6471-1bf0-4dda-aec3-cb9272f09590"] @8:21

    account-binding :provider.google "provider.google" @10:1
      provider: "gcp"
      accounts: unknown because var.project has no value @2:1 (var.project is used here @11:13)"
  `);
});

test('a provider under an alias, one that names no account, and what is none of these clouds bind nothing', async () => {
  expect(
    await accounts(`provider "aws" {
  region = "eu-central-1"
}
provider "aws" {
  alias               = "dns"
  allowed_account_ids = ["444444444444"]
}
provider "github" {
  project = "shop"
}
`),
  ).toMatchInlineSnapshot(`""`);
});

test('a role that is not written with its account is not known', async () => {
  expect(await accounts('provider "aws" {\n  assume_role {\n    role_arn = "deploy"\n  }\n}\n'))
    .toMatchInlineSnapshot(`
    "account-binding :provider.aws "provider.aws" @1:1
      provider: "aws"
      accounts: unknown because the role is not written as an ARN with an account @3:16"
  `);
});
