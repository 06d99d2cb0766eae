import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../../test/support/terraform.ts';
import { isFixedRef, isOpenEnded, moduleSource } from './versions.ts';

test.each([
  ['1.2.0', false],
  ['= 1.2.0', false],
  ['~> 4.0', false],
  ['>= 1.0, < 2.0', false],
  ['>= 1.0, ~> 1.4', false],
  ['>= 1.0', true],
  ['> 1.0, != 1.3', true],
  ['', true],
])('%s is open-ended: %s', (constraint, expected) => {
  expect(isOpenEnded(constraint)).toBe(expected);
});

test.each([
  ['main', false],
  ['refs/heads/1.0', false],
  ['v1.2.0', true],
  ['1.4', true],
  ['v5', true],
  ['network-v2.0.1', true],
  ['release/2024.06', true],
  ['refs/tags/blue', true],
  ['3c2b6d1', true],
  ['3c2b6d1f0a9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c', true],
  ['blue', undefined],
  ['feature/x', undefined],
])('the ref %s is fixed: %s', (ref, expected) => {
  expect(isFixedRef(ref)).toBe(expected);
});

test.each([
  ['acme/vpc/aws', 'registry -'],
  ['app.terraform.io/acme/vpc/aws', 'registry -'],
  ['acme/vpc/aws//modules/subnet', 'registry -'],
  ['git::https://example.com/vpc.git?ref=v1.2.0', 'git v1.2.0'],
  ['git::ssh://git@example.com/vpc.git//sub?depth=1&ref=main', 'git main'],
  ['github.com/acme/vpc', 'git -'],
  ['github.com/acme/vpc//modules/subnet?ref=v1', 'git v1'],
  ['bitbucket.org/acme/vpc', 'git -'],
  ['git@github.com:acme/vpc.git', 'git -'],
  ['./modules/vpc/aws', '-'],
  ['../../modules/vpc/aws', '-'],
  ['https://example.com/vpc.zip', '-'],
  ['s3::https://s3-eu-west-1.amazonaws.com/bucket/vpc.zip', '-'],
])('%s is %s', (source, expected) => {
  const found = moduleSource(source);
  expect(found ? `${found.from} ${found.ref ?? '-'}` : '-').toBe(expected);
});

test('each is told once; a module leaves upper bounds of providers to its callers, and legacy constraints are read', async () => {
  const files = {
    'main.tf':
      'terraform {\n  required_providers {\n    aws    = ">= 3"\n    random = { version = "~> 3.0", source = "hashicorp/random" }\n  }\n}\nmodule "net" {\n  count   = 2\n  source  = "acme/net/aws"\n  version = "1.0.0"\n}\nmodule "own" {\n  source = "./own"\n}\n',
    'own/main.tf': 'module "deep" {\n  source = "github.com/acme/deep"\n}\n',
  };
  expect(await terraformSubjects(files, 'code-dependency')).toMatchInlineSnapshot(`
    "code-dependency :provider.aws "Provider aws" @3:5
      type: "provider"
      source: "hashicorp/aws" @3:5
      version: ">= 3" @3:14
      pinned: null @3:14
      locked: false

    code-dependency :provider.random "Provider random" @4:14
      type: "provider"
      source: "hashicorp/random" @4:45
      version: "~> 3.0" @4:26
      pinned: true @4:26
      locked: false

    code-dependency :module.net "module.net" @7:1
      type: "module"
      source: "acme/net/aws" @9:13
      version: "1.0.0" @10:13
      pinned: true @10:13
      locked: false

    code-dependency :module.own.module.deep "module.own.module.deep" @1:1
      type: "module"
      source: "github.com/acme/deep" @2:12
      version: null @2:12
      pinned: false @2:12
      locked: false"
  `);
});
