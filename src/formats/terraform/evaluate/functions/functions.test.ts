import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluated, plain, problems } from '../testing/files.ts';

/** Expressions, and what `try(jsonencode(expression), "ERR")` came to in Terraform 1.11.4. */
const RECORDED = JSON.parse(
  readFileSync(new URL('recorded.json', import.meta.url), 'utf8'),
) as readonly (readonly [expression: string, result: string])[];

/** Where we differ from that version, and why. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([
  ['element(["a","b","c"], -1)', 'later versions count from the end'],
  ['can(1/0)', 'there is no infinity'],
  ['yamldecode("a: 1")', 'the sources of this test decode no YAML'],
  ['yamldecode("[1, a, {b: c}]")', 'the sources of this test decode no YAML'],
]);

function result(expression: string): unknown {
  const { outputs } = evaluated({
    'main.tf': `output "x" {\n  value = try(jsonencode(${expression}), "ERR")\n}\n`,
  });
  const value = outputs.get('x')?.value;
  return value && plain(value);
}

describe('functions give what Terraform gives', () => {
  test.each(RECORDED.filter(([expression]) => !DIFFERENT.has(expression)))('%s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });

  test.each([...DIFFERENT])('%s differs: %s', (expression) => {
    const recorded = RECORDED.find(([other]) => other === expression);
    expect(recorded).toBeDefined();
    expect(result(expression)).not.toBe(recorded?.[1]);
  });
});

/** Expressions, and what they come to in HashiCorp's libraries: classes in which we were wrong once. */
const MENDED: readonly (readonly [expression: string, json: string])[] = [
  ['true || tolist(["a"])', 'ERR'],
  ['false && {}', 'ERR'],
  ['false && tobool("x")', 'false'],
  ['true && tobool(null)', 'false'],
  ['[for v in [] : v if "text"]', 'ERR'],
  ['[for v in [] : v if v.on]', '[]'],
  ['regexall("x*", "axb")', '["","x",""]'],
  ['coalescelist([1], "a")', 'ERR'],
  ['coalescelist(true ? null : ["b"], ["a"])', '["a"]'],
  ['parseint(3, 5)', 'ERR'],
  ['1.25 + log(0.5, 100)', '1.099485002168009428746842104374081827700138092041015625'],
  ['abs(log(3, 7))', '0.5645750340535796'],
  ['pow(7, 1.5)', '18.520259177452136'],
  ['pow(-0, 1.5)', '0'],
  ['log(1.25, 3) % 1.25', '0.20311401357501233'],
  ['-0 % 1.5', '-0'],
  ['max(12345678901234567890 + 1, 12345678901234567890 + 3)', '12345678901234567893'],
  ['format("%5s|%-3s|%.1s", "😀", "é", "👍🏽x")', '"    😀|é  |👍🏽"'],
  ['setsubtract([null], [[1]])', 'ERR'],
  ['[for v in [] : v if contains(3, v)]', '[]'],
  ['format("%+d", 12345678901234567890)', '"+12345678901234567890"'],
  ['merge(tomap({ a = 1 }), tomap({ b = "x" }))', '{"a":1,"b":"x"}'],
  ['setproduct(["a", "a"], toset(["p"]))', '[["a","p"]]'],
  ['substr("abc", -1, 0)', '"c"'],
  ['title("😀text a-b")', '"😀text A-B"'],
  ['true ? 1 : ([] ? "a" : "b")', '"1"'],
  ['true ? { a = 1 } : { for v in ["x", "x"] : v => true }', 'ERR'],
  ['true ? {} : [1][*].a', 'ERR'],
  ['tobool(true ? null : [])', 'ERR'],
  ['true ? keys({ a = 1 }) : [[], null]', 'ERR'],
  ['compact([])[*].a', 'ERR'],
  ['(true ? null : tolist([]))[*]', 'ERR'],
  ['true ? tomap({ a = 1 }) : { b = null, c = true }', 'ERR'],
];

test.each(MENDED)('%s', (expression, expected) => {
  expect(result(expression)).toBe(expected);
});

describe('files', () => {
  const files = {
    'greeting.tftpl': 'Hello ${name}!\n%{ for p in ports ~}\nport ${p}\n%{ endfor ~}\n',
    'users.json': '{"admins":["ada"]}',
    'modules/a/main.tf': 'output "text" {\n  value = file("${path.module}/note.txt")\n}\n',
    'modules/a/note.txt': 'note',
  };
  const cases: readonly (readonly [string, unknown])[] = [
    ['templatefile("greeting.tftpl", { name = "Ada", ports = [1, 2] })', 'Hello Ada!\nport 1\nport 2\n'],
    [
      'templatefile("greeting.tftpl", { name = var.x, ports = [] })',
      { unknown: 'var.x has no value', parts: ['Hello ', '?', '!\n'] },
    ],
    ['jsondecode(file("users.json")).admins[0]', 'ada'],
    ['fileexists("users.json")', true],
    ['fileset("", "**/*.t{f,xt}")', ['main.tf', 'modules/a/main.tf', 'modules/a/note.txt']],
    ['module.a.text', 'note'],
    ['file("../outside")', { failure: '../outside is outside of the root' }],
    ['file("/etc/passwd")', { failure: '/etc/passwd is outside of the root' }],
    ['filebase64sha256("lambda.zip")', { failure: 'the file lambda.zip cannot be read' }],
    ['try(file("absent"), "fallback")', 'fallback'],
  ];

  test.each(cases)('%s', (expression, expected) => {
    const module = evaluated({
      ...files,
      'main.tf': `variable "x" {}\nmodule "a" {\n  source = "./modules/a"\n}\noutput "x" {\n  value = ${expression}\n}\n`,
    });
    const value = module.outputs.get('x')?.value;
    expect(value && plain(value)).toEqual(expected);
    expect(problems(module)).toEqual([]);
  });
});

test('a pattern that would backtrack for long is refused at once', () => {
  const text = `${'a'.repeat(5000)}b`;
  const module = evaluated({ 'main.tf': `output "x" {\n  value = regex("(a+)+$", "${text}")\n}\n` });
  const value = module.outputs.get('x')?.value;
  expect(value && plain(value)).toEqual({ failure: 'the pattern may take too long on this text' });
});

test.each([
  ['the ends of lines', `chomp("${'\\n'.repeat(100_000)}a")`],
  ['a long pattern', `regexall("${'[ '.repeat(100_000)}", "a")`],
])('%s take no longer than they should', (_, expression) => {
  const before = process.cpuUsage();
  evaluated({ 'main.tf': `output "x" {\n  value = ${expression}\n}\n` });
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
});
