import { expect, test } from 'vitest';
import { evaluated, origin, plain, problems, type Files } from '../testing/files.ts';

const valueOf = (declaration: string, text: string, files: Files = {}): readonly unknown[] => {
  const module = evaluated(
    { 'main.tf': `variable "x" ${declaration}\noutput "x" {\n  value = var.x\n}\n`, ...files },
    { environmentVariables: new Map([['x', text]]) },
  );
  const variable = module.variables.get('x');
  return [variable && plain(variable.value), variable?.given, ...problems(module)];
};

test.each([
  ['{}', '8', ['8', 'environment']],
  ['{\n  type = string\n}', 'a "b"', ['a "b"', 'environment']],
  ['{\n  type = string\n}', '', ['', 'environment']],
  ['{\n  type = number\n}', '8', [8, 'environment']],
  ['{\n  type = bool\n}', 'true', [true, 'environment']],
  ['{\n  type = list(string)\n}', '["a", "b"]', [['a', 'b'], 'environment']],
  ['{\n  type = map(number)\n}', '{ a = -1, "b": (2) }', [{ a: -1, b: 2 }, 'environment']],
  ['{\n  type = object({ a = bool })\n}', '{"a": "true"}', [{ a: true }, 'environment']],
  ['{\n  type    = any\n  default = 1\n}', 'null', [null, 'environment']],
])('variable "x" %s is given %s', (declaration, text, expected) => {
  expect(valueOf(declaration, text)).toEqual(expected);
});

test.each(['[var.x]', '["a"', 'a', '', 'upper("a")', '["${path.cwd}"]'])(
  '%s is no list that can be given',
  (text) => {
    const unknown = 'TF_VAR_x does not hold a value as Terraform reads it';
    expect(valueOf('{\n  type = list(string)\n}', text)).toEqual([{ unknown }, 'environment']);
  },
);

test('every file wins over it', () => {
  expect(valueOf('{}', 'env', { 'terraform.tfvars': 'x = "own"\n' })).toEqual(['own', 'file']);
  expect(valueOf('{}', 'env', { 'a.auto.tfvars': 'x = "auto"\n' })).toEqual(['auto', 'file']);
});

test('it stands where the variable is declared, and says its name', () => {
  const files = { 'main.tf': 'variable "x" {\n  default = 1\n}\noutput "x" {\n  value = var.x\n}\n' };
  const module = evaluated(files, { environmentVariables: new Map([['x', '2']]) });
  const value = module.outputs.get('x')?.value;
  expect(value && origin(value)).toEqual([
    'main.tf:1:1',
    'main.tf:5:11 var.x is used here',
    'main.tf:1:1 variable "x" is declared here',
    'main.tf:1:1 TF_VAR_x gives its value',
  ]);
});

test.each(['sensitive = true', 'ephemeral = true'])('a variable with %s stays unknown', (mark) => {
  const unknown = 'the value that TF_VAR_x gives is secret';
  expect(valueOf(`{\n  ${mark}\n}`, 'hush')).toEqual([{ unknown }, 'environment']);
});

test('so does one that is called like a secret', () => {
  const module = evaluated(
    { 'main.tf': 'variable "db_password" {}\n' },
    { environmentVariables: new Map([['db_password', 'hush']]) },
  );
  expect(JSON.stringify(module.variables.get('db_password')?.value)).not.toContain('hush');
});
