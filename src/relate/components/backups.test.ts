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

describe('the backups of a component in a cluster', () => {
  const found = (components: string, text: string): Promise<string> =>
    componentFacts(
      {
        ...planOf(components, 'recovery: { objectives: [{ component: orders, rpo: 1h }] }\n'),
        'k8s/production/db.yaml': text,
      },
      'found',
    );
  const cluster = (backup: string): string =>
    `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: orders-db }\nspec: { instances: 2${backup} }\n`;

  it('are those of what stands in its files, with what protects them', async () => {
    const text = `${cluster(', backup: { retentionPolicy: 30d, barmanObjectStore: { destinationPath: "s3://b", data: { encryption: AES256 } } }')}---
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata: { name: nightly }
spec: { schedule: "0 0 1 * * *", cluster: { name: orders-db } }
`;
    const stated = '[{ name: orders, kind: database, files: [k8s/production/db.yaml] }]';
    expect(await found(stated, text)).toMatchInlineSnapshot(`
      "orders
        foundReplicas: null
        foundBackups: ["k8s/production/db.yaml:ScheduledBackup/nightly"]
        foundBackupHours: 0.08333333333333333 (how often it is copied is decided here @k8s/production/db.yaml:4:55)
        foundRetentionDays: 30 (how long copies are kept is decided here @k8s/production/db.yaml:4:50)
        foundBackupMethods: ["continuous"] (how it is copied is decided here @k8s/production/db.yaml:4:55)
        foundCopyRegions: unknown because the files do not tell in which region the ScheduledBackup nightly puts its copies (where copies lie is decided here @k8s/production/db.yaml:9:9)
        foundOffsite: unknown because the files do not tell in which region or account the ScheduledBackup nightly puts its copies (where copies lie is decided here @k8s/production/db.yaml:9:9)
        foundImmutable: unknown because where the ScheduledBackup nightly puts its copies decides who can delete them (who can delete copies is decided here @k8s/production/db.yaml:9:9)
        foundEncryptedCopies: true (whether copies are encrypted is decided here @k8s/production/db.yaml:4:123)"
    `);
  });

  it('are none when nothing makes any', async () => {
    const stated = '[{ name: orders, kind: database, files: [k8s/production] }]';
    expect(await found(stated, cluster(''))).toMatchInlineSnapshot(`
      "orders
        foundReplicas: null
        foundBackups: []
        foundBackupHours: null (nothing here makes copies of it @k8s/production/db.yaml:3:19)
        foundRetentionDays: null (nothing here makes copies of it @k8s/production/db.yaml:3:19)
        foundBackupMethods: null (nothing here makes copies of it @k8s/production/db.yaml:3:19)
        foundCopyRegions: null (nothing here makes copies of it @k8s/production/db.yaml:3:19)
        foundOffsite: null (nothing here makes copies of it @k8s/production/db.yaml:3:19)
        foundImmutable: null (nothing here makes copies of it @k8s/production/db.yaml:3:19)
        foundEncryptedCopies: null (nothing here makes copies of it @k8s/production/db.yaml:3:19)"
    `);
  });

  it('are those that copy from a host of its name', async () => {
    const job = `apiVersion: batch/v1
kind: CronJob
metadata: { name: dump }
spec:
  schedule: "0 */2 * * *"
  jobTemplate: { spec: { template: { spec: { containers: [{ name: dump, image: "postgres:17", command: [pg_dump, -h, orders-primary, -f, /b/o], volumeMounts: [{ name: b, mountPath: /b }] }], volumes: [{ name: b, persistentVolumeClaim: { claimName: b } }] } } } }
`;
    expect(await found('[{ name: orders, kind: database }]', job)).toMatchInlineSnapshot(`
      "orders
        foundReplicas: null
        foundBackups: ["k8s/production/db.yaml:CronJob/dump"]
        foundBackupHours: 2 @6:52 (how often it is copied is decided here @k8s/production/db.yaml:5:13)
        foundRetentionDays: unknown because the job dump does not say how long copies are kept (how long copies are kept is decided here @k8s/production/db.yaml:6:67)
        foundBackupMethods: ["dump"] (how it is copied is decided here @k8s/production/db.yaml:6:67)
        foundCopyRegions: [] (where copies lie is decided here @k8s/production/db.yaml:6:67)
        foundOffsite: false (where copies lie is decided here @k8s/production/db.yaml:6:67)
        foundImmutable: unknown because where the job dump puts its copies decides who can delete them (who can delete copies is decided here @k8s/production/db.yaml:6:67)
        foundEncryptedCopies: unknown because where the job dump puts its copies decides whether they are encrypted (whether copies are encrypted is decided here @k8s/production/db.yaml:6:67)"
    `);
  });
});
