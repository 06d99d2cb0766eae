import { describe, expect, it } from 'vitest';
import { componentFacts, planOf, type Files } from '../testing/components.ts';

describe('the backups of a component', () => {
  const rds = (days: number): string =>
    `resource "aws_db_instance" "db" {\n  engine = "postgres"\n  backup_retention_period = ${days}\n}\n`;
  const DB = '[{ name: db, kind: database, resources: [aws_db_instance.db] }]';
  const backups = (components: string, files: Files, more = '', environments?: string): Promise<string> =>
    componentFacts(
      { ...planOf(components, more, environments), ...files },
      'foundBackupHours',
      'foundRetentionDays',
    );

  it('are those of the database itself', async () => {
    expect(await backups(DB, { 'tf/production/main.tf': rds(35) })).toMatchInlineSnapshot(`
      "db
        foundBackupHours: 0.08333333333333333 (how often it is copied is decided here @tf/production/main.tf:3:29)
        foundRetentionDays: 35 (how long copies are kept is decided here @tf/production/main.tf:3:29)"
    `);
  });

  it('are those of production, however well staging is protected', async () => {
    expect(await backups(DB, { 'tf/production/main.tf': rds(7), 'tf/staging/main.tf': rds(35) }))
      .toMatchInlineSnapshot(`
        "db
          foundBackupHours: 0.08333333333333333 (how often it is copied is decided here @tf/production/main.tf:3:29)
          foundRetentionDays: 7 (how long copies are kept is decided here @tf/production/main.tf:3:29)"
      `);
  });

  it('are those of the worst protected of several environments of production', async () => {
    expect(
      await backups(
        DB,
        { 'tf/prod-eu/main.tf': rds(7), 'tf/prod-us/main.tf': rds(35) },
        '',
        '[{ name: prod-eu }, { name: prod-us }]',
      ),
    ).toMatchInlineSnapshot(`
      "db
        foundBackupHours: 0.08333333333333333 (how often it is copied is decided here @tf/prod-eu/main.tf:3:29) (how often it is copied is decided here @tf/prod-us/main.tf:3:29)
        foundRetentionDays: 7 (how long copies are kept is decided here @tf/prod-eu/main.tf:3:29) (how long copies are kept is decided here @tf/prod-us/main.tf:3:29)"
    `);
  });

  it('are none when nothing makes any', async () => {
    expect(await backups(DB, { 'tf/production/main.tf': rds(0) })).toMatchInlineSnapshot(`
      "db
        foundBackupHours: null (nothing here makes copies of it @tf/production/main.tf:1:1)
        foundRetentionDays: null (nothing here makes copies of it @tf/production/main.tf:1:1)"
    `);
  });

  it('are asked of the database, and not of what follows it', async () => {
    const both = '[{ name: db, kind: database, resources: [aws_db_instance.db, aws_db_instance.replica] }]';
    const replica =
      'resource "aws_db_instance" "replica" {\n  replicate_source_db = aws_db_instance.db.identifier\n}\n';
    expect(await backups(both, { 'tf/production/main.tf': rds(7) + replica })).toMatchInlineSnapshot(`
      "db
        foundBackupHours: 0.08333333333333333 (how often it is copied is decided here @tf/production/main.tf:3:29)
        foundRetentionDays: 7 (how long copies are kept is decided here @tf/production/main.tf:3:29)"
    `);
  });

  it('are those of a backup plan that takes the resource', async () => {
    const tf = `resource "aws_s3_bucket" "b" {}
resource "aws_backup_vault" "v" {
  name = "v"
}
resource "aws_backup_plan" "p" {
  name = "p"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.v.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 90
    }
  }
}
resource "aws_backup_selection" "s" {
  name         = "s"
  plan_id      = aws_backup_plan.p.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_s3_bucket.b.arn]
}
`;
    expect(
      await backups('[{ name: docs, kind: object-store, resources: [aws_s3_bucket.b] }]', {
        'tf/production/main.tf': tf,
      }),
    ).toMatchInlineSnapshot(`
      "docs
        foundBackupHours: 24 (how often it is copied is decided here @tf/production/main.tf:10:25)
        foundRetentionDays: 90 (how long copies are kept is decided here @tf/production/main.tf:12:22)"
    `);
  });

  it('are old versions only where the plan relies on them', async () => {
    const tf = {
      'tf/production/main.tf': `resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id
  versioning_configuration {
    status = "Enabled"
  }
}
`,
    };
    const store = '[{ name: docs, kind: object-store, resources: [aws_s3_bucket.b] }]';
    expect(await backups(store, tf)).toMatchInlineSnapshot(`
      "docs
        foundBackupHours: null (nothing here makes copies of it @tf/production/main.tf:1:1)
        foundRetentionDays: null (nothing here makes copies of it @tf/production/main.tf:1:1)"
    `);
    expect(await backups(store, tf, 'recovery: { backups: [{ component: docs, method: versioning }] }\n'))
      .toMatchInlineSnapshot(`
        "docs
          foundBackupHours: 0.08333333333333333 (how often it is copied is decided here @tf/production/main.tf:5:14)
          foundRetentionDays: 36500 (how long copies are kept is decided here @tf/production/main.tf:1:1)"
      `);
  });

  it('are not known when the plan names no resources, or ones that are not in the files', async () => {
    expect(await backups('[{ name: db, kind: database }, { name: web }]', {})).toMatchInlineSnapshot(`
      "db
        foundBackupHours: unknown because the plan does not say which resources are db
        foundRetentionDays: unknown because the plan does not say which resources are db
      web
        foundBackupHours: null
        foundRetentionDays: null"
    `);
    expect(await backups(DB, { 'tf/production/main.tf': 'resource "aws_s3_bucket" "b" {}\n' }))
      .toMatchInlineSnapshot(`
      "db
        foundBackupHours: unknown because the resources of db were not found in the files
        foundRetentionDays: unknown because the resources of db were not found in the files"
    `);
  });

  it('are not known while a job makes copies of something that it does not name', async () => {
    const job = `apiVersion: batch/v1
kind: CronJob
metadata: { name: dump }
spec:
  schedule: '0 2 * * *'
  jobTemplate: { spec: { template: { spec: { containers: [{ name: a, image: postgres, command: [pg_dump, shop] }] } } } }
`;
    expect(await backups(DB, { 'tf/production/main.tf': rds(0), 'k8s/dump.yaml': job }))
      .toMatchInlineSnapshot(`
      "db
        foundBackupHours: unknown because what dump covers is not known (a backup is here @k8s/dump.yaml:3:19)
        foundRetentionDays: unknown because what dump covers is not known (a backup is here @k8s/dump.yaml:3:19)"
    `);
  });
});
