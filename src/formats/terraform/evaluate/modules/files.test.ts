import { expect, test } from 'vitest';
import { attribute, evaluated, origin, plain, problems, type Files } from '../testing/files.ts';

const json = (value: unknown): string => JSON.stringify(value);

/** What the outputs of some files come to. */
const outputs = (files: Files): unknown =>
  Object.fromEntries([...evaluated(files).outputs].map(([name, { value }]) => [name, plain(value)]));

test('JSON declares what the native syntax declares', () => {
  const module = evaluated({
    'main.tf.json': json({
      variable: { names: { type: 'list(string)', default: ['a', 'b'] } },
      locals: { upper: '${[for n in var.names : upper(n)]}' },
      module: { m: { source: './m', name: '${local.upper[0]}-x' } },
      resource: {
        a_b: {
          c: {
            for_each: '${toset(var.names)}',
            provider: 'aws.west',
            depends_on: ['a_b.d'],
            name: '${each.key}',
            rule: { n: 1 },
          },
          d: { count: 2 },
        },
      },
      output: { o: { value: '${module.m.name} ${a_b.c["a"].name} ${length(a_b.d)}' } },
    }),
    'm/main.tf': 'variable "name" {}\noutput "name" {\n  value = var.name\n}\n',
  });
  expect(problems(module)).toEqual([]);
  expect(module.outputs.get('o')?.value).toMatchObject({ value: 'A-x a 2' });
  expect(
    module.resources.map(({ address, provider, dependsOn }) => [address, provider, ...dependsOn]),
  ).toEqual([
    ['a_b.c["a"]', 'aws.west', 'a_b.d'],
    ['a_b.c["b"]', 'aws.west', 'a_b.d'],
    ['a_b.d[0]', undefined],
    ['a_b.d[1]', undefined],
  ]);
});

test('a .tofu file stands in for the .tf file of its name', () => {
  expect(
    outputs({
      'main.tf': 'output "a" {\n  value = "tf"\n}\n',
      'main.tofu': 'output "a" {\n  value = "tofu"\n}\n',
      'more.tf': 'output "b" {\n  value = "tf"\n}\n',
      'more.tofu.json': json({ output: { c: { value: 'tofu' } } }),
      'last.tf.json': json({ output: { d: { value: 'tf' } } }),
      'last.tofu.json': json({ output: { d: { value: 'tofu' } } }),
      '.hidden.tf': 'output "e" {\n  value = 1\n}\n',
    }),
  ).toEqual({ a: 'tofu', b: 'tf', c: 'tofu', d: 'tofu' });
});

test('an override file changes arguments one by one, and nested blocks all of a type', () => {
  const module = evaluated({
    'main.tf': `resource "a_b" "c" {
  name = "base"
  size = 1
  rule {
    n = 1
  }
  rule {
    n = 2
  }
  log {
    on = true
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags]
  }
}
`,
    'override.tf': `resource "a_b" "c" {
  name = "over-\${local.x}"
  dynamic "rule" {
    for_each = [3]
    content {
      n = rule.value
    }
  }
  lifecycle {
    prevent_destroy = false
  }
}
locals {
  x = 2
}
`,
    'a.tf': 'locals {\n  x = 1\n  y = 1\n}\n',
    'b_override.tf.json': json({ resource: { a_b: { c: { size: 2 } } } }),
  });
  expect(problems(module)).toEqual([]);
  const [resource] = module.resources;
  expect(
    resource?.block.blocks.map(({ type, attributes }) => [
      type,
      ...[...attributes].map(([n, v]) => `${n}=${JSON.stringify(plain(v))}`),
    ]),
  ).toEqual([
    ['log', 'on=true'],
    ['lifecycle', 'ignore_changes=["tags"]', 'prevent_destroy=false'],
    ['rule', 'n=3'],
  ]);
  const name = attribute(module, 'a_b.c', 'name');
  expect([plain(name), origin(name)]).toEqual([
    'over-2',
    ['override.tf:2:10', 'override.tf:2:18 local.x is used here', 'override.tf:14:7 This decides it'],
  ]);
  expect(origin(attribute(module, 'a_b.c', 'size'))).toEqual(['b_override.tf.json:1:33']);
});

test('settings, variables, outputs, modules and providers are overridden as well', () => {
  const files = {
    'main.tf': `terraform {
  required_version = ">= 1.0"
  required_providers {
    aws    = { version = "1" }
    google = { version = "1" }
  }
  backend "s3" {
    bucket = "a"
  }
}
provider "aws" {
  region = "a"
}
provider "aws" {
  alias  = "west"
  region = "b"
}
variable "v" {
  type    = string
  default = "base"
}
module "m" {
  source = "./one"
}
output "v" {
  value = var.v
}
output "m" {
  value = module.m.name
}
`,
    'x_override.tf': `terraform {
  required_providers {
    aws = { version = "2" }
  }
  backend "local" {}
}
provider "aws" {
  alias  = "west"
  region = "c"
}
variable "v" {
  type    = number
  default = 5
}
module "m" {
  source = "./two"
}
`,
    'one/main.tf': 'output "name" {\n  value = "one"\n}\n',
    'two/main.tf': 'output "name" {\n  value = "two"\n}\n',
  };
  expect(outputs(files)).toEqual({ v: 5, m: 'two' });
  const { terraformBlocks, providers } = evaluated(files);
  expect(
    terraformBlocks.flatMap(({ blocks }) =>
      blocks.map(({ type, labels, attributes }) => [type, ...labels, ...attributes.keys()]),
    ),
  ).toEqual([
    ['required_providers', 'google'],
    ['required_providers', 'aws'],
    ['backend', 'local'],
  ]);
  expect(providers.map(({ attributes }) => [...attributes.values()].map(plain))).toEqual([
    ['a'],
    ['west', 'c'],
  ]);
});

test('a later override wins, and one of nothing is told', () => {
  const files = {
    'main.tf': 'output "a" {\n  value = 0\n}\n',
    'a_override.tf': 'output "a" {\n  value = 1\n}\noutput "b" {\n  value = 1\n}\n',
    'b_override.tf': 'output "a" {\n  value = 2\n}\n',
  };
  expect(outputs(files)).toEqual({ a: 2, b: 1 });
  expect(problems(evaluated(files))).toEqual([
    'a_override.tf:4:1 terraform/override output "b" overrides nothing: no other file of this module declares it.',
  ]);
});

test('values come from the files that Terraform takes by itself, later ones first', () => {
  const variables = 'abcdef'
    .split('')
    .map((name) => `variable "${name}" {}\noutput "${name}" {\n  value = var.${name}\n}\n`);
  const values = (names: string, value: string): string =>
    json(Object.fromEntries(names.split('').map((name) => [name, value])));
  const native = (names: string, value: string): string =>
    names
      .split('')
      .map((name) => `${name} = "${value}"\n`)
      .join('');
  expect(
    outputs({
      'main.tf': variables.join(''),
      'terraform.tfvars': native('abcdef', '1'),
      'terraform.tfvars.json': values('bcdef', '2 ${x}'),
      'Z.auto.tfvars.json': values('cdef', '3'),
      'a.auto.tfvars': native('def', '4'),
      'a.auto.tfvars.json': values('ef', '5'),
      'other.tfvars.json': values('f', '6'),
    }),
  ).toEqual({ a: '1', b: '2 ${x}', c: '3', d: '4', e: '5', f: '5' });
});

test('a local module that is not there is named, with the folder where it should be', () => {
  const module = evaluated({
    'main.tf': 'module "m" {\n  source = "./modules/gone"\n}\noutput "o" {\n  value = module.m.name\n}\n',
  });
  expect(problems(module)).toEqual([
    'main.tf:2:12 terraform/missing-module What module.m makes is not known: module ./modules/gone is not there.',
  ]);
  expect(module.moduleCalls.map(({ resolved, reason }) => [resolved, reason])).toEqual([
    [undefined, 'module ./modules/gone is not there'],
  ]);
});

test('what is downloaded for another source than the one that is asked for now is not used', () => {
  const files = {
    'main.tf': 'module "m" {\n  source = "acme/new/aws"\n}\n',
    '.terraform/modules/modules.json': json({
      Modules: [{ Key: 'm', Source: 'registry.terraform.io/acme/old/aws', Dir: '.terraform/modules/m' }],
    }),
    '.terraform/modules/m/main.tf': 'resource "a" "b" {}\n',
  };
  const module = evaluated(files);
  expect(module.resources).toEqual([]);
  expect(module.moduleCalls[0]?.reason).toBe('module acme/new/aws is not downloaded');
});

test.each([
  '',
  'null',
  '[]',
  '{"Modules": 1}',
  '{"Modules": [null, 1, {"Key": 1}]}',
  '{"Modules": [{"Key": "m", "Source": "s", "Dir": "../../out"}]}',
])('a manifest of downloads that is broken is none: %s', (text) => {
  const module = evaluated({
    'main.tf': 'module "m" {\n  source = "s"\n}\n',
    '.terraform/modules/modules.json': text,
  });
  expect(module.moduleCalls[0]?.resolved).toBeUndefined();
  expect(module.diagnostics.map(({ level, code }) => `${level} ${code}`)).toEqual([
    'note terraform/module-not-downloaded',
  ]);
});
