import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('symmetric keys of AWS rotate yearly when told to, the others cannot', async () => {
  const text = `
variable "spec" {}
resource "aws_kms_key" "bare" {}
resource "aws_kms_key" "yearly" { enable_key_rotation = true }
resource "aws_kms_key" "often" {
  enable_key_rotation     = true
  rotation_period_in_days = 90
}
resource "aws_kms_key" "signing" {
  customer_master_key_spec = "RSA_4096"
  key_usage                = "SIGN_VERIFY"
}
resource "aws_kms_key" "any" { customer_master_key_spec = var.spec }
resource "aws_kms_key" "hsm" { custom_key_store_id = "cks-1" }
`;
  expect(await terraformSubjects(text, 'key')).toMatchInlineSnapshot(`
    "key :aws_kms_key.bare "aws_kms_key.bare" @3:1
      provider: "aws"
      rotationDays: 0 @3:1 (enable_key_rotation is not set here @3:1)
      expires: null @3:1
      enabled: true @3:1 (is_enabled is not set here @3:1)

    key :aws_kms_key.yearly "aws_kms_key.yearly" @4:1
      provider: "aws"
      rotationDays: 365 @4:57
      expires: null @4:1
      enabled: true @4:1 (is_enabled is not set here @4:1)

    key :aws_kms_key.often "aws_kms_key.often" @5:1
      provider: "aws"
      rotationDays: 90 @7:29
      expires: null @5:1
      enabled: true @5:1 (is_enabled is not set here @5:1)

    key :aws_kms_key.signing "aws_kms_key.signing" @9:1
      provider: "aws"
      rotationDays: null @9:1
      expires: null @9:1
      enabled: true @9:1 (is_enabled is not set here @9:1)

    key :aws_kms_key.any "aws_kms_key.any" @13:1
      provider: "aws"
      rotationDays: unknown because var.spec has no value @2:1 (var.spec is used here @13:59)
      expires: null @13:1
      enabled: true @13:1 (is_enabled is not set here @13:1)

    key :aws_kms_key.hsm "aws_kms_key.hsm" @14:1
      provider: "aws"
      rotationDays: null @14:1
      expires: null @14:1
      enabled: true @14:1 (is_enabled is not set here @14:1)"
  `);
});

test('Google says seconds, and Azure an end', async () => {
  const text = `
resource "google_kms_crypto_key" "bare" {}
resource "google_kms_crypto_key" "quarterly" { rotation_period = "7776000s" }
resource "google_kms_crypto_key" "odd" { rotation_period = "90d" }
resource "google_kms_crypto_key" "signing" { purpose = "ASYMMETRIC_SIGN" }
resource "azurerm_key_vault_key" "bare" {}
resource "azurerm_key_vault_key" "ends" { expiration_date = "2027-12-30T20:00:00Z" }
resource "azurerm_key_vault_key" "rotated" {
  rotation_policy { expire_after = "P90D" }
}
resource "azurerm_key_vault_secret" "bare" {}
`;
  expect(await terraformSubjects(text, 'key')).toMatchInlineSnapshot(`
    "key :google_kms_crypto_key.bare "google_kms_crypto_key.bare" @2:1
      provider: "gcp"
      rotationDays: 0 @2:1
      expires: null @2:1
      enabled: null @2:1

    key :google_kms_crypto_key.quarterly "google_kms_crypto_key.quarterly" @3:1
      provider: "gcp"
      rotationDays: 90 @3:66
      expires: null @3:1
      enabled: null @3:1

    key :google_kms_crypto_key.odd "google_kms_crypto_key.odd" @4:1
      provider: "gcp"
      rotationDays: unknown because "90d" is not a number of seconds like 7776000s @4:60
      expires: null @4:1
      enabled: null @4:1

    key :google_kms_crypto_key.signing "google_kms_crypto_key.signing" @5:1
      provider: "gcp"
      rotationDays: null @5:1
      expires: null @5:1
      enabled: null @5:1

    key :azurerm_key_vault_key.bare "azurerm_key_vault_key.bare" @6:1
      provider: "azure"
      rotationDays: null @6:1
      expires: false @6:1 (expiration_date is not set here @6:1)
      enabled: null @6:1

    key :azurerm_key_vault_key.ends "azurerm_key_vault_key.ends" @7:1
      provider: "azure"
      rotationDays: null @7:1
      expires: true @7:61
      enabled: null @7:1

    key :azurerm_key_vault_key.rotated "azurerm_key_vault_key.rotated" @8:1
      provider: "azure"
      rotationDays: null @8:1
      expires: true @9:36
      enabled: null @8:1

    key :azurerm_key_vault_secret.bare "azurerm_key_vault_secret.bare" @11:1
      provider: "azure"
      rotationDays: null @11:1
      expires: false @11:1 (expiration_date is not set here @11:1)
      enabled: null @11:1"
  `);
});

test('a vault lets purge and answers all networks unless it says otherwise', async () => {
  const text = `
resource "azurerm_key_vault" "bare" {}
resource "azurerm_key_vault" "shut" {
  purge_protection_enabled = true
  network_acls { default_action = "Deny" }
}
resource "azurerm_key_vault" "private" { public_network_access_enabled = false }
`;
  expect(await terraformSubjects(text, 'key-vault')).toMatchInlineSnapshot(`
    "key-vault :azurerm_key_vault.bare "azurerm_key_vault.bare" @2:1
      provider: "azure"
      purgeProtected: false @2:1 (purge_protection_enabled is not set here @2:1)
      softDelete: true @2:1 (soft_delete_enabled is not set here @2:1)
      public: true @2:1 (network_acls.default_action is not set here @2:1)

    key-vault :azurerm_key_vault.shut "azurerm_key_vault.shut" @3:1
      provider: "azure"
      purgeProtected: true @4:30
      softDelete: true @3:1 (soft_delete_enabled is not set here @3:1)
      public: false @5:35

    key-vault :azurerm_key_vault.private "azurerm_key_vault.private" @7:1
      provider: "azure"
      purgeProtected: false @7:1 (purge_protection_enabled is not set here @7:1)
      softDelete: true @7:1 (soft_delete_enabled is not set here @7:1)
      public: false @7:74"
  `);
});
