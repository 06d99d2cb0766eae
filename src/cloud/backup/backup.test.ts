import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const backups = (text: string): Promise<string> => terraformSubjects(text, 'backup');

const PLAN = `
resource "aws_s3_bucket" "docs" {
  tags = { backup = "daily" }
}
resource "aws_s3_bucket" "other" {}
resource "aws_backup_plan" "main" {
  rule {
    schedule = "cron(0 5 ? * MON-FRI *)"
    lifecycle { delete_after = 90 }
    copy_action { destination_vault_arn = "arn:aws:backup:eu-west-1:1:backup-vault:x" }
  }
  rule {
    enable_continuous_backup = true
  }
}
`;

test('each rule of a plan says how often, how long, and where to', async () => {
  const selection = `resource "aws_backup_selection" "main" {
  plan_id   = aws_backup_plan.main.id
  resources = [aws_s3_bucket.docs.arn]
}
`;
  expect(await backups(PLAN + selection)).toMatchInlineSnapshot(`
    "backup :aws_backup_plan.main.rule[0] "aws_backup_plan.main.rule[0]" @7:3
      mechanism: "backup-plan"
      method: "snapshot" @7:3
      intervalHours: 72 @8:16
      retentionDays: 90 @9:32
      offsite: true @10:5
      copyRegions: ["eu-west-1"] @10:5
      encrypted: true @7:3
      immutable: unknown because the vault is not among the files @7:3
      active: true @7:3
      lasting: true @7:3
      sources: []
      covers: [":aws_s3_bucket.docs"] @16:1

    backup :aws_backup_plan.main.rule[1] "aws_backup_plan.main.rule[1]" @12:3
      mechanism: "backup-plan"
      method: "continuous" @13:32
      intervalHours: 0.08333333333333333 @13:32
      retentionDays: 36500 @12:3
      offsite: false @12:3
      copyRegions: [] @12:3
      encrypted: true @12:3
      immutable: unknown because the vault is not among the files @12:3
      active: true @12:3
      lasting: true @12:3
      sources: []
      covers: [":aws_s3_bucket.docs"] @16:1"
  `);
});

test.each([
  [
    'a tag that resources have',
    'selection_tag {\n type = "STRINGEQUALS"\n key = "backup"\n value = "daily"\n }',
  ],
  ['names that are no references', 'resources = ["arn:aws:rds:*"]'],
  ['conditions', 'condition {}'],
])('a selection by %s', async (_, how) => {
  const selection = `resource "aws_backup_selection" "main" {\n  plan_id = aws_backup_plan.main.id\n  ${how}\n}\n`;
  const lines = (await backups(PLAN + selection)).split('\n').filter((line) => line.includes('covers'));
  expect(lines).toMatchSnapshot();
});
