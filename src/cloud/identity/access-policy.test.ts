import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const policies = (text: string): Promise<string> => terraformSubjects(text, 'access-policy');

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
      on: "identity"
      statements.0.effect: "allow" @4:3
      statements.0.actions: ["*","Microsoft.Storage/*"] @5:20
      statements.0.resources: ["*"] @3:24
      statements.0.principals: [] @4:3
      statements.0.conditional: false @4:3
      statements.0.open: false @4:3

    access-policy :azurerm_role_assignment.owner "azurerm_role_assignment.owner" @9:1
      system: "azure-rbac"
      on: "identity"
      statements.0.effect: "allow" @9:1
      statements.0.actions: ["Owner","*"] @11:26
      statements.0.resources: ["\${azurerm_resource_group.main.id}"] @10:26
      statements.0.principals: ["1234"] @12:26
      statements.0.conditional: false @9:1
      statements.0.open: false @9:1

    access-policy :google_project_iam_member.editor "google_project_iam_member.editor" @15:1
      system: "gcp-iam"
      on: "resource"
      statements.0.effect: "allow" @15:1
      statements.0.actions: ["roles/editor","*"] @17:13
      statements.0.resources: ["*"] @16:13
      statements.0.principals: ["serviceAccount:deploy@shop.iam.gserviceaccount.com"] @18:13
      statements.0.conditional: false @15:1
      statements.0.open: false @18:13

    access-policy :google_storage_bucket_iam_binding.site "google_storage_bucket_iam_binding.site" @20:1
      system: "gcp-iam"
      on: "bucket"
      statements.0.effect: "allow" @20:1
      statements.0.actions: ["roles/storage.objectViewer"] @22:13
      statements.0.resources: ["site"] @21:13
      statements.0.principals: ["*"] @23:13
      statements.0.conditional: false @20:1
      statements.0.open: true @23:13"
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
      on: "identity"
      statements.0.effect: "allow" @3:3
      statements.0.actions: ["/*:get","/*:list"] @5:18
      statements.0.resources: ["*"] @3:3
      statements.0.principals: [] @3:3
      statements.0.conditional: false @3:3
      statements.0.open: false @3:3

    access-policy :kubernetes_cluster_role_binding.admin "kubernetes_cluster_role_binding.admin" @9:1
      system: "kubernetes-rbac"
      on: "identity"
      statements.0.effect: "allow" @9:1
      statements.0.actions: ["*/*:*"] @12:12
      statements.0.resources: ["*"] @12:12
      statements.0.principals: ["deployer"] @16:12
      statements.0.conditional: false @9:1
      statements.0.open: false @9:1"
  `);
});

test('a dataset of BigQuery lists who may read it, and a policy of Google has all bindings of a thing', async () => {
  const text = `
resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  access {
    role          = "OWNER"
    user_by_email = "ada@example.org"
  }
  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
}
resource "google_bigquery_dataset_access" "orders" {
  dataset_id = "orders"
  iam_member = "allUsers"
}
data "google_iam_policy" "keys" {
  binding {
    role    = "roles/cloudkms.admin"
    members = ["allUsers"]
  }
}
resource "google_kms_key_ring_iam_policy" "keys" {
  key_ring_id = "keys"
  policy_data = data.google_iam_policy.keys.policy_data
}
`;
  const lines = (await policies(text)).split('\n');
  expect(lines.filter((line) => /^access|\.open|\.actions/.test(line))).toMatchInlineSnapshot(`
    [
      "access-policy :google_kms_key_ring_iam_policy.keys "google_kms_key_ring_iam_policy.keys" @23:1",
      "  statements.0.actions: ["roles/cloudkms.admin"] @19:15",
      "  statements.0.open: true @20:15",
      "access-policy :google_bigquery_dataset.orders "google_bigquery_dataset.orders" @2:1",
      "  statements.0.actions: ["OWNER"] @5:21",
      "  statements.0.open: false @6:21",
      "  statements.1.actions: ["READER"] @9:21",
      "  statements.1.open: true @10:21",
      "access-policy :google_bigquery_dataset_access.orders "google_bigquery_dataset_access.orders" @13:1",
      "  statements.0.actions: ["READER"] @13:1",
      "  statements.0.open: true @15:16",
    ]
  `);
});
