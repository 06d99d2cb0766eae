import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('flags of PostgreSQL are off unless they are on, parameters are told where they stand', async () => {
  const text = `
variable "flags" {}
resource "google_sql_database_instance" "postgres" {
  database_version = "POSTGRES_16"
  settings {
    database_flags {
      name  = "log_connections"
      value = "on"
    }
  }
}
resource "google_sql_database_instance" "open" {
  database_version = "POSTGRES_16"
  settings {
    dynamic "database_flags" {
      for_each = var.flags
      content {
        name  = database_flags.key
        value = database_flags.value
      }
    }
  }
}
resource "google_sql_database_instance" "mysql" { database_version = "MYSQL_8_0" }
resource "aws_db_parameter_group" "silent" {
  parameter {
    name  = "max_connections"
    value = "100"
  }
}
resource "azurerm_sql_server" "inline" {
  extended_auditing_policy { retention_in_days = 90 }
}
resource "azurerm_mssql_server" "off" {}
resource "azurerm_mssql_server_extended_auditing_policy" "off" {
  server_id = azurerm_mssql_server.off.id
  enabled   = false
}
`;
  expect(await terraformSubjects(text, 'database-record')).toMatchInlineSnapshot(`
    "database-record :google_sql_database_instance.postgres "google_sql_database_instance.postgres" @3:1
      provider: "gcp"
      connections: true @8:15
      disconnections: false @5:3
      checkpoints: null @3:1
      lockWaits: null @3:1
      audited: null @3:1

    database-record :google_sql_database_instance.open "google_sql_database_instance.open" @12:1
      provider: "gcp"
      connections: unknown because var.flags has no value @15:5
      disconnections: unknown because var.flags has no value @15:5
      checkpoints: null @12:1
      lockWaits: null @12:1
      audited: null @12:1

    database-record :azurerm_mssql_server.off "azurerm_mssql_server.off" @34:1
      provider: "azure"
      connections: null @34:1
      disconnections: null @34:1
      checkpoints: null @34:1
      lockWaits: null @34:1
      audited: false @37:15

    database-record :azurerm_sql_server.inline "azurerm_sql_server.inline" @31:1
      provider: "azure"
      connections: null @31:1
      disconnections: null @31:1
      checkpoints: null @31:1
      lockWaits: null @31:1
      audited: true @32:3"
  `);
  const template = `
Resources:
  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Parameters: { log_disconnections: 1, toString: off }
`;
  expect(await cloudFormationSubjects(template, 'database-record')).toMatchInlineSnapshot(`
    "database-record template.yaml:Group "Group" @3:3
      provider: "aws"
      connections: null @3:3
      disconnections: true @6:41
      checkpoints: null @3:3
      lockWaits: null @3:3
      audited: null @3:3"
  `);
});
