import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const policies = (text: string): Promise<string> => terraformSubjects(text, 'access-policy');

test('a policy document, JSON text and jsonencode give the same facts, each at its place', async () => {
  const text = `
data "aws_iam_policy_document" "base" {
  statement {
    effect      = "Deny"
    not_actions = ["iam:*"]
    resources   = ["*"]
  }
}
data "aws_iam_policy_document" "deploy" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = [aws_s3_bucket.site.arn, "\${aws_s3_bucket.site.arn}/*"]
  }
}
resource "aws_s3_bucket" "site" {}
resource "aws_iam_policy" "document" {
  policy = data.aws_iam_policy_document.deploy.json
}
resource "aws_iam_policy" "encoded" {
  policy = jsonencode({
    Statement = { Effect = "Allow", Action = "*", Resource = "*" }
  })
}
resource "aws_iam_policy" "text" {
  policy = <<EOT
{ "Statement": [
  { "Effect": "Allow", "Action": ["ec2:*"], "Resource": "*" }
] }
EOT
}
resource "aws_iam_policy" "template" {
  policy = <<EOT
{ "Statement": [
  { "Effect": "Allow", "Action": ["s3:*"], "Resource": "\${aws_s3_bucket.site.arn}/*" }
] }
EOT
}
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :aws_iam_policy.document "aws_iam_policy.document" @17:1
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "deny" @4:19
      statements.0.actions: ["*"] @5:19
      statements.0.resources: ["*"] @6:19
      statements.0.principals: [] @3:3
      statements.0.conditional: false @3:3
      statements.0.open: false @3:3
      statements.0.inverted: true @5:19
      statements.1.effect: "allow" @11:3
      statements.1.actions: ["s3:GetObject","s3:PutObject"] @12:17
      statements.1.resources: ["\${aws_s3_bucket.site.arn}","\${aws_s3_bucket.site.arn}/*"] @13:17
      statements.1.principals: [] @11:3
      statements.1.conditional: false @11:3
      statements.1.open: false @11:3

    access-policy :aws_iam_policy.encoded "aws_iam_policy.encoded" @20:1
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @22:28
      statements.0.actions: ["*"] @22:46
      statements.0.resources: ["*"] @22:62
      statements.0.principals: [] @22:17
      statements.0.conditional: false @22:17
      statements.0.open: false @22:17

    access-policy :aws_iam_policy.text "aws_iam_policy.text" @25:1
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @28:15
      statements.0.actions: ["ec2:*"] @28:34
      statements.0.resources: ["*"] @28:57
      statements.0.principals: [] @28:3
      statements.0.conditional: false @28:3
      statements.0.open: false @28:3

    access-policy :aws_iam_policy.template "aws_iam_policy.template" @32:1
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @33:12
      statements.0.actions: ["s3:*"] @33:12
      statements.0.resources: ["\${aws_s3_bucket.site.arn}/*"] @33:12
      statements.0.principals: [] @33:12
      statements.0.conditional: false @33:12
      statements.0.open: false @33:12"
  `);
});

test('a role says who may take it, and under what condition', async () => {
  const text = `
resource "aws_iam_role" "deploy" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:a/b:*" } }
    }]
  })
  inline_policy {
    policy = jsonencode({ Statement = [{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }] })
  }
}
resource "aws_iam_openid_connect_provider" "github" {}
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :aws_iam_role.deploy "aws_iam_role.deploy" @2:1
      system: "aws-iam"
      on: "trust"
      statements.0.effect: "allow" @5:19
      statements.0.actions: ["sts:AssumeRoleWithWebIdentity"] @6:19
      statements.0.resources: [] @4:18
      statements.0.principals: ["\${aws_iam_openid_connect_provider.github.arn}"] @7:33
      statements.0.conditional: true @8:19
      statements.0.open: false @7:33

    access-policy :aws_iam_role.deploy.inline_policy[0] "aws_iam_role.deploy.inline_policy[0]" @11:3
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @12:51
      statements.0.actions: ["*"] @12:72
      statements.0.resources: ["*"] @12:92
      statements.0.principals: [] @12:40
      statements.0.conditional: false @12:40
      statements.0.open: false @12:40
      statements.0.inverted: true @12:72"
  `);
});

test('a policy that is not known, or no JSON, has one statement that is not known', async () => {
  const text = `
variable "policy" {}
resource "aws_iam_policy" "given" { policy = var.policy }
resource "aws_iam_policy" "broken" { policy = "nonsense" }
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :aws_iam_policy.given "aws_iam_policy.given" @3:1
      system: "aws-iam"
      on: "identity"
      statements.0.effect: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.actions: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.resources: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.principals: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.conditional: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)
      statements.0.open: unknown because var.policy has no value @2:1 (var.policy is used here @3:46)

    access-policy :aws_iam_policy.broken "aws_iam_policy.broken" @4:1
      system: "aws-iam"
      on: "identity"
      statements.0.effect: unknown because the policy is not JSON @4:47
      statements.0.actions: unknown because the policy is not JSON @4:47
      statements.0.resources: unknown because the policy is not JSON @4:47
      statements.0.principals: unknown because the policy is not JSON @4:47
      statements.0.conditional: unknown because the policy is not JSON @4:47
      statements.0.open: unknown because the policy is not JSON @4:47"
  `);
});

test('the policy for administrators of AWS itself is found wherever it is handed out', async () => {
  const text = `
variable "others" {}
resource "aws_iam_role" "deploy" {
  managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws-cn:iam::aws:policy/AdministratorAccess"]
}
resource "aws_iam_role_policy_attachment" "deploy" {
  role       = aws_iam_role.deploy.name
  policy_arn = data.aws_iam_policy.administrator.arn
}
data "aws_iam_policy" "administrator" {
  name = "AdministratorAccess"
}
resource "aws_iam_user_policy_attachment" "reader" {
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
resource "aws_iam_group_policy_attachment" "own" {
  policy_arn = "arn:aws:iam::123456789012:policy/AdministratorAccess"
}
resource "aws_iam_policy_attachment" "given" {
  policy_arn = var.others
}
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy :aws_iam_role.deploy.managed_policy_arns "aws_iam_role.deploy.managed_policy_arns" @3:1
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @3:1
      statements.0.actions: ["AdministratorAccess","*"] @4:68
      statements.0.resources: ["*"] @4:68
      statements.0.principals: [] @3:1
      statements.0.conditional: false @3:1
      statements.0.open: false @3:1

    access-policy :aws_iam_role_policy_attachment.deploy "aws_iam_role_policy_attachment.deploy" @6:1
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @6:1
      statements.0.actions: ["AdministratorAccess","*"] @8:16
      statements.0.resources: ["*"] @8:16
      statements.0.principals: [] @6:1
      statements.0.conditional: false @6:1
      statements.0.open: false @6:1"
  `);
});

test('a condition that everyone fulfills keeps nobody out, nor does any account of a partition', async () => {
  const text = `
variable "partition" {}
resource "aws_sns_topic_policy" "topic" {
  arn = "topic"
  policy = jsonencode({
    Statement = [
      for condition in [
        { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*" } },
        { StringLike = { "aws:PrincipalAccount" = "*" } },
        { IpAddress = { "aws:SourceIp" = ["10.0.0.0/8", "0.0.0.0/0"] } },
        { StringEquals = { "aws:PrincipalAccount" = "*" } },
        { ArnLike = { "aws:SourceArn" = "arn:aws:s3:*:*:shop-uploads" } },
        { StringNotLike = { "aws:PrincipalArn" = "*" } },
      ] : { Effect = "Allow", Action = "sns:Publish", Principal = "*", Condition = condition }
    ]
  })
}
resource "aws_sns_topic_policy" "accounts" {
  arn = "accounts"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sns:Publish", Principal = { AWS = "arn:aws:iam::*:role/deploy" } },
      { Effect = "Allow", Action = "sns:Publish", Principal = { AWS = "arn:\${var.partition}:iam::*:root" } },
      { Effect = "Allow", Action = "sns:Publish", Principal = { AWS = "arn:aws:iam::111111111111:root" } },
    ]
  })
}
`;
  const lines = (await terraformSubjects(text, 'access-policy')).split('\n');
  expect(lines.flatMap((line) => /\.open: (\w+)/.exec(line)?.[1] ?? []).join(' ')).toMatchInlineSnapshot(
    `"true true true false false false true true false"`,
  );
});

test('a policy document that nothing uses and that names nobody is for identities', async () => {
  const text = `
data "aws_iam_policy_document" "loose" {
  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "base" {
  statement { actions = ["s3:*"] }
}
data "aws_iam_policy_document" "used" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
}
resource "aws_organizations_policy" "limits" {
  content = data.aws_iam_policy_document.used.json
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}
`;
  const subjects = await policies(text);
  expect(subjects.match(/^access-policy .*/gm)).toEqual([
    'access-policy :data.aws_iam_policy_document.loose "data.aws_iam_policy_document.loose" @2:1',
  ]);
  expect(subjects).toContain('statements.0.actions: ["iam:PassRole"] @4:17');
});
