import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../test/support/terraform.ts';
import type { SubjectKind } from '../../../model/index.ts';
import { planJson } from './json/testing/plan-json.ts';

const CONFIGURATION = {
  provider_config: {
    aws: { name: 'aws', expressions: { region: { references: ['var.region'] } } },
  },
  root_module: {
    resources: [
      {
        address: 'aws_s3_bucket.logs',
        expressions: { bucket_prefix: { constant_value: 'logs-' } },
      },
      {
        address: 'aws_s3_bucket_versioning.logs',
        expressions: {
          bucket: { references: ['aws_s3_bucket.logs.id', 'aws_s3_bucket.logs'] },
          versioning_configuration: [{ status: { references: ['var.versioning'] } }],
        },
      },
      {
        address: 'aws_db_instance.orders',
        expressions: { engine: { constant_value: 'postgres' }, kms_key_id: { references: ['var.key'] } },
      },
    ],
    variables: { region: {}, versioning: {}, key: {} },
  },
};

const PLAN = {
  resources: [
    {
      address: 'aws_s3_bucket.logs',
      values: { bucket_prefix: 'logs-', force_destroy: false, tags: null },
      unknown: { id: true, bucket: true, acl: true, versioning: true, policy: true },
    },
    {
      address: 'aws_s3_bucket_versioning.logs',
      values: { versioning_configuration: [{ status: 'Enabled' }] },
      unknown: { id: true, bucket: true, versioning_configuration: [{ mfa_delete: true }] },
    },
    {
      address: 'aws_db_instance.orders',
      values: { engine: 'postgres', storage_encrypted: false, backup_retention_period: 7, kms_key_id: null },
      unknown: { id: true, multi_az: true },
    },
  ],
  configuration: CONFIGURATION,
  more: { variables: { region: { value: 'eu-central-1' }, versioning: { value: 'Enabled' } } },
};

const MAIN = `
terraform {
  backend "s3" {
    bucket       = "state"
    key          = "shop"
    region       = "eu-central-1"
    use_lockfile = true
  }
}
provider "aws" {
  region = var.region
}
variable "region" {}
variable "versioning" {}
variable "key" {}
resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs-"
}
resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id
  versioning_configuration {
    status = var.versioning
  }
}
resource "aws_db_instance" "orders" {
  engine     = "postgres"
  kms_key_id = var.key
}
`;

const FACTS: ReadonlySet<string> = new Set([
  'path',
  'providers',
  'regions',
  'resources',
  'type',
  'locked',
  'encrypted',
  'versioned',
  'engine',
  'multiZone',
]);

/** The subjects with these facts. */
async function factsOf(
  files: Readonly<Record<string, string>>,
  ...kinds: readonly SubjectKind[]
): Promise<string> {
  const lines = (await terraformSubjects(files, ...kinds)).split('\n');
  return lines
    .filter((line) => !line.startsWith(' ') || FACTS.has(line.trim().split(':', 1)[0] ?? ''))
    .join('\n');
}

test('a plan alone tells what will be there, at its places', async () => {
  expect(
    await factsOf(
      { 'prod/tfplan.json': planJson(PLAN) },
      'stack',
      'state-backend',
      'object-store',
      'database',
    ),
  ).toMatchInlineSnapshot(`
    "object-store prod/tfplan.json:aws_s3_bucket.logs "aws_s3_bucket.logs" @8:22
      encrypted: true @8:22
      versioned: true @27:27

    database prod/tfplan.json:aws_db_instance.orders "aws_db_instance.orders" @34:22
      engine: "postgres" @39:23
      encrypted: false @40:34
      multiZone: false @34:22 (multi_az is not set here @34:22)

    stack prod/tfplan.json "prod/tfplan.json" @136:7
      path: "prod/tfplan.json"
      providers: ["aws"]
      regions: ["eu-central-1"] @202:16
      resources: ["aws_s3_bucket.logs","aws_s3_bucket_versioning.logs","aws_db_instance.orders"]"
  `);
});

test('a plan beside its code gives the values, and the code the places', async () => {
  expect(
    await factsOf(
      { 'prod/tfplan.json': planJson(PLAN), 'prod/main.tf': MAIN },
      'stack',
      'state-backend',
      'object-store',
      'database',
    ),
  ).toMatchInlineSnapshot(`
    "object-store prod:aws_s3_bucket.logs "aws_s3_bucket.logs" (production) @16:1
      encrypted: true @16:1
      versioned: true @14:1 (var.versioning is used here @22:14)

    database prod:aws_db_instance.orders "aws_db_instance.orders" (production) @25:1
      engine: "postgres" @26:16
      encrypted: false @25:1
      multiZone: false @25:1 (multi_az is not set here @25:1)

    stack prod "prod" (production) @2:1
      path: "prod"
      providers: ["aws"]
      regions: ["eu-central-1"] @13:1 (var.region is used here @11:12)
      resources: ["aws_s3_bucket.logs","aws_s3_bucket_versioning.logs","aws_db_instance.orders"]

    state-backend prod:backend "prod" (production) @3:3
      type: "s3" @3:3
      encrypted: true @3:3
      locked: true @7:20"
  `);
});

test('a secret that was given when the plan was made is not in the code', async () => {
  const code = `
variable "password" { sensitive = true }
resource "aws_db_instance" "orders" { password = var.password }
resource "aws_db_instance" "old" { password = "correct-horse-7" }
`;
  const orders = { address: 'aws_db_instance.orders', values: { password: 'k7Jq-pl2w-Zx9s' } };
  const old = { address: 'aws_db_instance.old', values: { password: 'correct-horse-7' } };
  const plan = planJson({
    resources: [orders, old],
    more: { variables: { password: { value: 'k7Jq-pl2w-Zx9s' } } },
  });
  expect(await terraformSubjects({ 'tfplan.json': plan }, 'credential')).toBe('');
  expect(await terraformSubjects({ 'tfplan.json': plan, 'main.tf': code }, 'credential'))
    .toMatchInlineSnapshot(`
    "credential :aws_db_instance.orders.password "password of aws_db_instance.orders" @3:1
      literal: false @2:1 (var.password is used here @3:50)
      shown: false @2:1 (var.password is used here @3:50)

    credential :aws_db_instance.old.password "password of aws_db_instance.old" @4:1
      literal: true @4:47
      shown: false @4:47"
  `);
});
