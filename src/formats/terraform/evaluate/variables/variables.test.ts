import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../../../source/index.ts';
import { parseHcl } from '../../../../syntax/hcl/index.ts';
import { attribute, evaluated, plain, problems } from '../testing/files.ts';

describe('variables', () => {
  const DECLARED =
    'variable "v" {\n  type    = string\n  default = "default"\n}\noutput "v" {\n  value = var.v\n}\n';
  const file = (path: string, text: string): ReturnType<typeof parseHcl> => parseHcl(sourceFile(path, text));

  test.each([
    ['the default', {}, 'default'],
    ['terraform.tfvars', { 'terraform.tfvars': 'v = "file"\n' }, 'file'],
    [
      '*.auto.tfvars after it, by name',
      { 'terraform.tfvars': 'v = 1\n', 'a.auto.tfvars': 'v = "a"\n', 'b.auto.tfvars': 'v = "b"\n' },
      'b',
    ],
    ['not other variable files of the directory', { 'prod.tfvars': 'v = "prod"\n' }, 'default'],
    ['a number as a string', { 'terraform.tfvars': 'v = 3\n' }, '3'],
  ])('%s', (_, files, expected) => {
    const module = evaluated({ 'main.tf': DECLARED, ...files });
    expect(plain(module.outputs.get('v')!.value)).toBe(expected);
  });

  test('given variable files win', () => {
    const variableFiles = [
      file('envs/prod.tfvars', 'v = "prod"\n'),
      file('envs/more.tfvars', 'v = "more"\n'),
    ];
    const module = evaluated({ 'main.tf': DECLARED, 'terraform.tfvars': 'v = "x"\n' }, { variableFiles });
    expect(plain(module.outputs.get('v')!.value)).toBe('more');
    expect(module.variables.get('v')?.given).toBe('file');
  });

  test('take the shape of their type, with the defaults of optional attributes', () => {
    const module = evaluated({
      'main.tf': `variable "o" {
  type = object({
    name    = string
    size    = optional(number, 3)
    tags    = optional(map(string), {})
    nothing = optional(string)
    nested  = optional(list(object({ on = optional(bool, true) })), [])
  })
}
output "o" {
  value = var.o
}
`,
      'terraform.tfvars': 'o = { name = 1, extra = 2, size = null, nested = [{}] }\n',
    });
    expect(plain(module.outputs.get('o')!.value)).toEqual({
      name: '1',
      size: 3,
      tags: {},
      nothing: null,
      nested: [{ on: true }],
    });
    expect(problems(module)).toEqual([]);
  });

  test('of the wrong type are unknown, and reported at the variable', () => {
    const module = evaluated({
      'main.tf':
        'variable "n" {\n  type    = number\n  default = "many"\n}\noutput "n" {\n  value = var.n\n}\n',
    });
    expect(problems(module)).toEqual([
      'main.tf:1:1 terraform/invalid-expression The value of var.n is not of its type: a string cannot be converted to number.',
    ]);
    expect(plain(module.outputs.get('n')!.value)).toEqual({
      failure: 'the value of var.n is not of its type: a string cannot be converted to number',
    });
  });

  test('pass their sensitivity on', () => {
    const module = evaluated({
      'main.tf':
        'variable "p" {\n  sensitive = true\n  default   = "x"\n}\nresource "db" "d" {\n  password = "${var.p}y"\n  plain    = nonsensitive(var.p)\n}\n',
    });
    expect(attribute(module, 'db.d', 'password').sensitive).toBe(true);
    expect(attribute(module, 'db.d', 'plain').sensitive).toBeUndefined();
  });
});
