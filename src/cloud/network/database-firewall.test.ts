import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('the firewalls of managed databases open the port of the database', async () => {
  const text = `
resource "azurerm_postgresql_firewall_rule" "all" {
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}
resource "azurerm_mssql_firewall_rule" "azure" {
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}
resource "google_sql_database_instance" "main" {
  database_version = "MYSQL_8_0"
  settings {
    ip_configuration {
      authorized_networks {
        value = "0.0.0.0/0"
      }
      authorized_networks {
        value = var.office
      }
    }
  }
}
`;
  expect(await terraformSubjects(text, 'network-rule')).toMatchInlineSnapshot(`
    "network-rule :azurerm_postgresql_firewall_rule.all "azurerm_postgresql_firewall_rule.all" @2:1
      provider: "azure"
      direction: "ingress"
      stateless: false
      action: "allow" @2:1
      protocol: "tcp" @2:1
      fromPort: 5432 @2:1
      toPort: 5432 @2:1
      peers: ["0.0.0.0/0"] @3:22

    network-rule :azurerm_mssql_firewall_rule.azure "azurerm_mssql_firewall_rule.azure" @6:1
      provider: "azure"
      direction: "ingress"
      stateless: false
      action: "allow" @6:1
      protocol: "tcp" @6:1
      fromPort: 1433 @6:1
      toPort: 1433 @6:1
      peers: ["0.0.0.0-0.0.0.0"] @7:22

    network-rule :google_sql_database_instance.main.authorized_networks[0] "google_sql_database_instance.main.authorized_networks[0]" @14:7
      provider: "gcp"
      direction: "ingress"
      stateless: false
      action: "allow" @14:7
      protocol: "tcp" @14:7
      fromPort: 3306 @11:22
      toPort: 3306 @11:22
      peers: ["0.0.0.0/0"] @15:17

    network-rule :google_sql_database_instance.main.authorized_networks[1] "google_sql_database_instance.main.authorized_networks[1]" @17:7
      provider: "gcp"
      direction: "ingress"
      stateless: false
      action: "allow" @17:7
      protocol: "tcp" @17:7
      fromPort: 3306 @11:22
      toPort: 3306 @11:22
      peers: unknown because there is no variable "office" in this module @18:17"
  `);
});
