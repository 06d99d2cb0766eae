import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

async function required(text: string): Promise<readonly string[]> {
  const lines = (await terraformSubjects(text, 'object-store')).split('\n');
  return lines.filter((line) => line.startsWith('  tlsRequired:'));
}

test('a bucket takes encrypted connections only when its policy refuses others to everyone, for everything', async () => {
  const statement = (principal: string, actions: string, value = 'false'): string => `
  statement {
    effect    = "Deny"
    actions   = [${actions}]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["${principal}"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["${value}"]
    }
  }`;
  const bucket = (name: string, body: string): string => `
resource "aws_s3_bucket" "${name}" {}
data "aws_iam_policy_document" "${name}" {${body}
}
resource "aws_s3_bucket_policy" "${name}" {
  bucket = aws_s3_bucket.${name}.id
  policy = data.aws_iam_policy_document.${name}.json
}`;
  const text = [
    bucket('all', statement('*', '"s3:*"')),
    bucket('some', statement('*', '"s3:PutObject"')),
    bucket('one', statement('arn:aws:iam::111111111111:root', '"s3:*"')),
    bucket('turned', statement('*', '"s3:*"', 'true')),
    bucket('open', statement('*', 'var.actions')),
    'variable "actions" {}\nresource "aws_s3_bucket" "silent" {}',
  ].join('\n');
  expect(await required(text)).toMatchInlineSnapshot(`
    [
      "  tlsRequired: true @12:5",
      "  tlsRequired: false @43:12",
      "  tlsRequired: false @65:12",
      "  tlsRequired: false @87:12",
      "  tlsRequired: unknown because var.actions has no value @111:1 (var.actions is used here @94:18)",
      "  tlsRequired: false @112:1",
    ]
  `);
});

test('a template says it in a policy beside the bucket', async () => {
  const text = `
Resources:
  Site: { Type: 'AWS::S3::Bucket' }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Site
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: 's3:*'
            Resource: '*'
            Condition: { Bool: { 'aws:SecureTransport': false } }
`;
  expect(await cloudFormationSubjects(text, 'object-store')).toContain('tlsRequired: true @14:13');
});

test("a policy of a bucket that is not told may be this one's", async () => {
  const text = `
variable "bucket" {}
resource "aws_s3_bucket" "silent" {}
resource "aws_s3_bucket_policy" "stray" {
  bucket = var.bucket
  policy = "{}"
}`;
  expect(await required(text)).toMatchInlineSnapshot(`
    [
      "  tlsRequired: unknown because it is not known which bucket aws_s3_bucket_policy.stray is for @4:1",
    ]
  `);
});
