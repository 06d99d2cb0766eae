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
      statements.0.resources: ["*"] @3:24
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
      statements.0.resources: ["*"] @16:13
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

test('the policy for administrators of AWS itself is found wherever it is handed out', async () => {
  const text = `
variable "others" {}
resource "aws_iam_role" "deploy" {
  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws-cn:iam::aws:policy/AdministratorAccess"]
}
resource "aws_iam_role_policy_attachment" "deploy" {
  role       = aws_iam_role.deploy.name
  policy_arn = data.aws_iam_policy.administrator.arn
}
data "aws_iam_policy" "administrator" {
  name = "AdministratorAccess"
}
resource "aws_iam_user_policy_attachment" "reader" {
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
resource "aws_iam_group_policy_attachment" "own" {
  policy_arn = "arn:aws:iam::123456789012:policy/AdministratorAccess"
}
resource "aws_iam_policy_attachment" "given" {
  policy_arn = var.others
}
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :aws_iam_role.deploy.managed_policy_arns "aws_iam_role.deploy.managed_policy_arns" @3:1
      system: "aws-iam"
      statements.0.effect: "allow" @3:1
      statements.0.actions: ["AdministratorAccess","*"] @4:68
      statements.0.resources: ["*"] @4:68
      statements.0.principals: [] @3:1
      statements.0.conditional: false @3:1

    access-policy :aws_iam_role_policy_attachment.deploy "aws_iam_role_policy_attachment.deploy" @6:1
      system: "aws-iam"
      statements.0.effect: "allow" @6:1
      statements.0.actions: ["AdministratorAccess","*"] @8:16
      statements.0.resources: ["*"] @8:16
      statements.0.principals: [] @6:1
      statements.0.conditional: false @6:1"
  `);
});

test('a role reaches everything only where it is given on a whole subscription or project', async () => {
  const text = `
variable "subscription" {}
variable "scope" {}
data "azurerm_subscription" "current" {}
data "azurerm_role_definition" "contributor" {
  name = "Contributor"
}
resource "azurerm_role_assignment" "subscription" {
  scope              = data.azurerm_subscription.current.id
  role_definition_id = data.azurerm_role_definition.contributor.id
}
resource "azurerm_role_assignment" "named" {
  scope                = "/subscriptions/\${var.subscription}"
  role_definition_name = "Contributor"
}
resource "azurerm_role_assignment" "group" {
  scope                = "/subscriptions/\${var.subscription}/resourceGroups/shop"
  role_definition_name = "Contributor"
}
resource "azurerm_role_assignment" "untold" {
  scope                = var.scope
  role_definition_name = "Contributor"
}
resource "google_project_iam_member" "project" {
  project = var.scope
  role    = "roles/editor"
  member  = "group:ops@shop.example"
}
resource "google_service_account_iam_member" "account" {
  service_account_id = "deploy"
  role               = "roles/editor"
  member             = "group:ops@shop.example"
}
`;
  const reach = (await policies(text))
    .split('\n')
    .filter((line) => /^access|actions|resources/.test(line.trim()));
  expect(reach.join('\n')).toMatchInlineSnapshot(`
    "access-policy :azurerm_role_assignment.subscription "azurerm_role_assignment.subscription" @8:1
      statements.0.actions: ["Contributor","*"] @10:24
      statements.0.resources: ["*"] @9:24
    access-policy :azurerm_role_assignment.named "azurerm_role_assignment.named" @12:1
      statements.0.actions: ["Contributor","*"] @14:26
      statements.0.resources: ["*"] @13:26 (var.subscription is used here @13:44) (This decides it @2:1)
    access-policy :azurerm_role_assignment.group "azurerm_role_assignment.group" @16:1
      statements.0.actions: ["Contributor","*"] @18:26
      statements.0.resources: ["/subscriptions/\${…}/resourceGroups/shop"] @17:26 (var.subscription is used here @17:44) (This decides it @2:1)
    access-policy :azurerm_role_assignment.untold "azurerm_role_assignment.untold" @20:1
      statements.0.actions: ["Contributor","*"] @22:26
      statements.0.resources: unknown because var.scope has no value @3:1 (var.scope is used here @21:26)
    access-policy :google_project_iam_member.project "google_project_iam_member.project" @24:1
      statements.0.actions: ["roles/editor","*"] @26:13
      statements.0.resources: ["*"] @3:1 (var.scope is used here @25:13)
    access-policy :google_service_account_iam_member.account "google_service_account_iam_member.account" @29:1
      statements.0.actions: ["roles/editor","*"] @31:24
      statements.0.resources: ["deploy"] @30:24"
  `);
});

test('roles of Kubernetes grant as in manifests', async () => {
  const text = `
resource "kubernetes_cluster_role_v1" "operator" {
  rule {
    api_groups = [""]
    resources  = ["*"]
    verbs      = ["get", "list"]
  }
}
resource "kubernetes_cluster_role_binding" "admin" {
  role_ref {
    kind = "ClusterRole"
    name = "cluster-admin"
  }
  subject {
    kind = "ServiceAccount"
    name = "deployer"
  }
}
resource "kubernetes_role_binding" "viewer" {
  role_ref {
    kind = "ClusterRole"
    name = "view"
  }
}
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :kubernetes_cluster_role_v1.operator "kubernetes_cluster_role_v1.operator" @2:1
      system: "kubernetes-rbac"
      statements.0.effect: "allow" @3:3
      statements.0.actions: ["/*:get","/*:list"] @5:18
      statements.0.resources: ["*"] @3:3
      statements.0.principals: [] @3:3
      statements.0.conditional: false @3:3

    access-policy :kubernetes_cluster_role_binding.admin "kubernetes_cluster_role_binding.admin" @9:1
      system: "kubernetes-rbac"
      statements.0.effect: "allow" @9:1
      statements.0.actions: ["*/*:*"] @12:12
      statements.0.resources: ["*"] @12:12
      statements.0.principals: ["deployer"] @16:12
      statements.0.conditional: false @9:1"
  `);
});
