import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const stores = (files: Parameters<typeof terraformSubjects>[0]): Promise<string> =>
  terraformSubjects(files, 'object-store');

test('a bucket without anything else has the defaults of S3, at its header', async () => {
  expect(await stores('resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n')).toMatchInlineSnapshot(`
    "object-store :aws_s3_bucket.logs "aws_s3_bucket.logs" @1:1
      provider: "aws"
      public: false @1:1
      publicAccessBlocked: true @1:1
      tlsRequired: false @1:1
      minimumTls: null @1:1
      networkLimited: null @1:1
      encrypted: true @1:1
      versioned: false @1:1
      retentionDays: null @1:1
      storeName: "logs" @2:12
      uniformAccess: null @1:1"
  `);
});

test('what other resources say of a bucket is joined by reference, by name, and by a shared unknown name', async () => {
  const text = `
variable "name" {}
resource "aws_s3_bucket" "a" { bucket = var.name }
resource "aws_s3_bucket" "b" { bucket = "b" }
resource "aws_s3_bucket_versioning" "a" {
  bucket = aws_s3_bucket.a.id
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket_acl" "a" {
  bucket = var.name
  acl    = "public-read"
}
resource "aws_s3_bucket_lifecycle_configuration" "b" {
  bucket = "b"
  rule {
    id     = "old"
    status = "Enabled"
    noncurrent_version_expiration { noncurrent_days = 30 }
    expiration { days = 365 }
  }
}
resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.bucket
  rule {
    apply_server_side_encryption_by_default { sse_algorithm = "aws:kms" }
  }
}
`;
  expect(await stores(text)).toMatchInlineSnapshot(`
    "object-store :aws_s3_bucket.a "aws_s3_bucket.a" @3:1
      provider: "aws"
      public: true @11:12
      publicAccessBlocked: true @3:1
      tlsRequired: false @3:1
      minimumTls: null @3:1
      networkLimited: null @3:1
      encrypted: true @3:1
      versioned: true @7:39
      retentionDays: null @3:1
      storeName: unknown because var.name has no value @2:1 (var.name is used here @3:41)
      uniformAccess: null @3:1

    object-store :aws_s3_bucket.b "aws_s3_bucket.b" @4:1
      provider: "aws"
      public: false @4:1
      publicAccessBlocked: true @4:1
      tlsRequired: false @4:1
      minimumTls: null @4:1
      networkLimited: null @4:1
      encrypted: true @25:63
      versioned: false @4:1
      retentionDays: 30 @18:55
      storeName: "b" @4:41
      uniformAccess: null @4:1"
  `);
});

test('a public grant is nothing where public access is blocked, and unknown where that is not known', async () => {
  const text = `
variable "block" {}
resource "aws_s3_bucket" "each" {
  for_each = toset(["blocked", "open", "maybe"])
  bucket   = each.key
  acl      = "public-read-write"
}
resource "aws_s3_bucket_public_access_block" "blocked" {
  bucket             = aws_s3_bucket.each["blocked"].id
  ignore_public_acls = true
}
resource "aws_s3_bucket_public_access_block" "maybe" {
  bucket             = aws_s3_bucket.each["maybe"].id
  ignore_public_acls = var.block
}
`;
  expect(await stores(text)).toMatchInlineSnapshot(`
    "object-store :aws_s3_bucket.each["blocked"] "aws_s3_bucket.each["blocked"]" @3:1
      provider: "aws"
      public: false @10:24
      publicAccessBlocked: false @8:1 (block_public_acls is not set here @8:1)
      tlsRequired: false @3:1
      minimumTls: null @3:1
      networkLimited: null @3:1
      encrypted: true @3:1
      versioned: false @3:1
      retentionDays: null @3:1
      storeName: "blocked" @4:21 (each.key is used here @5:14)
      uniformAccess: null @3:1

    object-store :aws_s3_bucket.each["maybe"] "aws_s3_bucket.each["maybe"]" @3:1
      provider: "aws"
      public: unknown because var.block has no value @2:1 (var.block is used here @14:24)
      publicAccessBlocked: false @12:1 (block_public_acls is not set here @12:1)
      tlsRequired: false @3:1
      minimumTls: null @3:1
      networkLimited: null @3:1
      encrypted: true @3:1
      versioned: false @3:1
      retentionDays: null @3:1
      storeName: "maybe" @4:40 (each.key is used here @5:14)
      uniformAccess: null @3:1

    object-store :aws_s3_bucket.each["open"] "aws_s3_bucket.each["open"]" @3:1
      provider: "aws"
      public: true @6:14
      publicAccessBlocked: true @3:1
      tlsRequired: false @3:1
      minimumTls: null @3:1
      networkLimited: null @3:1
      encrypted: true @3:1
      versioned: false @3:1
      retentionDays: null @3:1
      storeName: "open" @4:32 (each.key is used here @5:14)
      uniformAccess: null @3:1"
  `);
});

test('a policy that lets anyone in makes a bucket public, a condition on its source does not', async () => {
  const text = `
resource "aws_s3_bucket" "site" { bucket = "site" }
resource "aws_s3_bucket" "vpc" { bucket = "vpc" }
resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = <<EOT
{
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "AWS": "*" },
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::site/*"
  }]
}
EOT
}
data "aws_iam_policy_document" "vpc" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.vpc.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpce"
      values   = ["vpce-1"]
    }
  }
}
resource "aws_s3_bucket_policy" "vpc" {
  bucket = aws_s3_bucket.vpc.id
  policy = data.aws_iam_policy_document.vpc.json
}
`;
  expect(await stores(text)).toMatchInlineSnapshot(`
    "object-store :aws_s3_bucket.site "aws_s3_bucket.site" @2:1
      provider: "aws"
      public: true @10:27
      publicAccessBlocked: true @2:1
      tlsRequired: false @6:12
      minimumTls: null @2:1
      networkLimited: null @2:1
      encrypted: true @2:1
      versioned: false @2:1
      retentionDays: null @2:1
      storeName: "site" @2:44
      uniformAccess: null @2:1

    object-store :aws_s3_bucket.vpc "aws_s3_bucket.vpc" @3:1
      provider: "aws"
      public: false @3:1
      publicAccessBlocked: true @3:1
      tlsRequired: false @34:12
      minimumTls: null @3:1
      networkLimited: null @3:1
      encrypted: true @3:1
      versioned: false @3:1
      retentionDays: null @3:1
      storeName: "vpc" @3:43
      uniformAccess: null @3:1"
  `);
});

test('an input of a module points at the argument of its caller', async () => {
  const files = {
    'prod/main.tf': 'module "docs" {\n  source = "../bucket"\n  status = "Suspended"\n}\n',
    'bucket/main.tf': `variable "status" {}
resource "aws_s3_bucket" "this" {}
resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration { status = var.status }
}
`,
  };
  expect(await stores(files)).toMatchInlineSnapshot(`
    "object-store prod:module.docs.aws_s3_bucket.this "module.docs.aws_s3_bucket.this" (production) @2:1
      provider: "aws"
      public: false @2:1 (module.docs is called here @prod/main.tf:1:1)
      publicAccessBlocked: true @2:1 (module.docs is called here @prod/main.tf:1:1)
      tlsRequired: false @2:1 (module.docs is called here @prod/main.tf:1:1)
      minimumTls: null @2:1 (module.docs is called here @prod/main.tf:1:1)
      networkLimited: null @2:1 (module.docs is called here @prod/main.tf:1:1)
      encrypted: true @2:1 (module.docs is called here @prod/main.tf:1:1)
      versioned: false @prod/main.tf:3:12 (var.status is used here @bucket/main.tf:5:39) (variable "status" is declared here @bucket/main.tf:1:1) (module.docs is called here @1:1)
      retentionDays: null @2:1 (module.docs is called here @prod/main.tf:1:1)
      storeName: null @2:1 (module.docs is called here @prod/main.tf:1:1)
      uniformAccess: null @2:1 (module.docs is called here @prod/main.tf:1:1)"
  `);
});

test('an ACL or a binding that opens a bucket of elsewhere is a store of its own', async () => {
  const text = `
resource "aws_s3_bucket_acl" "assets" {
  bucket = "assets-of-others"
  acl    = "public-read"
}
resource "aws_s3_bucket_acl" "mine" {
  bucket = "mine"
  acl    = "private"
}
resource "google_storage_bucket_iam_member" "assets" {
  bucket = "assets"
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
`;
  expect(await stores(text)).toMatchInlineSnapshot(`
    "object-store :aws_s3_bucket_acl.assets "aws_s3_bucket_acl.assets" @2:1
      provider: "aws"
      public: true @4:12
      publicAccessBlocked: unknown because the bucket itself is not in the files @2:1
      tlsRequired: null @2:1
      minimumTls: null @2:1
      networkLimited: null @2:1
      encrypted: true @2:1
      versioned: unknown because the bucket itself is not in the files @2:1
      retentionDays: unknown because the bucket itself is not in the files @2:1
      storeName: null @2:1
      uniformAccess: null @2:1

    object-store :google_storage_bucket_iam_member.assets "google_storage_bucket_iam_member.assets" @10:1
      provider: "gcp"
      public: true @13:12
      publicAccessBlocked: unknown because the bucket itself is not in the files @10:1
      encrypted: true @10:1
      tlsRequired: null @10:1
      minimumTls: null @10:1
      networkLimited: null @10:1
      versioned: unknown because the bucket itself is not in the files @10:1
      retentionDays: unknown because the bucket itself is not in the files @10:1
      storeName: null @10:1
      uniformAccess: null @10:1"
  `);
});
