import { expect, test } from 'vitest';
import { attribute, evaluated, origin } from '../testing/files.ts';

const MODULE = {
  'modules/store/main.tf': `variable "acl" {
  type    = string
  default = "private"
}
locals {
  acl = var.acl
}
resource "aws_s3_bucket" "this" {
  acl    = local.acl
  region = "eu-west-1"
  tags   = { Name = "a-\${var.acl}" }
}
`,
};

test('a literal is decided where it is written', () => {
  const module = evaluated({ 'main.tf': 'resource "aws_s3_bucket" "b" {\n  acl = "private"\n}\n' });
  expect(origin(attribute(module, 'aws_s3_bucket.b', 'acl'))).toEqual(['main.tf:2:9']);
});

test("a module's input is decided by the caller's argument", () => {
  const module = evaluated({
    ...MODULE,
    'main.tf': 'module "logs" {\n  source = "./modules/store"\n  acl    = "public-read"\n}\n',
  });
  expect(origin(attribute(module, 'module.logs.aws_s3_bucket.this', 'acl'))).toEqual([
    'main.tf:3:12',
    'modules/store/main.tf:9:12 local.acl is used here',
    'modules/store/main.tf:6:9 var.acl is used here',
    'modules/store/main.tf:1:1 variable "acl" is declared here',
    'main.tf:1:1 module.logs is called here',
  ]);
});

test("an input that nobody gives is decided by the variable's default", () => {
  const module = evaluated({ ...MODULE, 'main.tf': 'module "logs" {\n  source = "./modules/store"\n}\n' });
  expect(origin(attribute(module, 'module.logs.aws_s3_bucket.this', 'acl'))).toEqual([
    'modules/store/main.tf:3:13',
    'modules/store/main.tf:9:12 local.acl is used here',
    'modules/store/main.tf:6:9 var.acl is used here',
  ]);
});

test('a value that passes two modules and a variable file is decided in the file', () => {
  const module = evaluated({
    ...MODULE,
    'main.tf': 'variable "acl" {}\nmodule "outer" {\n  source = "./modules/outer"\n  acl    = var.acl\n}\n',
    'modules/outer/main.tf':
      'variable "acl" {}\nmodule "inner" {\n  source = "../store"\n  acl    = var.acl\n}\n',
    'terraform.tfvars': '# values\nacl = "public-read"\n',
  });
  expect(origin(attribute(module, 'module.outer.module.inner.aws_s3_bucket.this', 'acl'))).toEqual([
    'terraform.tfvars:2:7',
    'modules/store/main.tf:9:12 local.acl is used here',
    'modules/store/main.tf:6:9 var.acl is used here',
    'modules/store/main.tf:1:1 variable "acl" is declared here',
    'modules/outer/main.tf:2:1 module.outer.module.inner is called here',
    'modules/outer/main.tf:4:12 var.acl is used here',
    'modules/outer/main.tf:1:1 variable "acl" is declared here',
    'main.tf:2:1 module.outer is called here',
    'main.tf:4:12 var.acl is used here',
    'main.tf:1:1 variable "acl" is declared here',
  ]);
});

test('a chosen branch is decided by its own literal, and the condition is on its way', () => {
  const module = evaluated({
    'main.tf':
      'locals {\n  prod = true\n}\nresource "aws_db_instance" "d" {\n  multi_az = local.prod ? false : true\n}\n',
  });
  expect(origin(attribute(module, 'aws_db_instance.d', 'multi_az'))).toEqual([
    'main.tf:5:27',
    'main.tf:5:14 This condition is true',
  ]);
});

test('what a function picks out keeps the place of the element', () => {
  const module = evaluated({
    'main.tf': `locals {
  sizes = {
    prod = "db.r5.large"
    dev  = "db.t3.micro"
  }
}
resource "aws_db_instance" "d" {
  instance_class = lookup(local.sizes, "dev", "none")
  name           = merge(local.sizes, { x = 1 }).prod
  size           = [for s in local.sizes : s][0]
}
`,
  });
  expect(origin(attribute(module, 'aws_db_instance.d', 'instance_class'))).toEqual([
    'main.tf:4:12',
    'main.tf:8:27 local.sizes is used here',
  ]);
  expect(origin(attribute(module, 'aws_db_instance.d', 'name'))[0]).toBe('main.tf:3:12');
  expect(origin(attribute(module, 'aws_db_instance.d', 'size'))[0]).toBe('main.tf:4:12');
});

test('a computed value is decided by its expression, and tells what decided its parts', () => {
  const module = evaluated({
    ...MODULE,
    'main.tf': 'module "logs" {\n  source = "./modules/store"\n  acl    = "public-read"\n}\n',
  });
  const tags = attribute(module, 'module.logs.aws_s3_bucket.this', 'tags');
  const name = tags.kind === 'object' ? tags.entries.get('Name') : undefined;
  expect(name && origin(name)).toEqual([
    'modules/store/main.tf:11:21',
    'modules/store/main.tf:11:26 var.acl is used here',
    'modules/store/main.tf:1:1 variable "acl" is declared here',
    'main.tf:1:1 module.logs is called here',
    'main.tf:3:12 This decides it',
  ]);
});

test('an unknown value points at what is not known', () => {
  const module = evaluated({
    'main.tf':
      'variable "size" {\n  type = number\n}\nresource "aws_db_instance" "d" {\n  size = var.size + 1\n}\n',
  });
  const size = attribute(module, 'aws_db_instance.d', 'size');
  expect(size).toMatchObject({ kind: 'unknown', reason: 'var.size has no value', shape: 'number' });
  expect(origin(size)).toEqual(['main.tf:1:1', 'main.tf:5:10 var.size is used here']);
});

test('the document within jsonencode keeps the place of each part', () => {
  const module = evaluated({
    'main.tf':
      'resource "aws_iam_policy" "p" {\n  policy = jsonencode({\n    Statement = [{\n      Action = "*"\n      Resource = aws_s3_bucket.b.arn\n    }]\n  })\n}\nresource "aws_s3_bucket" "b" {}\n',
  });
  const policy = attribute(module, 'aws_iam_policy.p', 'policy');
  expect(policy).toMatchObject({ kind: 'unknown', reason: 'aws_s3_bucket.b.arn is known after apply' });
  const document = policy.kind === 'unknown' ? policy.encoded?.value : undefined;
  const statements = document?.kind === 'object' ? document.entries.get('Statement') : undefined;
  const statement = statements?.kind === 'tuple' ? statements.items[0] : undefined;
  const action = statement?.kind === 'object' ? statement.entries.get('Action') : undefined;
  expect(action && origin(action)).toEqual(['main.tf:4:16']);
});
