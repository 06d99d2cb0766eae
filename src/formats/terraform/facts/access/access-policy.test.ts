import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../../test/support/terraform.ts';

const policies = (text: string): Promise<string> => terraformSubjects(text, 'access-policy');

test('a policy document, JSON text and jsonencode give the same facts, each at its place', async () => {
  const text = `
data "aws_iam_policy_document" "base" {
  statement {
    effect      = "Deny"
    not_actions = ["iam:*"]
    resources   = ["*"]
  }
}
data "aws_iam_policy_document" "deploy" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = [aws_s3_bucket.site.arn, "\${aws_s3_bucket.site.arn}/*"]
  }
}
resource "aws_s3_bucket" "site" {}
resource "aws_iam_policy" "document" {
  policy = data.aws_iam_policy_document.deploy.json
}
resource "aws_iam_policy" "encoded" {
  policy = jsonencode({
    Statement = { Effect = "Allow", Action = "*", Resource = "*" }
  })
}
resource "aws_iam_policy" "text" {
  policy = <<EOT
{ "Statement": [
  { "Effect": "Allow", "Action": ["ec2:*"], "Resource": "*" }
] }
EOT
}
resource "aws_iam_policy" "template" {
  policy = <<EOT
{ "Statement": [
  { "Effect": "Allow", "Action": ["s3:*"], "Resource": "\${aws_s3_bucket.site.arn}/*" }
] }
EOT
}
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :aws_iam_policy.document "aws_iam_policy.document" @17:1
      system: "aws-iam"
      statements.0.effect: "deny" @4:19
      statements.0.actions: ["*"] @5:19
      statements.0.resources: ["*"] @6:19
      statements.0.principals: [] @3:3
      statements.0.conditional: false @3:3
      statements.1.effect: "allow" @11:3
      statements.1.actions: ["s3:GetObject","s3:PutObject"] @12:17
      statements.1.resources: ["\${aws_s3_bucket.site.arn}","\${aws_s3_bucket.site.arn}/*"] @13:17
      statements.1.principals: [] @11:3
      statements.1.conditional: false @11:3

    access-policy :aws_iam_policy.encoded "aws_iam_policy.encoded" @20:1
      system: "aws-iam"
      statements.0.effect: "allow" @22:28
      statements.0.actions: ["*"] @22:46
      statements.0.resources: ["*"] @22:62
      statements.0.principals: [] @22:17
      statements.0.conditional: false @22:17

    access-policy :aws_iam_policy.text "aws_iam_policy.text" @25:1
      system: "aws-iam"
      statements.0.effect: "allow" @28:15
      statements.0.actions: ["ec2:*"] @28:34
      statements.0.resources: ["*"] @28:57
      statements.0.principals: [] @28:3
      statements.0.conditional: false @28:3

    access-policy :aws_iam_policy.template "aws_iam_policy.template" @32:1
      system: "aws-iam"
      statements.0.effect: "allow" @33:12
      statements.0.actions: ["s3:*"] @33:12
      statements.0.resources: ["\${aws_s3_bucket.site.arn}/*"] @33:12
      statements.0.principals: [] @33:12
      statements.0.conditional: false @33:12"
  `);
});

test('a role says who may take it, and under what condition', async () => {
  const text = `
resource "aws_iam_role" "deploy" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:a/b:*" } }
    }]
  })
  inline_policy {
    policy = jsonencode({ Statement = [{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }] })
  }
}
resource "aws_iam_openid_connect_provider" "github" {}
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :aws_iam_role.deploy "aws_iam_role.deploy" @2:1
      system: "aws-iam"
      statements.0.effect: "allow" @5:19
      statements.0.actions: ["sts:AssumeRoleWithWebIdentity"] @6:19
      statements.0.resources: [] @4:18
      statements.0.principals: ["\${aws_iam_openid_connect_provider.github.arn}"] @7:33
      statements.0.conditional: true @8:19

    access-policy :aws_iam_role.deploy.inline_policy[0] "aws_iam_role.deploy.inline_policy[0]" @11:3
      system: "aws-iam"
      statements.0.effect: "allow" @12:51
      statements.0.actions: ["*"] @12:72
      statements.0.resources: ["*"] @12:92
      statements.0.principals: [] @12:40
      statements.0.conditional: false @12:40"
  `);
});

test('a policy that is not known, or no JSON, has one statement that is not known', async () => {
  const text = `
variable "policy" {}
resource "aws_iam_policy" "given" { policy = var.policy }
resource "aws_iam_policy" "broken" { policy = "nonsense" }
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :aws_iam_policy.given "aws_iam_policy.given" @3:1
      system: "aws-iam"
      statements.0.effect: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.actions: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.resources: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.principals: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.conditional: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)

    access-policy :aws_iam_policy.broken "aws_iam_policy.broken" @4:1
      system: "aws-iam"
      statements.0.effect: unknown because the policy is not JSON @4:47
      statements.0.actions: unknown because the policy is not JSON @4:47
      statements.0.resources: unknown because the policy is not JSON @4:47
      statements.0.principals: unknown because the policy is not JSON @4:47
      statements.0.conditional: unknown because the policy is not JSON @4:47"
  `);
});

test('roles of Azure and bindings of Google grant too', async () => {
  const text = `
resource "azurerm_role_definition" "deploy" {
  assignable_scopes = ["/subscriptions/1"]
  permissions {
    actions      = ["*"]
    data_actions = ["Microsoft.Storage/*"]
  }
}
resource "azurerm_role_assignment" "owner" {
  scope                = azurerm_resource_group.main.id
  role_definition_name = "Owner"
  principal_id         = "1234"
}
resource "azurerm_resource_group" "main" {}
resource "google_project_iam_member" "editor" {
  project = "shop"
  role    = "roles/editor"
  member  = "serviceAccount:deploy@shop.iam.gserviceaccount.com"
}
resource "google_storage_bucket_iam_binding" "site" {
  bucket  = "site"
  role    = "roles/storage.objectViewer"
  members = ["allUsers"]
}
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :azurerm_role_definition.deploy "azurerm_role_definition.deploy" @2:1
      system: "azure-rbac"
      statements.0.effect: "allow" @4:3
      statements.0.actions: ["*","Microsoft.Storage/*"] @5:20
      statements.0.resources: ["/subscriptions/1"] @3:23
      statements.0.principals: [] @4:3
      statements.0.conditional: false @4:3

    access-policy :azurerm_role_assignment.owner "azurerm_role_assignment.owner" @9:1
      system: "azure-rbac"
      statements.0.effect: "allow" @9:1
      statements.0.actions: ["Owner","*"] @11:26
      statements.0.resources: ["\${azurerm_resource_group.main.id}"] @10:26
      statements.0.principals: ["1234"] @12:26
      statements.0.conditional: false @9:1

    access-policy :google_project_iam_member.editor "google_project_iam_member.editor" @15:1
      system: "gcp-iam"
      statements.0.effect: "allow" @15:1
      statements.0.actions: ["roles/editor","*"] @17:13
      statements.0.resources: ["shop"] @16:13
      statements.0.principals: ["serviceAccount:deploy@shop.iam.gserviceaccount.com"] @18:13
      statements.0.conditional: false @15:1

    access-policy :google_storage_bucket_iam_binding.site "google_storage_bucket_iam_binding.site" @20:1
      system: "gcp-iam"
      statements.0.effect: "allow" @20:1
      statements.0.actions: ["roles/storage.objectViewer"] @22:13
      statements.0.resources: ["site"] @21:13
      statements.0.principals: ["*"] @23:13
      statements.0.conditional: false @20:1"
  `);
});
