import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const databases = (text: string): Promise<string> => terraformSubjects(text, 'database', 'backup');

test('Azure, Google and DynamoDB have databases too', async () => {
  const text = `
resource "azurerm_postgresql_flexible_server" "private" {
  delegated_subnet_id          = azurerm_subnet.db.id
  backup_retention_days        = 35
  geo_redundant_backup_enabled = true
  high_availability { mode = "ZoneRedundant" }
}
resource "azurerm_management_lock" "db" {
  scope      = azurerm_postgresql_flexible_server.private.id
  lock_level = "CanNotDelete"
}
resource "google_sql_database_instance" "sql" {
  database_version    = "POSTGRES_16"
  deletion_protection = false
  settings {
    tier              = "db-f1-micro"
    availability_type = "REGIONAL"
    backup_configuration { enabled = true }
  }
}
resource "aws_dynamodb_table" "carts" {
  name = "carts"
  point_in_time_recovery { enabled = true }
}
`;
  expect(await databases(text)).toMatchInlineSnapshot(`
    "database :aws_dynamodb_table.carts "aws_dynamodb_table.carts" @21:1
      provider: "aws"
      engine: "dynamodb" @21:1
      encrypted: true @21:1
      public: false @21:1
      replica: false @21:1
      backupRetentionDays: 35 @23:3 (recovery_period_in_days is not set here @23:3)
      pointInTimeRecovery: true @23:38
      multiZone: true @21:1
      deletionProtection: false @21:1 (deletion_protection_enabled is not set here @21:1)
      tlsRequired: null @21:1
      minimumTls: null @21:1
      logExports: null @21:1
      authority: null @21:1
      riskySettings: [] @21:1

    database :azurerm_postgresql_flexible_server.private "azurerm_postgresql_flexible_server.private" @2:1
      provider: "azure"
      engine: "postgresql" @2:1
      encrypted: true @2:1
      public: false @3:34
      replica: false @2:1
      backupRetentionDays: 35 @4:34
      pointInTimeRecovery: true @4:34
      multiZone: true @6:30
      deletionProtection: true @8:1
      tlsRequired: null @2:1
      minimumTls: null @2:1
      logExports: null @2:1
      authority: null @2:1
      riskySettings: [] @2:1

    database :google_sql_database_instance.sql "google_sql_database_instance.sql" @12:1
      provider: "gcp"
      engine: "POSTGRES_16" @13:25
      encrypted: true @12:1
      public: true @15:3 (ip_configuration.ipv4_enabled is not set here @15:3)
      replica: false @12:1
      backupRetentionDays: 7 @18:5 (backup_retention_settings.retained_backups is not set here @18:5)
      pointInTimeRecovery: false @18:5 (point_in_time_recovery_enabled is not set here @18:5)
      multiZone: true @17:25
      deletionProtection: false @14:25
      tlsRequired: false @15:3 (ip_configuration.ssl_mode is not set here @15:3)
      minimumTls: null @12:1
      logExports: null @12:1
      authority: null @12:1
      riskySettings: [] @12:1

    backup :aws_dynamodb_table.carts "aws_dynamodb_table.carts" @21:1
      mechanism: "database-automated"
      method: "continuous" @23:38
      intervalHours: 0.08333333333333333 @23:38
      retentionDays: 35 @23:3 (recovery_period_in_days is not set here @23:3)
      offsite: false @21:1
      copyRegions: [] @21:1
      encrypted: true @21:1
      immutable: false @21:1
      active: true @21:1
      lasting: true @21:1
      sources: []
      covers: [":aws_dynamodb_table.carts"] @21:1

    backup :azurerm_postgresql_flexible_server.private "azurerm_postgresql_flexible_server.private" @2:1
      mechanism: "database-automated"
      method: "continuous" @4:34
      intervalHours: 0.08333333333333333 @4:34
      retentionDays: 35 @4:34
      offsite: true @5:34
      copyRegions: unknown because Azure keeps them in the paired region, whichever that is @2:1
      encrypted: true @2:1
      immutable: unknown because Azure itself decides who can delete its automated backups @2:1
      active: true @2:1
      lasting: true @2:1
      sources: []
      covers: [":azurerm_postgresql_flexible_server.private"] @2:1

    backup :google_sql_database_instance.sql "google_sql_database_instance.sql" @12:1
      mechanism: "database-automated"
      method: "snapshot" @18:5 (point_in_time_recovery_enabled is not set here @18:5)
      intervalHours: 24 @18:5 (point_in_time_recovery_enabled is not set here @18:5)
      retentionDays: 7 @18:5 (backup_retention_settings.retained_backups is not set here @18:5)
      offsite: true @18:5
      copyRegions: unknown because Google keeps them in the nearest multi-region @18:5
      encrypted: true @12:1
      immutable: false @12:1
      active: true @12:1
      lasting: true @12:1
      sources: []
      covers: [":google_sql_database_instance.sql"] @12:1"
  `);
});

test('a server of Azure SQL keeps backups as long as the database does that keeps them least', async () => {
  const text = `
resource "azurerm_mssql_server" "shop" {
  public_network_access_enabled = false
}
resource "azurerm_mssql_database" "orders" {
  server_id = azurerm_mssql_server.shop.id
  short_term_retention_policy { retention_days = 35 }
}
resource "azurerm_mssql_database" "carts" {
  server_id = azurerm_mssql_server.shop.id
}
resource "azurerm_mssql_server" "empty" {}
`;
  expect(await terraformSubjects(text, 'database')).toMatchInlineSnapshot(`
    "database :azurerm_mssql_server.shop "azurerm_mssql_server.shop" @2:1
      provider: "azure"
      engine: "sqlserver" @2:1
      encrypted: true @2:1
      public: false @3:35
      replica: false @2:1
      backupRetentionDays: 7 @9:1 (short_term_retention_policy.retention_days is not set here @9:1)
      pointInTimeRecovery: true @9:1 (short_term_retention_policy.retention_days is not set here @9:1)
      multiZone: unknown because each of the server's databases has its own zones @2:1
      deletionProtection: null @2:1
      tlsRequired: null @2:1
      minimumTls: "1.2" @2:1 (minimum_tls_version is not set here @2:1)
      logExports: null @2:1
      authority: null @2:1
      riskySettings: [] @2:1

    database :azurerm_mssql_server.empty "azurerm_mssql_server.empty" @12:1
      provider: "azure"
      engine: "sqlserver" @12:1
      encrypted: true @12:1
      public: true @12:1 (public_network_access_enabled is not set here @12:1)
      replica: false @12:1
      backupRetentionDays: unknown because no databases of the server are in the files @12:1
      pointInTimeRecovery: unknown because no databases of the server are in the files @12:1
      multiZone: unknown because each of the server's databases has its own zones @12:1
      deletionProtection: null @12:1
      tlsRequired: null @12:1
      minimumTls: "1.2" @12:1 (minimum_tls_version is not set here @12:1)
      logExports: null @12:1
      authority: null @12:1
      riskySettings: [] @12:1"
  `);
});
