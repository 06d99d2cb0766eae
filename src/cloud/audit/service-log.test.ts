import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const VAULTS = `
resource "azurerm_key_vault" "a" {}
resource "azurerm_key_vault" "b" {}
`;

test('a service without a setting is missed where others have one, by whatever expression names them', async () => {
  const text = `${VAULTS}
resource "azurerm_monitor_diagnostic_setting" "each" {
  for_each           = { a = azurerm_key_vault.a.id, blobs = "\${azurerm_storage_account.s.id}/blobServices/default" }
  target_resource_id = each.value
  enabled_log { category_group = "audit" }
}
`;
  expect(await terraformSubjects(text, 'service-log')).toMatchInlineSnapshot(`
    "service-log :azurerm_key_vault.a "azurerm_key_vault.a" @2:1
      provider: "azure"
      kept: true @8:3

    service-log :azurerm_key_vault.b "azurerm_key_vault.b" @3:1
      provider: "azure"
      kept: false @3:1"
  `);
});

test('a setting that sends no logs keeps none', async () => {
  const text = `${VAULTS}
resource "azurerm_monitor_diagnostic_setting" "off" {
  target_resource_id = azurerm_key_vault.a.id
  log {
    category = "AuditEvent"
    enabled  = false
  }
}
resource "azurerm_monitor_diagnostic_setting" "metrics" {
  target_resource_id = azurerm_key_vault.b.id
  enabled_metric { category = "AllMetrics" }
}
`;
  expect(await terraformSubjects(text, 'service-log')).toMatchInlineSnapshot(`
    "service-log :azurerm_key_vault.a "azurerm_key_vault.a" @2:1
      provider: "azure"
      kept: false @9:16

    service-log :azurerm_key_vault.b "azurerm_key_vault.b" @3:1
      provider: "azure"
      kept: false @12:1"
  `);
});

test.each([
  ['no setting is here', ''],
  [
    'a setting is for what nobody knows',
    'variable "t" {}\nresource "azurerm_monitor_diagnostic_setting" "s" {\n  target_resource_id = var.t\n}\n',
  ],
  [
    'a policy may make them',
    'resource "azurerm_subscription_policy_assignment" "p" {}\nresource "azurerm_monitor_diagnostic_setting" "s" {\n  target_resource_id = "/subscriptions/1"\n}\n',
  ],
])('nothing is missed where %s', async (_, more) => {
  expect(await terraformSubjects(VAULTS + more, 'service-log')).toMatch(/kept: unknown/);
  expect(await terraformSubjects(VAULTS + more, 'service-log')).not.toMatch(/kept: false/);
});
