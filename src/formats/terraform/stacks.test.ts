import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const MAIN = `
locals {
  files   = fileset("\${path.module}/buckets", "**/*.yaml")
  buckets = { for file in local.files : trimsuffix(file, ".yaml") => yamldecode(file("\${path.module}/buckets/\${file}")) }
}
resource "aws_s3_bucket" "each" {
  for_each = local.buckets
  bucket   = each.value.name
}
resource "aws_s3_bucket_versioning" "each" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.each[each.key].id
  versioning_configuration {
    status = each.value.versioned ? "Enabled" : "Suspended"
  }
}
`;

/** `id versioned` of each store. */
const versioned = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  [
    ...(await terraformSubjects(files, 'object-store')).matchAll(
      /^object-store (\S+)|^ {2}versioned: (.*)$/gm,
    ),
  ].map(([, id, value]) => id ?? value ?? '');

test('resources are made from the YAML files of a folder', async () => {
  expect(
    await versioned({
      'infra/main.tf': MAIN,
      'infra/buckets/docs.yaml': 'name: docs\nversioned: true\n',
      'infra/buckets/shop/logs.yaml': '# few\nname: logs\nversioned: false\n',
      'infra/buckets/README.md': 'not one of them',
      'buckets/elsewhere.yaml': 'name: elsewhere\nversioned: true\n',
    }),
  ).toMatchInlineSnapshot(`
    [
      "infra:aws_s3_bucket.each["docs"]",
      "true @14:37 (This condition is true @14:14)",
      "infra:aws_s3_bucket.each["shop/logs"]",
      "false @14:49 (This condition is false @14:14)",
    ]
  `);
});

test.each([
  ['is broken', 'name: [docs'],
  ['holds two documents', 'name: docs\n---\nname: more\n'],
  ['is a template', 'name: {{ .Values.name }}\n'],
])('a YAML file that %s makes what depends on it unknown', async (_, text) => {
  expect(await versioned({ 'infra/main.tf': MAIN, 'infra/buckets/docs.yaml': text })).toMatchInlineSnapshot(`
    [
      "infra:aws_s3_bucket.each["docs"]",
      "unknown because yamldecode(): the argument is not YAML @4:70 (each.value.versioned is used here @14:14) (local.buckets is used here @11:14) (local.files is used here @4:27) (This decides it @3:13)",
    ]
  `);
});

test('no file outside of the root is listed', async () => {
  const outside = MAIN.replace('${path.module}/buckets", "**', '${path.module}/../..", "**');
  expect(await versioned({ 'infra/main.tf': outside })).toMatchInlineSnapshot(`
    [
      "infra:aws_s3_bucket.each",
      "unknown because ./../.. is outside of the root @3:13 (each.value.versioned is used here @14:14) (local.buckets is used here @11:14) (local.files is used here @4:27)",
    ]
  `);
});

/** `id public` of each store. */
const published = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  [
    ...(await terraformSubjects(files, 'object-store')).matchAll(/^object-store (\S+)|^ {2}public: (.*)$/gm),
  ].map(([, id, value]) => id ?? value ?? '');

test('a root may be written in JSON, with values from JSON, and be overridden', async () => {
  const bucket = (name: string): unknown => ({ resource: { aws_s3_bucket: { logs: { bucket: name } } } });
  const files = {
    'app/main.tf.json': JSON.stringify(bucket('${var.name}')),
    'app/variables.tf': 'variable "name" {}\nvariable "acl" {}\n',
    'app/acl.tf':
      'resource "aws_s3_bucket_acl" "logs" {\n  bucket = aws_s3_bucket.logs.id\n  acl    = "private"\n}\n',
    'app/acl_override.tf.json': JSON.stringify({
      resource: { aws_s3_bucket_acl: { logs: { acl: '${var.acl}' } } },
    }),
    'app/prod.tfvars.json': '{"name": "logs-prod", "acl": "public-read"}',
    'app/dev.tfvars': 'name = "logs-dev"\nacl = "private"\n',
  };
  expect(await published(files)).toMatchInlineSnapshot(`
    [
      "app/prod.tfvars.json:aws_s3_bucket.logs",
      "true @app/prod.tfvars.json:1:30 (var.acl is used here @app/acl_override.tf.json:1:52) (variable "acl" is declared here @app/variables.tf:2:1)",
      "app/dev.tfvars:aws_s3_bucket.logs",
      "false @1:31",
    ]
  `);
});

const MANIFEST = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    {
      Key: 'store',
      Source: 'registry.terraform.io/acme/store/aws',
      Version: '1.0.0',
      Dir: '.terraform/modules/store',
    },
    { Key: 'store.inner', Source: './modules/inner', Dir: '.terraform/modules/store/modules/inner' },
    { Key: 'git', Source: 'git::https://example.com/store.git', Dir: '.terraform/modules/git/store' },
  ],
});
const STORE = `variable "acl" {
  default = "private"
}
resource "aws_s3_bucket" "this" {}
resource "aws_s3_bucket_acl" "this" {
  bucket = aws_s3_bucket.this.id
  acl    = var.acl
}
`;

test('modules that are downloaded are read where they are called, and only there', async () => {
  const files = {
    'infra/main.tf': `module "store" {
  for_each = toset(["a"])
  source   = "acme/store/aws"
  acl      = "public-read"
}
module "git" {
  source = "git::https://example.com/store.git"
}
module "other" {
  source = "acme/other/aws"
}
`,
    'infra/.terraform/modules/modules.json': MANIFEST,
    'infra/.terraform/modules/store/main.tf':
      'variable "acl" {}\nmodule "inner" {\n  source = "./modules/inner"\n  acl    = var.acl\n}\n',
    'infra/.terraform/modules/store/modules/inner/main.tf': STORE,
    'infra/.terraform/modules/store/examples/all/main.tf': STORE,
    'infra/.terraform/modules/git/store/main.tf': STORE,
  };
  expect(await published(files)).toMatchInlineSnapshot(`
    [
      "infra:module.store["a"].module.inner.aws_s3_bucket.this",
      "true @infra/main.tf:4:14 (var.acl is used here @infra/.terraform/modules/store/modules/inner/main.tf:7:12) (variable "acl" is declared here @infra/.terraform/modules/store/modules/inner/main.tf:1:1) (module.store["a"].module.inner is called here @infra/.terraform/modules/store/main.tf:2:1) (var.acl is used here @infra/.terraform/modules/store/main.tf:4:12) (variable "acl" is declared here @infra/.terraform/modules/store/main.tf:1:1) (module.store["a"] is called here @1:1)",
      "infra:module.git.aws_s3_bucket.this",
      "false @4:1 (module.git is called here @infra/main.tf:6:1)",
    ]
  `);
  expect(await terraformSubjects(files, 'stack')).toContain('module.other');
});
