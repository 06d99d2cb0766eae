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
      tlsRequired: null @4:1
      minimumTls: null @4:1
      logExports: [] @4:1
      authority: null @4:1
      riskySettings: [] @4:1

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
      tlsRequired: null @8:1
      minimumTls: null @8:1
      logExports: [] @8:1
      authority: null @8:1
      riskySettings: [] @8:1

    backup :aws_db_instance.full "aws_db_instance.full" @8:1
      mechanism: "database-automated"
      method: "continuous" @12:29
      intervalHours: 0.08333333333333333 @12:29
      retentionDays: 14 @12:29
      offsite: false @8:1
      copyRegions: [] @8:1
      encrypted: true @10:29
      immutable: false @8:1
      active: true @8:1
      lasting: true @8:1
      sources: []
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
      tlsRequired: null @2:1
      minimumTls: null @2:1
      logExports: [] @2:1
      authority: null @2:1
      riskySettings: [] @2:1

    database :aws_rds_cluster.serverless "aws_rds_cluster.serverless" @5:1
      provider: "aws"
      engine: "aurora-mysql" @6:17
      encrypted: true @7:17
      public: false @5:1
      replica: false @5:1
      backupRetentionDays: 1 @5:1 (backup_retention_period is not set here @5:1)
      pointInTimeRecovery: true @5:1 (backup_retention_period is not set here @5:1)
      multiZone: unknown because no instances of the cluster are in the files @5:1
      deletionProtection: false @5:1 (deletion_protection is not set here @5:1)
      tlsRequired: null @5:1
      minimumTls: null @5:1
      logExports: [] @5:1
      authority: null @5:1
      riskySettings: [] @5:1"
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
      deletionProtection: false @2:1 (deletion_protection is not set here @2:1)
      tlsRequired: null @2:1
      minimumTls: null @2:1
      logExports: [] @2:1
      authority: null @2:1
      riskySettings: [] @2:1"
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
      deletionProtection: null @2:1
      tlsRequired: null @2:1
      minimumTls: null @2:1
      logExports: [] @2:1 (logging.enable is not set here @2:1)
      authority: null @2:1
      riskySettings: [] @2:1

    backup :aws_redshift_cluster.events "aws_redshift_cluster.events" @2:1
      mechanism: "database-automated"
      method: "snapshot" @2:1
      intervalHours: 8 @2:1
      retentionDays: 1 @2:1 (automated_snapshot_retention_period is not set here @2:1)
      offsite: false @2:1
      copyRegions: [] @2:1
      encrypted: unknown because encrypted is not set, and its default changed with version 6 of the provider @2:1
      immutable: false @2:1
      active: true @2:1
      lasting: true @2:1
      sources: []
      covers: [":aws_redshift_cluster.events"] @2:1"
  `);
});

test('the table that Terraform locks its state with is no database', async () => {
  const table = (key: string): string =>
    `resource "aws_dynamodb_table" "${key.toLowerCase()}" {\n  name     = "t"\n  hash_key = "${key}"\n}\n`;
  const names = (await databases(table('LockID') + table('Order'))).match(/^database \S+/gm);
  expect(names).toEqual(['database :aws_dynamodb_table.order']);
});
