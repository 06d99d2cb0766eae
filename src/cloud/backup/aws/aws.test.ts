import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../../test/support/terraform.ts';

test('vaults say where copies lie, and who can delete them', async () => {
  const text = `
provider "aws" {
  alias  = "far"
  region = "eu-west-1"
}

resource "aws_backup_vault" "near" {
  name = "near"
}

resource "aws_backup_vault" "far" {
  provider = aws.far
  name     = "far"
}

resource "aws_backup_vault_lock_configuration" "near" {
  backup_vault_name   = aws_backup_vault.near.name
  changeable_for_days = 3
  min_retention_days  = 7
}

resource "aws_backup_plan" "main" {
  rule {
    target_vault_name = aws_backup_vault.near.name
    schedule          = "cron(0 5 * * ? *)"
    copy_action {
      destination_vault_arn = aws_backup_vault.far.arn
    }
  }
  rule {
    target_vault_name = aws_backup_vault.far.name
    schedule          = "cron(0 5 * * ? 2030)"
  }
}
`;
  expect(await terraformSubjects(text, 'backup')).toMatchInlineSnapshot(`
    "backup :aws_backup_plan.main.rule[0] "aws_backup_plan.main.rule[0]" @23:3
      mechanism: "backup-plan"
      method: "snapshot" @23:3
      intervalHours: 24 @25:25
      retentionDays: 36500 @23:3
      offsite: true @26:5
      copyRegions: ["eu-west-1"] @26:5
      encrypted: true @23:3
      immutable: true @16:1
      active: true @23:3
      lasting: true @23:3
      sources: []
      covers: [] @22:1

    backup :aws_backup_plan.main.rule[1] "aws_backup_plan.main.rule[1]" @30:3
      mechanism: "backup-plan"
      method: "snapshot" @30:3
      intervalHours: unknown because the schedule "cron(0 5 * * ? 2030)" runs in some years only @32:25
      retentionDays: 36500 @30:3
      offsite: false @30:3
      copyRegions: [] @30:3
      encrypted: true @30:3
      immutable: false @11:1
      active: true @30:3
      lasting: true @30:3
      sources: []
      covers: [] @22:1"
  `);
});

test('snapshots of volumes, caches and file systems, and replicas of buckets', async () => {
  const text = `
provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "far"
  region = "eu-west-1"
}

resource "aws_ebs_volume" "data" {
  tags = { snapshot = "yes" }
}

resource "aws_dlm_lifecycle_policy" "volumes" {
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { snapshot = "yes" }
    schedule {
      create_rule { interval = 12 }
      retain_rule { count = 14 }
      cross_region_copy_rule {
        target    = "eu-west-1"
        encrypted = true
      }
    }
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  snapshot_retention_limit   = 5
  at_rest_encryption_enabled = true
}

resource "aws_efs_file_system" "files" {}

resource "aws_efs_backup_policy" "files" {
  file_system_id = aws_efs_file_system.files.id
  backup_policy { status = "ENABLED" }
}

resource "aws_fsx_windows_file_system" "share" {
  automatic_backup_retention_days = 30
}

resource "aws_s3_bucket" "docs" {}

resource "aws_s3_bucket" "far" {
  provider = aws.far
}

resource "aws_s3_bucket_replication_configuration" "docs" {
  bucket = aws_s3_bucket.docs.id
  rule {
    status = "Enabled"
    destination { bucket = aws_s3_bucket.far.arn }
  }
}

resource "aws_redshift_cluster" "facts" {
  automated_snapshot_retention_period = 7
  encrypted                           = true
  snapshot_copy { destination_region = "eu-west-1" }
}
`;
  expect(await terraformSubjects(text, 'backup')).toMatchInlineSnapshot(`
    "backup :aws_redshift_cluster.facts "aws_redshift_cluster.facts" @60:1
      mechanism: "database-automated"
      method: "snapshot" @60:1
      intervalHours: 8 @60:1
      retentionDays: 7 @61:41
      offsite: true @63:40
      copyRegions: ["eu-west-1"] @63:40
      encrypted: true @62:41
      immutable: false @60:1
      active: true @60:1
      lasting: true @60:1
      sources: []
      covers: [":aws_redshift_cluster.facts"] @60:1

    backup :aws_dlm_lifecycle_policy.volumes.schedule[0] "aws_dlm_lifecycle_policy.volumes.schedule[0]" @19:5
      mechanism: "backup-plan"
      method: "snapshot" @19:5
      intervalHours: 12 @20:32
      retentionDays: 7 @21:29
      offsite: true @22:7
      copyRegions: ["eu-west-1"] @22:7
      encrypted: true @24:21
      immutable: false @19:5
      active: true @15:1
      lasting: true @19:5
      sources: []
      covers: [":aws_ebs_volume.data"] @18:22

    backup :aws_elasticache_replication_group.sessions "aws_elasticache_replication_group.sessions" @30:1
      mechanism: "database-automated"
      method: "snapshot" @30:1
      intervalHours: 24 @30:1
      retentionDays: 5 @31:32
      offsite: false @30:1
      copyRegions: [] @30:1
      encrypted: true @32:32
      immutable: false @30:1
      active: true @30:1
      lasting: true @30:1
      sources: []
      covers: [":aws_elasticache_replication_group.sessions"] @30:1

    backup :aws_efs_backup_policy.files "aws_efs_backup_policy.files" @37:1
      mechanism: "backup-plan"
      method: "snapshot" @37:1
      intervalHours: 24 @37:1
      retentionDays: 35 @37:1
      offsite: false @37:1
      copyRegions: [] @37:1
      encrypted: unknown because its copies are encrypted as the file system is @37:1
      immutable: false @37:1
      active: true @39:28
      lasting: true @37:1
      sources: []
      covers: [":aws_efs_file_system.files"] @37:1

    backup :aws_fsx_windows_file_system.share "aws_fsx_windows_file_system.share" @42:1
      mechanism: "backup-plan"
      method: "snapshot" @42:1
      intervalHours: 24 @42:1
      retentionDays: 30 @43:37
      offsite: false @42:1
      copyRegions: [] @42:1
      encrypted: unknown because its copies are encrypted as the file system is @42:1
      immutable: false @42:1
      active: true @42:1
      lasting: true @42:1
      sources: []
      covers: [":aws_fsx_windows_file_system.share"] @42:1

    backup :aws_s3_bucket_replication_configuration.docs.replication "aws_s3_bucket_replication_configuration.docs.replication" @54:3
      mechanism: "replication"
      method: "replication" @54:3
      intervalHours: 0.25 @54:3
      retentionDays: unknown because the bucket that it replicates to decides how long copies are kept @54:3
      offsite: true @54:3
      copyRegions: ["eu-west-1"] @8:12
      encrypted: unknown because the bucket that it replicates to decides whether copies are encrypted @54:3
      immutable: unknown because the bucket that it replicates to decides who can delete copies @54:3
      active: true @55:14
      lasting: true @54:3
      sources: []
      covers: [":aws_s3_bucket.docs"] @54:3"
  `);
});

test('templates say the same in their words', async () => {
  const text = `
Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: main
      LockConfiguration: { MinRetentionDays: 7 }
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: !Ref Vault
            ScheduleExpression: rate(1 day)
  Volume:
    Type: AWS::EC2::Volume
    Properties:
      Tags: [{ Key: snapshot, Value: 'yes' }]
  Policy:
    Type: AWS::DLM::LifecyclePolicy
    Properties:
      State: DISABLED
      PolicyDetails:
        ResourceTypes: [VOLUME]
        TargetTags: [{ Key: snapshot, Value: 'yes' }]
        Schedules:
          - CreateRule: { CronExpression: cron(0 1 ? * SUN *) }
            RetainRule: { Interval: 3, IntervalUnit: MONTHS }
  Files:
    Type: AWS::EFS::FileSystem
    Properties:
      BackupPolicy: { Status: ENABLED }
  Docs:
    Type: AWS::S3::Bucket
    Properties:
      ReplicationConfiguration:
        Rules:
          - Status: Enabled
            Destination: { Bucket: arn:aws:s3:::elsewhere }
`;
  expect(await cloudFormationSubjects(text, 'backup')).toMatchInlineSnapshot(`
    "backup template.yaml:Plan.BackupPlanRule[0] "Plan.BackupPlanRule[0]" @13:23
      mechanism: "backup-plan"
      method: "snapshot" @13:23
      intervalHours: 24 @15:33
      retentionDays: 36500 @13:23
      offsite: false @13:23
      copyRegions: [] @13:23
      encrypted: true @13:23
      immutable: unknown because the lock of the vault is in governance mode: some may be allowed to take it off @7:7
      active: true @13:23
      lasting: true @13:23
      sources: []
      covers: [] @8:3

    backup template.yaml:Policy.Schedules[0] "Policy.Schedules[0]" @28:13
      mechanism: "backup-plan"
      method: "snapshot" @28:13
      intervalHours: 168 @28:43
      retentionDays: 93 @29:37
      offsite: false @28:13
      copyRegions: [] @28:13
      encrypted: unknown because snapshots are encrypted as the volumes are @28:13
      immutable: false @28:13
      active: false @23:14
      lasting: true @28:13
      sources: []
      covers: ["template.yaml:Volume"] @26:29

    backup template.yaml:Files "Files" @30:3
      mechanism: "backup-plan"
      method: "snapshot" @30:3
      intervalHours: 24 @30:3
      retentionDays: 35 @30:3
      offsite: false @30:3
      copyRegions: [] @30:3
      encrypted: unknown because its copies are encrypted as the file system is @30:3
      immutable: false @30:3
      active: true @33:31
      lasting: true @30:3
      sources: []
      covers: ["template.yaml:Files"] @30:3

    backup template.yaml:Docs.replication "Docs.replication" @39:21
      mechanism: "replication"
      method: "replication" @39:21
      intervalHours: 0.25 @39:21
      retentionDays: unknown because the bucket that it replicates to decides how long copies are kept @39:21
      offsite: unknown because whether it is in another region is not told @39:21
      copyRegions: unknown because the bucket that it replicates to is not among the files @39:21
      encrypted: unknown because the bucket that it replicates to decides whether copies are encrypted @39:21
      immutable: unknown because the bucket that it replicates to decides who can delete copies @39:21
      active: true @39:21
      lasting: true @39:21
      sources: []
      covers: ["template.yaml:Docs"] @39:21"
  `);
});
