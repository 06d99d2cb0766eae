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

  describe('with a validation', () => {
    const declared = (more: string): string => `variable "size" {
  type = string
${more}
  validation {
    condition     = contains(["small", "big"], var.size)
    error_message = "It must be small or big."
  }
}
`;
    const REFUSED = 'terraform/refused-value The variable "size" refuses its value: It must be small or big.';

    test.each([
      ['refuse a default', { 'main.tf': declared('  default = "huge"') }, [`main.tf:3:13 ${REFUSED}`]],
      [
        'refuse the value of a file, where that stands',
        { 'main.tf': declared(''), 'terraform.tfvars': 'size = "huge"\n' },
        [`terraform.tfvars:1:8 ${REFUSED}`],
      ],
      [
        "refuse a caller's argument, where that stands",
        { 'm/main.tf': declared(''), 'main.tf': 'module "m" {\n  source = "./m"\n  size   = "huge"\n}\n' },
        [`main.tf:3:12 ${REFUSED}`],
      ],
      ['take what it allows', { 'main.tf': declared('  default = "big"') }, []],
      ['say nothing without a value', { 'main.tf': declared('') }, []],
      [
        'say nothing where the condition cannot be told',
        {
          'main.tf':
            'variable "v" {\n  default = "x"\n  validation {\n    condition = var.v == data.a.b.c\n  }\n}\ndata "a" "b" {}\n',
        },
        [],
      ],
    ])('%s', (_, files, expected) => {
      expect(problems(evaluated(files))).toEqual(expected);
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
