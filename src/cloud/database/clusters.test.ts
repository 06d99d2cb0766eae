import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

/** A fact of each database. */
async function facts(text: string, fact: string): Promise<readonly string[]> {
  const lines = (await terraformSubjects(text, 'database')).split('\n');
  return lines.filter((line) => line.startsWith(`  ${fact}:`));
}

test('silence about encryption tells nothing of Aurora, which encrypts new clusters by itself, but of others', async () => {
  const text = `
resource "aws_rds_cluster" "aurora" {
  engine = "aurora-postgresql"
}
resource "aws_rds_cluster" "multi_az" {
  engine = "mysql"
}
resource "aws_rds_cluster" "off" {
  engine            = "aurora-mysql"
  storage_encrypted = false
}
`;
  expect(await facts(text, 'encrypted')).toMatchInlineSnapshot(`
    [
      "  encrypted: unknown because storage_encrypted is not set, and Aurora encrypts only clusters made since February 2026 by itself @2:1",
      "  encrypted: false @5:1 (storage_encrypted is not set here @5:1)",
      "  encrypted: false @10:23",
    ]
  `);
});

test('what is no longer made has the default of its time, unless it is a copy', async () => {
  const text = `
resource "aws_rds_cluster" "version" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.03.2"
}
resource "aws_rds_cluster" "engine" {
}
resource "aws_rds_cluster" "current" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.08.0"
}
resource "aws_rds_cluster" "copy" {
  engine              = "aurora"
  snapshot_identifier = "nightly"
}
resource "aws_redshift_cluster" "nodes" {
  node_type = "dc1.large"
}
`;
  expect(await facts(text, 'encrypted')).toMatchInlineSnapshot(`
    [
      "  encrypted: false @2:1 (5.7.mysql_aurora.2.03.2 is no longer made @4:20)",
      "  encrypted: false @6:1 (engine is not set here, and aurora is no longer made @6:1)",
      "  encrypted: unknown because storage_encrypted is not set, and Aurora encrypts only clusters made since February 2026 by itself @8:1",
      "  encrypted: unknown because it is as the source in snapshot_identifier is @14:25",
      "  encrypted: false @16:1 (dc1.large is no longer made @17:15)",
    ]
  `);
  expect(await facts(text, 'public')).toMatchInlineSnapshot(`
    [
      "  public: false @2:1",
      "  public: false @6:1",
      "  public: false @8:1",
      "  public: false @12:1",
      "  public: true @16:1 (dc1.large is no longer made @17:15)",
    ]
  `);
});

test('a cluster of a global one is encrypted as that is', async () => {
  const text = `
resource "aws_rds_global_cluster" "main" {
  storage_encrypted = true
}
resource "aws_rds_cluster" "primary" {
  engine                    = "aurora-mysql"
  global_cluster_identifier = aws_rds_global_cluster.main.id
}
`;
  expect(await facts(text, 'encrypted')).toMatchInlineSnapshot(`
    [
      "  encrypted: true @3:23",
    ]
  `);
});

test('an instance that is open to all is found when its cluster is not in the files', async () => {
  const text = `
resource "aws_neptune_cluster_instance" "open" {
  cluster_identifier  = data.aws_neptune_cluster.main.id
  publicly_accessible = true
}
resource "aws_neptune_cluster_instance" "closed" {
  cluster_identifier = data.aws_neptune_cluster.main.id
}
`;
  expect(await terraformSubjects(text, 'database')).toMatchInlineSnapshot(`
    "database :aws_neptune_cluster_instance.open "aws_neptune_cluster_instance.open" @2:1
      provider: "aws"
      engine: unknown because the cluster is not in the files @2:1
      encrypted: unknown because the cluster is not in the files @2:1
      public: true @4:25
      replica: unknown because the cluster is not in the files @2:1
      backupRetentionDays: unknown because the cluster is not in the files @2:1
      pointInTimeRecovery: unknown because the cluster is not in the files @2:1
      multiZone: unknown because the cluster is not in the files @2:1
      deletionProtection: unknown because the cluster is not in the files @2:1
      tlsRequired: null @2:1
      minimumTls: null @2:1
      logExports: null @2:1
      authority: null @2:1
      riskySettings: [] @2:1"
  `);
});

test('an account of Cosmos DB is open to all unless its firewall or a network limits it', async () => {
  const text = `
resource "azurerm_cosmosdb_account" "open" {}
resource "azurerm_cosmosdb_account" "firewall" {
  ip_range_filter = ["192.0.2.1"]
}
resource "azurerm_cosmosdb_account" "network" {
  is_virtual_network_filter_enabled = true
}
resource "azurerm_cosmosdb_account" "private" {
  public_network_access_enabled = false
}
`;
  expect(await facts(text, 'public')).toMatchInlineSnapshot(`
    [
      "  public: true @2:1 (public_network_access_enabled is not set here @2:1)",
      "  public: false @4:21",
      "  public: false @7:39",
      "  public: false @10:35",
    ]
  `);
});
