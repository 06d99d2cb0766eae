import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const stores = (text: string): Promise<string> => terraformSubjects(text, 'object-store');

test('Azure and Google have stores too', async () => {
  const text = `
resource "azurerm_storage_account" "docs" {
  name = "docs"
  blob_properties { versioning_enabled = true }
}
resource "azurerm_storage_container" "docs" {
  storage_account_name  = azurerm_storage_account.docs.name
  container_access_type = "blob"
}
resource "azurerm_storage_account" "closed" {
  name                            = "closed"
  allow_nested_items_to_be_public = false
}
resource "azurerm_storage_container" "closed" {
  storage_account_id    = azurerm_storage_account.closed.id
  container_access_type = "blob"
}
resource "google_storage_bucket" "site" {
  name = "site"
  versioning { enabled = true }
  lifecycle_rule {
    action { type = "Delete" }
    condition { age = 90 }
  }
}
resource "google_storage_bucket_iam_binding" "site" {
  bucket  = google_storage_bucket.site.name
  role    = "roles/storage.objectViewer"
  members = ["user:a@b.c", "allUsers"]
}
`;
  expect(await stores(text)).toMatchInlineSnapshot(`
    "object-store :azurerm_storage_account.docs "azurerm_storage_account.docs" @2:1
      provider: "azure"
      public: true @8:27
      publicAccessBlocked: false @2:1
      networkLimited: null @2:1
      encrypted: true @2:1
      tlsRequired: true @2:1
      minimumTls: "1.2" @2:1
      versioned: true @4:42
      retentionDays: null @2:1
      storeName: "docs" @3:10
      uniformAccess: null @2:1

    object-store :azurerm_storage_account.closed "azurerm_storage_account.closed" @10:1
      provider: "azure"
      public: false @12:37
      publicAccessBlocked: true @12:37
      networkLimited: null @10:1
      encrypted: true @10:1
      tlsRequired: true @10:1
      minimumTls: "1.2" @10:1
      versioned: false @10:1
      retentionDays: null @10:1
      storeName: "closed" @11:37
      uniformAccess: null @10:1

    object-store :google_storage_bucket.site "google_storage_bucket.site" @18:1
      provider: "gcp"
      public: true @29:13
      publicAccessBlocked: null @18:1
      encrypted: true @18:1
      tlsRequired: null @18:1
      minimumTls: null @18:1
      networkLimited: null @18:1
      versioned: true @20:26
      retentionDays: 90 @23:23
      storeName: "site" @19:10
      uniformAccess: false @18:1 (bucket_policy_only is not set here @18:1)"
  `);
});

test('a container of an account that is elsewhere is a store of its own where it is open to all', async () => {
  const text = `
variable "access" {}
data "azurerm_storage_account" "shared" {
  name = "shared"
}
resource "azurerm_storage_container" "open" {
  storage_account_name  = data.azurerm_storage_account.shared.name
  container_access_type = "blob"
}
resource "azurerm_storage_container" "closed" {
  storage_account_name = data.azurerm_storage_account.shared.name
}
resource "azurerm_storage_container" "given" {
  storage_account_name  = data.azurerm_storage_account.shared.name
  container_access_type = var.access
}
`;
  expect(await stores(text)).toMatchInlineSnapshot(`
    "object-store :azurerm_storage_container.open "azurerm_storage_container.open" @6:1
      provider: "azure"
      public: true @8:27
      publicAccessBlocked: null @6:1
      networkLimited: null @6:1
      encrypted: true @6:1
      tlsRequired: null @6:1
      minimumTls: null @6:1
      versioned: unknown because the storage account is not in the files @6:1
      retentionDays: unknown because the storage account is not in the files @6:1
      storeName: null @6:1
      uniformAccess: null @6:1"
  `);
});

test('a bucket is public where the document with all of its bindings says so', async () => {
  const text = `data "google_iam_policy" "site" {
  binding {
    role    = "roles/storage.admin"
    members = ["user:a@b.c"]
  }
  binding {
    role    = "roles/storage.objectViewer"
    members = ["allUsers"]
  }
}
resource "google_storage_bucket" "site" {
  name = "site"
}
resource "google_storage_bucket_iam_policy" "site" {
  bucket      = google_storage_bucket.site.name
  policy_data = data.google_iam_policy.site.policy_data
}
resource "google_storage_bucket" "given" {
  name = "given"
}
resource "google_storage_bucket_iam_policy" "given" {
  bucket      = google_storage_bucket.given.name
  policy_data = var.policy
}
resource "google_storage_bucket_iam_policy" "elsewhere" {
  bucket      = "elsewhere"
  policy_data = data.google_iam_policy.site.policy_data
}
variable "policy" {}
`;
  const lines = (await stores(text)).split('\n');
  expect(lines.filter((line) => /^object-store| public:/.test(line))).toMatchInlineSnapshot(`
    [
      "object-store :google_storage_bucket.site "google_storage_bucket.site" @11:1",
      "  public: true @8:15",
      "object-store :google_storage_bucket.given "google_storage_bucket.given" @18:1",
      "  public: unknown because the policy of the bucket is not known @29:1",
      "object-store :google_storage_bucket_iam_policy.elsewhere "google_storage_bucket_iam_policy.elsewhere" @25:1",
      "  public: true @8:15",
    ]
  `);
});
