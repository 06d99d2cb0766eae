import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('secrets are kept by managers, which replace them or do not', async () => {
  const text = `
resource "aws_secretsmanager_secret" "db" { name = "orders-db" }
resource "aws_secretsmanager_secret_rotation" "db" {
  secret_id = aws_secretsmanager_secret.db.id
  rotation_rules {
    automatically_after_days = 30
  }
}
resource "aws_secretsmanager_secret" "plain" { name = "gateway" }
resource "aws_secretsmanager_secret_rotation" "none" {
  secret_id = aws_secretsmanager_secret.cron.arn
  rotation_rules {
    schedule_expression = "rate(10 days)"
  }
}
resource "aws_secretsmanager_secret" "cron" {}
resource "aws_ssm_parameter" "secret" {
  name = "/shop/key"
  type = "SecureString"
}
resource "aws_ssm_parameter" "setting" {
  name = "/shop/size"
  type = "String"
}
resource "google_secret_manager_secret" "key" {
  secret_id = "key"
  rotation {
    rotation_period = "7776000s"
  }
}
`;
  expect(await terraformSubjects(text, 'kept-secret')).toMatchInlineSnapshot(`
    "kept-secret :aws_secretsmanager_secret.db "aws_secretsmanager_secret.db" @2:1
      system: "aws-secrets-manager"
      title: "orders-db" @2:52
      rotationDays: 30 @6:32

    kept-secret :aws_secretsmanager_secret.plain "aws_secretsmanager_secret.plain" @9:1
      system: "aws-secrets-manager"
      title: "gateway" @9:55
      rotationDays: null @9:1

    kept-secret :aws_secretsmanager_secret.cron "aws_secretsmanager_secret.cron" @16:1
      system: "aws-secrets-manager"
      title: null @16:1
      rotationDays: unknown because it is replaced by a schedule @10:1

    kept-secret :aws_ssm_parameter.secret "aws_ssm_parameter.secret" @17:1
      system: "aws-parameter-store"
      title: "/shop/key" @18:10
      rotationDays: null @17:1

    kept-secret :google_secret_manager_secret.key "google_secret_manager_secret.key" @25:1
      system: "gcp-secret-manager"
      title: "key" @26:15
      rotationDays: 90 @28:23"
  `);
});
