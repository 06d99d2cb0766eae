import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a server without a policy of its own says nothing, and an older policy says it by its state', async () => {
  const text = `
resource "azurerm_mysql_server" "silent" {}
resource "azurerm_sql_database" "old" {
  threat_detection_policy {
    state           = "Disabled"
    disabled_alerts = ["Sql_Injection"]
  }
}
resource "azurerm_mssql_server_security_alert_policy" "told" {
  state                = "Enabled"
  email_account_admins = true
}
resource "azurerm_security_center_contact" "silent" {
  email = "security@example.com"
}
`;
  expect(await terraformSubjects(text, 'threat-detection')).toMatchInlineSnapshot(`
    "threat-detection :azurerm_mssql_server_security_alert_policy.told "azurerm_mssql_server_security_alert_policy.told" @9:1
      provider: "azure"
      on: true @10:26
      silenced: [] @9:1
      told: true @11:26

    threat-detection :azurerm_sql_database.old "azurerm_sql_database.old" @3:1
      provider: "azure"
      on: false @5:23
      silenced: ["Sql_Injection"] @6:23
      told: null @4:3

    threat-detection :azurerm_security_center_contact.silent "azurerm_security_center_contact.silent" @13:1
      provider: "azure"
      on: null @13:1
      silenced: [] @13:1
      told: false @13:1 (alert_notifications is not set here @13:1)"
  `);
});
