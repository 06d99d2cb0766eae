import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const caches = (text: string): Promise<string> => terraformSubjects(text, 'cache');

test('ElastiCache leaves encryption, passwords and snapshots of Redis to its user', async () => {
  const text = `
resource "aws_elasticache_replication_group" "bare" {}
resource "aws_elasticache_replication_group" "full" {
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  auth_token                 = aws_secretsmanager_secret_version.token.secret_string
  snapshot_retention_limit   = 7
}
resource "aws_elasticache_replication_group" "valkey" {
  engine         = "valkey"
  user_group_ids = ["app"]
}
resource "aws_elasticache_replication_group" "follower" {
  global_replication_group_id = aws_elasticache_global_replication_group.main.id
}
`;
  expect(await caches(text)).toMatchInlineSnapshot(`
    "cache :aws_elasticache_replication_group.bare "aws_elasticache_replication_group.bare" @2:1
      provider: "aws"
      encrypted: false @2:1 (at_rest_encryption_enabled is not set here @2:1)
      encryptedInTransit: false @2:1 (transit_encryption_enabled is not set here @2:1)
      authenticated: false @2:1 (auth_token is not set here @2:1)
      backupRetentionDays: 0 @2:1 (snapshot_retention_limit is not set here @2:1)
      multiZone: false @2:1 (multi_az_enabled is not set here @2:1)

    cache :aws_elasticache_replication_group.full "aws_elasticache_replication_group.full" @3:1
      provider: "aws"
      encrypted: true @4:32
      encryptedInTransit: true @5:32
      authenticated: true @6:32
      backupRetentionDays: 7 @7:32
      multiZone: false @3:1 (multi_az_enabled is not set here @3:1)

    cache :aws_elasticache_replication_group.valkey "aws_elasticache_replication_group.valkey" @9:1
      provider: "aws"
      encrypted: true @9:1 (at_rest_encryption_enabled is not set here @9:1)
      encryptedInTransit: unknown because transit_encryption_enabled is not set, and its default for Valkey is not the one for Redis @9:1
      authenticated: true @11:20
      backupRetentionDays: 0 @9:1 (snapshot_retention_limit is not set here @9:1)
      multiZone: false @9:1 (multi_az_enabled is not set here @9:1)"
  `);
});

test('a cluster of Memcached has nothing to back up, a member of a group has what the group has', async () => {
  const text = `
variable "engine" {}
resource "aws_elasticache_cluster" "memcached" { engine = "memcached" }
resource "aws_elasticache_cluster" "redis" { engine = "redis" }
resource "aws_elasticache_cluster" "small" {
  engine    = "redis"
  node_type = "cache.t1.micro"
}
resource "aws_elasticache_cluster" "any" { engine = var.engine }
resource "aws_elasticache_cluster" "member" { replication_group_id = "main" }
`;
  const lines = (await caches(text)).split('\n').filter((line) => /^cache|Days:/.test(line.trim()));
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "cache :aws_elasticache_cluster.memcached "aws_elasticache_cluster.memcached" @3:1
      backupRetentionDays: null @3:1
    cache :aws_elasticache_cluster.redis "aws_elasticache_cluster.redis" @4:1
      backupRetentionDays: 0 @4:1 (snapshot_retention_limit is not set here @4:1)
    cache :aws_elasticache_cluster.small "aws_elasticache_cluster.small" @5:1
      backupRetentionDays: null @5:1
    cache :aws_elasticache_cluster.any "aws_elasticache_cluster.any" @9:1
      backupRetentionDays: unknown because var.engine has no value @2:1 (var.engine is used here @9:53)"
  `);
});

test('the other caches of AWS, Azure and Google have their own defaults', async () => {
  const text = `
resource "aws_memorydb_cluster" "open" { acl_name = "open-access" }
resource "aws_dax_cluster" "bare" {}
resource "azurerm_redis_cache" "bare" {}
resource "azurerm_redis_cache" "plain" {
  enable_non_ssl_port = true
  redis_configuration { authentication_enabled = false }
}
resource "google_redis_instance" "bare" {}
resource "google_redis_instance" "full" {
  transit_encryption_mode = "SERVER_AUTHENTICATION"
  auth_enabled            = true
}
`;
  expect(await caches(text)).toMatchInlineSnapshot(`
    "cache :aws_memorydb_cluster.open "aws_memorydb_cluster.open" @2:1
      provider: "aws"
      encrypted: true @2:1
      encryptedInTransit: true @2:1 (tls_enabled is not set here @2:1)
      authenticated: false @2:53
      backupRetentionDays: 0 @2:1 (snapshot_retention_limit is not set here @2:1)
      multiZone: null @2:1

    cache :aws_dax_cluster.bare "aws_dax_cluster.bare" @3:1
      provider: "aws"
      encrypted: false @3:1 (server_side_encryption.enabled is not set here @3:1)
      encryptedInTransit: false @3:1 (cluster_endpoint_encryption_type is not set here @3:1)
      authenticated: null @3:1
      backupRetentionDays: null @3:1
      multiZone: null @3:1

    cache :azurerm_redis_cache.bare "azurerm_redis_cache.bare" @4:1
      provider: "azure"
      encrypted: true @4:1
      encryptedInTransit: true @4:1 (non_ssl_port_enabled is not set here @4:1)
      authenticated: true @4:1 (redis_configuration.authentication_enabled is not set here @4:1)
      backupRetentionDays: null @4:1
      multiZone: null @4:1

    cache :azurerm_redis_cache.plain "azurerm_redis_cache.plain" @5:1
      provider: "azure"
      encrypted: true @5:1
      encryptedInTransit: false @6:25
      authenticated: false @7:50
      backupRetentionDays: null @5:1
      multiZone: null @5:1

    cache :google_redis_instance.bare "google_redis_instance.bare" @9:1
      provider: "gcp"
      encrypted: true @9:1
      encryptedInTransit: false @9:1 (transit_encryption_mode is not set here @9:1)
      authenticated: false @9:1 (auth_enabled is not set here @9:1)
      backupRetentionDays: null @9:1
      multiZone: false @9:1 (tier is not set here @9:1)

    cache :google_redis_instance.full "google_redis_instance.full" @10:1
      provider: "gcp"
      encrypted: true @10:1
      encryptedInTransit: true @11:29
      authenticated: true @12:29
      backupRetentionDays: null @10:1
      multiZone: false @10:1 (tier is not set here @10:1)"
  `);
});

test('answers of an API are a cache where they are kept', async () => {
  const text = `
resource "aws_api_gateway_method_settings" "all" {
  settings { caching_enabled = true }
}
resource "aws_api_gateway_method_settings" "none" {
  settings { cache_data_encrypted = false }
}`;
  const template = `
Resources:
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      MethodSettings:
        - { CachingEnabled: true, CacheDataEncrypted: true }
        - { CachingEnabled: false }
`;
  const lines = [await terraformSubjects(text, 'cache'), await cloudFormationSubjects(template, 'cache')];
  expect(
    lines
      .join('\n')
      .split('\n')
      .filter((line) => /^cache| encrypted:/.test(line)),
  ).toMatchInlineSnapshot(`
    [
      "cache :aws_api_gateway_method_settings.all.settings[0] "aws_api_gateway_method_settings.all.settings[0]" @3:3",
      "  encrypted: false @3:3 (cache_data_encrypted is not set here @3:3)",
      "cache template.yaml:Stage.MethodSettings[0] "Stage.MethodSettings[0]" @7:13",
      "  encrypted: true @7:55",
    ]
  `);
});
