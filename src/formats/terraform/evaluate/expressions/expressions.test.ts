import { describe, expect, test } from 'vitest';
import { evaluated, plain, problems } from '../testing/files.ts';

/** Expressions and what Terraform 1.11 gives for them. */
const KNOWN: readonly (readonly [string, unknown])[] = [
  ['1 + 2 * 3 - 4 / 2', 5],
  ['-5 % 3', -2],
  ['0.1 + 0.2', 0.3],
  ['1 == 1.0', true],
  ['"1" == 1', false],
  ['tolist([1]) == [1]', false],
  ['1 < 2 == true', true],
  ['!true || false && true', false],
  ['false ? 1 : "a"', 'a'],
  ['false ? concat([1, "x"], [{ c = base64decode("4") }]) : [1, "x"]', [1, 'x']],
  ['false ? [{ b = tonumber("x") }][*].b : {}', {}],
  ['try(false ? { for v in [true, "x"] : "k" => v } : tomap({ a = 1 }), "ERR")', 'ERR'],
  ['[for c in [true, false] : try(c ? [null, []] : [null], "ERR")]', ['ERR', 'ERR']],
  ['true ? [null] : [{ a = 1 }, { a = 2 }]', [null]],
  ['true ? 1 : "a"', '1'],
  ['true ? true : length(false) > 6', true],
  ['"${1.50}"', 1.5],
  ['"a${1.50}"', 'a1.5'],
  ['"id-${12345678901234567890}"', 'id-12345678901234567890'],
  ['"$${x} %%{y}"', '${x} %{y}'],
  ['"a\\tb\\u00e9"', 'a\tbé'],
  ['"%{ for x in [1,2,3] }${x},%{ endfor }"', '1,2,3,'],
  ['"%{ if false }yes%{ else }no%{ endif }"', 'no'],
  ['"a ${~ "b" ~} c"', 'abc'],
  ['<<-EOT\n    a\n      b\n\n    EOT\n', 'a\n  b\n\n'],
  ['<<EOT\n  ${"x"}\nEOT\n', '  x\n'],
  ['[for x in ["b","a"] : upper(x)]', ['B', 'A']],
  ['[for k, v in {b=1,a=2} : "${k}${v}"]', ['a2', 'b1']],
  ['{for v in ["x","y","x"] : v => v...}', { x: ['x', 'x'], y: ['y'] }],
  ['[for i, v in ["a","b"] : i if v != "a"]', [1]],
  ['{a=1,"b"=2,(upper("c"))=3,null=4}', { C: 3, a: 1, b: 2, null: 4 }],
  ['[{a=1},{a=2}][*].a', [1, 2]],
  ['[{a=1},{a=2}].*.a', [1, 2]],
  ['[{a=[{b=1},{b=2}]}][*].a[*].b', [[1, 2]]],
  ['null[*]', []],
  ['"x"[*]', ['x']],
  ['{a={b=[1,2]}}.a.b[1]', 2],
  ['[[1,2],[3]].1.0', 3],
  ['{"__proto__" = 1, constructor = 2}', { ['__proto__']: 1, constructor: 2 }],
  ['try([][0], {}.x, "last")', 'last'],
  ['can([][0])', false],
  ['can([1][0])', true],
  ['max([3, 9, 4]...)', 9],
];

describe('expressions', () => {
  test.each(KNOWN)('%s', (expression, expected) => {
    const module = evaluated({ 'main.tf': `output "x" {\n  value = ${expression}\n}\n` });
    expect(problems(module)).toEqual([]);
    const value = module.outputs.get('x')?.value;
    expect(value && plain(value)).toEqual(expected);
  });
});

/** Expressions that cannot be told, and why. */
const UNKNOWN: readonly (readonly [string, unknown])[] = [
  ['var.x', { unknown: 'var.x has no value' }],
  ['"logs-${var.x}-${1}"', { unknown: 'var.x has no value', parts: ['logs-', '?', '-1'] }],
  ['"${"a${var.x}"}b"', { unknown: 'var.x has no value', parts: ['a', '?', 'b'] }],
  ['format("%s-%s", "a", var.x)', { unknown: 'var.x has no value', parts: ['a-', '?'] }],
  ['[1, var.x]', [1, { unknown: 'var.x has no value' }]],
  ['length([var.x])', 1],
  ['var.x ? 1 : 2', { unknown: 'var.x has no value' }],
  ['var.x ? "same" : "same"', 'same'],
  ['var.x && false', false],
  ['var.x || true', true],
  ['merge({a=var.x},{b=1})', { a: { unknown: 'var.x has no value' }, b: 1 }],
  ['contains(["a", var.x], "a")', true],
  ['contains(["a", var.x], "b")', { unknown: 'var.x has no value' }],
  ['coalesce("a", var.x)', 'a'],
  ['coalesce(null, var.x)', { unknown: 'var.x has no value' }],
  ['jsonencode({a=var.x})', { unknown: 'var.x has no value' }],
  ['jsondecode(jsonencode({a=1,b=var.x}))', { a: 1, b: { unknown: 'var.x has no value' } }],
  ['timestamp()', { unknown: 'timestamp() depends on when the plan is applied' }],
  ['aws_vpc.main.id', { unknown: 'aws_vpc.main.id is known after apply' }],
  ['aws_vpc.main.cidr_block', '10.0.0.0/16'],
  ['aws_vpc.main.tags.Name', 'main'],
  ['aws_vpc.main.timeouts[0].create', '5m'],
  ['[for v in [aws_vpc.main] : v.arn]', [{ unknown: 'aws_vpc.main.arn is known after apply' }]],
  [
    'data.aws_caller_identity.me.account_id',
    { unknown: 'data.aws_caller_identity.me.account_id is read from the provider' },
  ],
  ['try(aws_subnet.none[0].id, "no subnet")', 'no subnet'],
  ['aws_subnet.none[*].id', []],
  ['aws_subnet.many[*].cidr_block', ['10.0.0.0/24', '10.0.1.0/24']],
  ['aws_subnet.maybe[0].cidr_block', '10.1.0.0/24'],
  ['aws_subnet.maybe[*].id', { unknown: 'var.x has no value' }],
];

const SURROUNDINGS = `
variable "x" {}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "main" }
  timeouts {
    create = "5m"
  }
}
data "aws_caller_identity" "me" {}
resource "aws_subnet" "none" {
  count = 0
}
resource "aws_subnet" "many" {
  count      = 2
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}
resource "aws_subnet" "maybe" {
  count      = var.x
  cidr_block = "10.1.0.0/24"
}
`;

describe('what is not known', () => {
  test.each(UNKNOWN)('%s', (expression, expected) => {
    const module = evaluated({ 'main.tf': `${SURROUNDINGS}output "x" {\n  value = ${expression}\n}\n` });
    expect(problems(module)).toEqual([]);
    const value = module.outputs.get('x')?.value;
    expect(value && plain(value)).toEqual(expected);
  });

  test('a reference to what is known after apply keeps its identity, and known values have it too', () => {
    const module = evaluated({
      'main.tf': `${SURROUNDINGS}
locals { ids = { for k, s in aws_subnet.many : k => s.id } }
output "a" { value = local.ids["1"] }
output "b" { value = aws_vpc.main.cidr_block }`,
    });
    expect(module.outputs.get('a')?.value.reference).toEqual({
      mode: 'managed',
      address: 'aws_subnet.many[1]',
      path: ['id'],
    });
    expect(module.outputs.get('b')?.value.reference).toEqual({
      mode: 'managed',
      address: 'aws_vpc.main',
      path: ['cidr_block'],
    });
  });
});

/** Expressions that are wrong, and what is said of them. */
const WRONG: readonly (readonly [string, string])[] = [
  ['1 + "x"', 'main.tf:2:15 terraform/invalid-expression "+" needs a number, but got a string.'],
  ['[1][3]', 'main.tf:2:11 terraform/invalid-expression There is no index 3 in a tuple with length 1.'],
  ['{a=1}.b', 'main.tf:2:11 terraform/invalid-expression There is no "b" in an object.'],
  ['nosuch("x")', 'main.tf:2:11 terraform/undeclared There is no function "nosuch".'],
  ['upper()', 'main.tf:2:11 terraform/invalid-expression upper() is given 0 arguments, but takes 1.'],
  ['local.missing', 'main.tf:2:11 terraform/undeclared There is no local value "missing" in this module.'],
  ['aws_vpc.gone.id', 'main.tf:2:11 terraform/undeclared There is no aws_vpc.gone in this module.'],
  ['cidrsubnet("x", 1, 1)', 'main.tf:2:11 terraform/invalid-expression cidrsubnet(): "x" is not a network.'],
  [
    '{for x in ["a","a"] : x => 1}',
    'main.tf:2:33 terraform/invalid-expression Two elements have the same key "a".',
  ],
];

describe('what is wrong', () => {
  test.each(WRONG)('%s', (expression, expected) => {
    const module = evaluated({ 'main.tf': `output "x" {\n  value = ${expression}\n}\n` });
    expect(problems(module)).toEqual([expected]);
    expect(module.outputs.get('x')?.value.kind).toBe('unknown');
  });

  test('words of other languages are refused, and mean what they say', () => {
    const module = evaluated({ 'main.tf': 'output "x" {\n  value = False\n}\n' });
    expect(problems(module)).toEqual(['main.tf:2:11 terraform/undeclared There is no "False" here.']);
    expect(module.outputs.get('x')?.value).toMatchObject({ kind: 'bool', value: false });
  });

  test('is said once for a name, and not at all within try', () => {
    const module = evaluated({
      'main.tf':
        'locals {\n  a = local.no\n  b = local.no\n  c = try({}.x, 1)\n  d = [module.no.x, module.no.y]\n}\noutput "x" {\n  value = [local.a, local.b, local.c, local.d]\n}\n',
    });
    expect(problems(module)).toEqual([
      'main.tf:2:7 terraform/undeclared There is no local value "no" in this module.',
      'main.tf:5:8 terraform/undeclared There is no module.no in this module.',
    ]);
  });
});
