import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../test/support/terraform.ts';
import type { SubjectKind } from '../../../model/index.ts';
import { planJson } from './json/testing/plan-json.ts';

/** The configuration of a module with a bucket for each name, whose versioning is set by a sibling module. */
const CONFIGURATION = {
  root_module: {
    module_calls: {
      buckets: {
        source: './buckets',
        for_each_expression: { references: ['var.names'] },
        module: {
          outputs: { id: { expression: { references: ['aws_s3_bucket.this.id', 'aws_s3_bucket.this'] } } },
          resources: [
            { address: 'aws_s3_bucket.this', expressions: { bucket: { references: ['var.name'] } } },
          ],
        },
      },
      versioning: {
        source: 'registry/versioning/aws',
        for_each_expression: { references: ['var.names'] },
        expressions: {
          bucket: { references: ['module.buckets["a"].id', 'module.buckets["a"]'] },
        },
        module: {
          resources: [
            {
              address: 'aws_s3_bucket_versioning.this',
              expressions: {
                bucket: { references: ['var.bucket'] },
                versioning_configuration: [{ status: { constant_value: 'Suspended' } }],
              },
            },
          ],
        },
      },
      vpc: {
        source: 'terraform-aws-modules/vpc/aws',
        module: {
          resources: [
            {
              address: 'aws_security_group.ssh',
              count_expression: { references: ['var.ssh'] },
              expressions: { name: { constant_value: 'ssh' } },
            },
          ],
        },
      },
    },
    resources: [{ address: 'aws_db_instance.replica', count_expression: { references: ['var.replicas'] } }],
  },
};
const rule = { from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] };
const PLAN = planJson({
  modules: {
    'module.buckets["a"]': [
      { address: 'module.buckets["a"].aws_s3_bucket.this', values: {}, unknown: { id: true, bucket: true } },
    ],
    'module.buckets["b"]': [
      { address: 'module.buckets["b"].aws_s3_bucket.this', values: {}, unknown: { id: true, bucket: true } },
    ],
    'module.versioning["a"]': [
      {
        address: 'module.versioning["a"].aws_s3_bucket_versioning.this',
        values: { versioning_configuration: [{ status: 'Suspended' }] },
        unknown: { bucket: true },
      },
    ],
    'module.vpc': [
      { address: 'module.vpc.aws_security_group.ssh[0]', index: 0, values: { name: 'ssh', ingress: [rule] } },
    ],
  },
  configuration: CONFIGURATION,
});

const MAIN = `
variable "names" { type = set(string) }
variable "replicas" { default = 1 }
module "buckets" {
  source   = "./buckets"
  for_each = var.names
  name     = each.key
}
module "versioning" {
  source = "registry/versioning/aws"
  bucket = module.buckets["a"].id
}
module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
  ssh    = true
}
resource "aws_db_instance" "replica" {
  count  = var.replicas
  engine = "postgres"
}
resource "aws_db_instance" "later" {
  engine            = "mysql"
  storage_encrypted = true
}
`;
const BUCKETS = `
variable "name" {}
resource "aws_s3_bucket" "this" {
  bucket = var.name
}
output "id" { value = aws_s3_bucket.this.id }
`;

const FACTS: ReadonlySet<string> = new Set(['versioned', 'encrypted', 'engine', 'fromPort', 'peers']);

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

test('without code, modules are joined by what the configuration in the plan refers to', async () => {
  expect(await factsOf({ 'tfplan.json': PLAN }, 'object-store', 'network-rule', 'database'))
    .toMatchInlineSnapshot(`
    "object-store tfplan.json:module.buckets["a"].aws_s3_bucket.this "module.buckets["a"].aws_s3_bucket.this" @12:26
      encrypted: true @12:26
      versioned: false @45:31

    object-store tfplan.json:module.buckets["b"].aws_s3_bucket.this "module.buckets["b"].aws_s3_bucket.this" @25:26
      encrypted: true @25:26
      versioned: false @25:26

    network-rule tfplan.json:module.vpc.aws_security_group.ssh[0].ingress[0] "module.vpc.aws_security_group.ssh[0].ingress[0]" @65:19
      fromPort: 22 @66:34
      peers: ["0.0.0.0/0"] @70:23"
  `);
});

test('what a module makes whose code is not here stands where it is called, and what is not wanted is gone', async () => {
  expect(
    await factsOf(
      { 'out/tfplan.json': PLAN, 'main.tf': MAIN, 'buckets/main.tf': BUCKETS },
      'object-store',
      'network-rule',
      'database',
    ),
  ).toMatchInlineSnapshot(`
    "object-store :module.buckets["a"].aws_s3_bucket.this "module.buckets["a"].aws_s3_bucket.this" @3:1
      encrypted: true @3:1 (module.buckets is called here @main.tf:4:1)
      versioned: false @main.tf:9:1

    object-store :module.buckets["b"].aws_s3_bucket.this "module.buckets["b"].aws_s3_bucket.this" @3:1
      encrypted: true @3:1 (module.buckets is called here @main.tf:4:1)
      versioned: false @3:1 (module.buckets is called here @main.tf:4:1)

    database :aws_db_instance.later "aws_db_instance.later" @21:1
      engine: "mysql" @22:23
      encrypted: true @23:23

    network-rule :module.vpc.aws_security_group.ssh[0].ingress[0] "module.vpc.aws_security_group.ssh[0].ingress[0]" @13:1
      fromPort: 22 @13:1
      peers: ["0.0.0.0/0"] @13:1"
  `);
});
