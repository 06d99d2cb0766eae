import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const databases = (text: string): Promise<string> => terraformSubjects(text, 'database', 'backup');

test('an instance has what is written, and else the defaults of its provider at its header', async () => {
  const text = `
variable "class" {}
variable "public" {}
resource "aws_db_instance" "bare" {
  engine         = "postgres"
  instance_class = var.class
}
resource "aws_db_instance" "full" {
  engine                  = "mysql"
  storage_encrypted       = "true"
  publicly_accessible     = var.public
  backup_retention_period = 14
  multi_az                = true
  deletion_protection     = true
}
`;
  expect(await databases(text)).toMatchInlineSnapshot(`
    "database :aws_db_instance.bare "aws_db_instance.bare" @4:1
      provider: "aws"
      engine: "postgres" @5:20
      encrypted: false @4:1 (storage_encrypted is not set here @4:1)
      public: false @4:1 (publicly_accessible is not set here @4:1)
      replica: false @4:1
      backupRetentionDays: 0 @4:1 (backup_retention_period is not set here @4:1)
      pointInTimeRecovery: false @4:1 (backup_retention_period is not set here @4:1)
      multiZone: false @4:1 (multi_az is not set here @4:1)
      deletionProtection: false @4:1 (deletion_protection is not set here @4:1)

    database :aws_db_instance.full "aws_db_instance.full" @8:1
      provider: "aws"
      engine: "mysql" @9:29
      encrypted: true @10:29
      public: unknown because var.public has no value @3:1 (var.public is used here @11:29)
      replica: false @8:1
      backupRetentionDays: 14 @12:29
      pointInTimeRecovery: true @12:29
      multiZone: true @13:29
      deletionProtection: true @14:29

    backup :aws_db_instance.full "aws_db_instance.full" @8:1
      mechanism: "database-automated"
      intervalHours: 0.08333333333333333 @12:29
      retentionDays: 14 @12:29
      offsite: false @8:1
      covers: [":aws_db_instance.full"] @8:1"
  `);
});

test('a copy is encrypted as its source is; a serverless cluster always', async () => {
  const text = `
resource "aws_db_instance" "copy" {
  replicate_source_db = aws_db_instance.other.identifier
}
resource "aws_rds_cluster" "serverless" {
  engine      = "aurora-mysql"
  engine_mode = "serverless"
}
`;
  expect(await terraformSubjects(text, 'database')).toMatchInlineSnapshot(`
    "database :aws_db_instance.copy "aws_db_instance.copy" @2:1
      provider: "aws"
      engine: unknown because engine is not set @2:1
      encrypted: unknown because it is as the source in replicate_source_db is @3:25
      public: false @2:1 (publicly_accessible is not set here @2:1)
      replica: true @3:25
      backupRetentionDays: 0 @2:1 (backup_retention_period is not set here @2:1)
      pointInTimeRecovery: false @2:1 (backup_retention_period is not set here @2:1)
      multiZone: false @2:1 (multi_az is not set here @2:1)
      deletionProtection: false @2:1 (deletion_protection is not set here @2:1)

    database :aws_rds_cluster.serverless "aws_rds_cluster.serverless" @5:1
      provider: "aws"
      engine: "aurora-mysql" @6:17
      encrypted: true @7:17
      public: false @5:1
      replica: false @5:1
      backupRetentionDays: 1 @5:1 (backup_retention_period is not set here @5:1)
      pointInTimeRecovery: true @5:1 (backup_retention_period is not set here @5:1)
      multiZone: unknown because no instances of the cluster are in the files @5:1
      deletionProtection: false @5:1 (deletion_protection is not set here @5:1)"
  `);
});

test('a cluster is public and in several zones as its instances are', async () => {
  const text = `
resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}
resource "aws_rds_cluster_instance" "orders" {
  count               = 2
  cluster_identifier  = aws_rds_cluster.orders.id
  publicly_accessible = count.index == 1
}
`;
  expect(await terraformSubjects(text, 'database')).toMatchInlineSnapshot(`
    "database :aws_rds_cluster.orders "aws_rds_cluster.orders" @2:1
      provider: "aws"
      engine: "aurora-postgresql" @4:24
      encrypted: true @5:24
      public: true @10:25 (count.index is used here @10:25) (This decides it @8:25)
      replica: false @2:1
      backupRetentionDays: 1 @2:1 (backup_retention_period is not set here @2:1)
      pointInTimeRecovery: true @2:1 (backup_retention_period is not set here @2:1)
      multiZone: true @7:1
      deletionProtection: false @2:1 (deletion_protection is not set here @2:1)"
  `);
});

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

    backup :aws_dynamodb_table.carts "aws_dynamodb_table.carts" @21:1
      mechanism: "database-automated"
      intervalHours: 0.08333333333333333 @23:38
      retentionDays: 35 @23:3 (recovery_period_in_days is not set here @23:3)
      offsite: false @21:1
      covers: [":aws_dynamodb_table.carts"] @21:1

    backup :azurerm_postgresql_flexible_server.private "azurerm_postgresql_flexible_server.private" @2:1
      mechanism: "database-automated"
      intervalHours: 0.08333333333333333 @4:34
      retentionDays: 35 @4:34
      offsite: true @5:34
      covers: [":azurerm_postgresql_flexible_server.private"] @2:1

    backup :google_sql_database_instance.sql "google_sql_database_instance.sql" @12:1
      mechanism: "database-automated"
      intervalHours: 24 @18:5 (point_in_time_recovery_enabled is not set here @18:5)
      retentionDays: 7 @18:5 (backup_retention_settings.retained_backups is not set here @18:5)
      offsite: false @12:1
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
      deletionProtection: false @2:1

    database :azurerm_mssql_server.empty "azurerm_mssql_server.empty" @12:1
      provider: "azure"
      engine: "sqlserver" @12:1
      encrypted: true @12:1
      public: true @12:1 (public_network_access_enabled is not set here @12:1)
      replica: false @12:1
      backupRetentionDays: unknown because no databases of the server are in the files @12:1
      pointInTimeRecovery: unknown because no databases of the server are in the files @12:1
      multiZone: unknown because each of the server's databases has its own zones @12:1
      deletionProtection: false @12:1"
  `);
});

test('a read replica says so, and is not sure where its source may be null', async () => {
  const text = `
variable "source" {}
resource "aws_db_instance" "primary" {}
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.primary.identifier
}
resource "aws_db_instance" "either" {
  replicate_source_db = var.source
}
resource "google_sql_database_instance" "replica" {
  master_instance_name = "primary"
}
`;
  const lines = (await databases(text)).split('\n').filter((line) => /^database|replica:/.test(line.trim()));
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "database :aws_db_instance.primary "aws_db_instance.primary" @3:1
      replica: false @3:1
    database :aws_db_instance.replica "aws_db_instance.replica" @4:1
      replica: true @5:25
    database :aws_db_instance.either "aws_db_instance.either" @7:1
      replica: unknown because var.source has no value @2:1 (var.source is used here @8:25)
    database :google_sql_database_instance.replica "google_sql_database_instance.replica" @10:1
      replica: true @11:26"
  `);
});

test('what a version of the provider decides is left open', async () => {
  const text = `
resource "aws_redshift_cluster" "events" {
  publicly_accessible = true
}
`;
  expect(await databases(text)).toMatchInlineSnapshot(`
    "database :aws_redshift_cluster.events "aws_redshift_cluster.events" @2:1
      provider: "aws"
      engine: "redshift" @2:1
      encrypted: unknown because encrypted is not set, and its default changed with version 6 of the provider @2:1
      public: true @3:25
      replica: false @2:1
      backupRetentionDays: 1 @2:1 (automated_snapshot_retention_period is not set here @2:1)
      pointInTimeRecovery: unknown because Redshift takes a snapshot about every eight hours, sooner when much changes @2:1
      multiZone: false @2:1 (multi_az is not set here @2:1)
      deletionProtection: false @2:1

    backup :aws_redshift_cluster.events "aws_redshift_cluster.events" @2:1
      mechanism: "database-automated"
      intervalHours: unknown because Redshift takes a snapshot about every eight hours, sooner when much changes @2:1
      retentionDays: 1 @2:1 (automated_snapshot_retention_period is not set here @2:1)
      offsite: false @2:1
      covers: [":aws_redshift_cluster.events"] @2:1"
  `);
});

test('the table that Terraform locks its state with is no database', async () => {
  const table = (key: string): string =>
    `resource "aws_dynamodb_table" "${key.toLowerCase()}" {\n  name     = "t"\n  hash_key = "${key}"\n}\n`;
  const names = (await databases(table('LockID') + table('Order'))).match(/^database \S+/gm);
  expect(names).toEqual(['database :aws_dynamodb_table.order']);
});
