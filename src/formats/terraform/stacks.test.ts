import { describe, expect, test } from 'vitest';
import { purposeOf } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { hclOfJson, parseHcl } from '../../syntax/hcl/index.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { plain } from './evaluate/testing/files.ts';
import { format } from './index.ts';
import { evaluateStacks } from './stacks.ts';
import { printSubject } from '../../../test/support/facts.ts';
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

describe('variable files that the caller gives', () => {
  const VARIABLE = 'variable "size" {\n  default = "default"\n}\n';
  /** Each stack's path, environment and `var.size`, and what is warned of. */
  const sizes = (
    files: Readonly<Record<string, string>>,
    ...variableFiles: readonly string[]
  ): readonly string[] => {
    const documents = Object.entries(files).flatMap(([path, text]) => {
      const file = sourceFile(path, text);
      return path.endsWith('.json') ? parseJson(file).documents.map(hclOfJson) : [parseHcl(file)];
    });
    const { stacks, diagnostics } = evaluateStacks(documents, [], {
      environmentOf: (path) => purposeOf(path.slice(path.lastIndexOf('/') + 1).replace('.tfvars', '')),
      readText: (path) => files[path],
      exists: (path) => path in files,
      filesBelow: () => undefined,
      variableFiles,
    });
    const lines = stacks.map(({ module, path, environment }) => {
      const variable = module.variables.get('size');
      return `${path} ${environment ?? '-'} ${variable ? String(plain(variable.value)) : '-'}`;
    });
    return [...lines, ...diagnostics.map(({ message }) => message)];
  };

  test('come after those that Terraform takes by itself, in their order, in both syntaxes', () => {
    const files = {
      'app/main.tf': VARIABLE,
      'app/terraform.tfvars': 'size = "own"\n',
      'app/x.auto.tfvars': 'size = "auto"\n',
      'shared/a.tfvars': 'size = "a"\n',
      'shared/b.tfvars.json': '{"size": "b"}',
    };
    expect(sizes(files, 'shared/b.tfvars.json', 'shared/a.tfvars')).toEqual(['app - a']);
    expect(sizes(files, 'shared/a.tfvars', 'shared/b.tfvars.json')).toEqual(['app - b']);
  });

  test('go to every root that declares one of their variables, in either syntax', () => {
    const files = {
      'a/main.tf': VARIABLE,
      'b/main.tf.json': '{"variable": {"size": {"default": "default"}}}',
      'c/main.tf': 'variable "other" {\n}\n',
      'shared.tfvars': 'size = "shared"\n',
    };
    expect(sizes(files, 'shared.tfvars')).toEqual(['a - shared', 'b - shared', 'c - -']);
  });

  test('go to each environment, unless one of them is that of an environment', () => {
    const files = {
      'main.tf': VARIABLE,
      'dev.tfvars': 'size = "dev"\n',
      'prod.tfvars': 'size = "prod"\n',
      'more/extra.tfvars': 'size = "extra"\n',
    };
    expect(sizes(files, 'more/extra.tfvars')).toEqual([
      'dev.tfvars development extra',
      'prod.tfvars production extra',
    ]);
    expect(sizes(files, 'prod.tfvars')).toEqual([' production prod']);
  });

  test('are warned of where no root takes a variable from them', () => {
    expect(sizes({ 'main.tf': VARIABLE, 'x.tfvars': 'sise = 1\n' }, 'x.tfvars', 'none.tfvars')).toEqual([
      ' - default',
      'No Terraform configuration that is checked takes a variable from "x.tfvars".',
      'No Terraform configuration that is checked takes a variable from "none.tfvars".',
    ]);
  });
});

test('what the environment gives decides, but is no secret in the code', async () => {
  const files = [
    parseHcl(
      sourceFile(
        'main.tf',
        'variable "open" {\n  type = bool\n}\nvariable "db" {\n  type = object({ password = string })\n}\nresource "aws_db_instance" "shop" {\n  publicly_accessible = var.open\n  password            = var.db.password\n}\n',
      ),
    ),
  ];
  const { subjects } = await format.normalize(files, {
    environmentOf: () => undefined,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => undefined,
    environmentVariables: new Map([
      ['open', 'true'],
      ['db', '{ password = "hR7-kk2-Zx93pq" }'],
    ]),
  });
  const [database] = subjects.filter(({ kind }) => kind === 'database').map(printSubject);
  const [credential] = subjects.filter(({ kind }) => kind === 'credential').map(printSubject);
  expect(/ {2}public: .*/.exec(database ?? '')?.[0]).toMatchInlineSnapshot(
    `"  public: true @1:1 (var.open is used here @8:25) (variable "open" is declared here @1:1) (TF_VAR_open gives its value @1:1)"`,
  );
  expect(credential).toMatchInlineSnapshot(`
    "credential :aws_db_instance.shop.password "password of aws_db_instance.shop" @7:1
      literal: false @4:1 (var.db.password is used here @9:25)
      shown: false @4:1 (var.db.password is used here @9:25)"
  `);
});
