import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluated, plain, problems } from './testing/files.ts';

const NAMES = ['a', 'b', 'c', '__proto__', 'constructor'];
const name = fc.constantFrom(...NAMES);
const FUNCTIONS = [
  ...[
    'upper',
    'merge',
    'concat',
    'flatten',
    'jsonencode',
    'length',
    'lookup',
    'try',
    'can',
    'toset',
    'tomap',
    'join',
  ],
  ...[
    'keys',
    'values',
    'setproduct',
    'regex',
    'format',
    'cidrsubnet',
    'element',
    'zipmap',
    'coalesce',
    'yamlencode',
  ],
];

/** Expressions that parse, and mostly make no sense. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        '1',
        '0',
        '-2.5',
        'true',
        'null',
        '"x"',
        '"${null}"',
        '[]',
        '{}',
        'each.key',
        'count.index',
        'self.a',
      ),
      name.map((key) => `local.${key}`),
      name.map((key) => `var.${key}`),
      name.map((key) => `r.${key}.${key}`),
      name.map((key) => `module.m.${key}`),
      fc.tuple(inner, inner).map(([left, right]) => `[${left}, ${right}]`),
      fc.tuple(name, inner).map(([key, value]) => `{ ${key} = ${value} }`),
      fc
        .tuple(inner, fc.constantFrom('+', '&&', '==', '<', '%', '/'), inner)
        .map((parts) => `(${parts.join(' ')})`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(inner, inner).map(([list, value]) => `[for x in ${list} : [x, ${value}]]`),
      fc.tuple(inner, inner).map(([list, value]) => `{for k, x in ${list} : k => ${value}...}`),
      fc.tuple(inner, inner).map(([value, key]) => `(${value})[${key}]`),
      inner.map((value) => `(${value})[*].a`),
      inner.map((value) => `"p\${${value}}q"`),
      fc
        .tuple(fc.constantFrom(...FUNCTIONS), fc.array(inner, { maxLength: 3 }))
        .map(([call, args]) => `${call}(${args.join(', ')})`),
    ),
  };
});

test('whatever is written is evaluated, or unknown with a reason', () => {
  fc.assert(
    fc.property(fc.array(expression, { minLength: 5, maxLength: 5 }), expression, (values, meta) => {
      const locals = values.map((value, index) => `  ${NAMES[index] ?? 'z'} = ${value}`).join('\n');
      const module = evaluated({
        'main.tf': `variable "a" {}\nlocals {\n${locals}\n}\nresource "r" "a" {\n  count = ${meta}\n  a = local.a\n}\nresource "r" "b" {\n  for_each = ${meta}\n  b = local.b\n  dynamic "d" {\n    for_each = local.c\n    content {\n      v = d.value\n    }\n  }\n}\nmodule "m" {\n  source = "./m"\n  a = local.a\n}\noutput "o" {\n  value = [${NAMES.map((key) => `local.${key}`).join(', ')}]\n}\n`,
        'm/main.tf': 'variable "a" {}\noutput "a" {\n  value = var.a\n}\n',
      });
      const output = module.outputs.get('o')?.value;
      expect(output?.kind).toBe('tuple');
      for (const line of problems(module))
        expect(line).toMatch(/^(?:m\/)?main\.tf:\d+:\d+ terraform\/[a-z-]+ .+\.$/s);
    }),
    { numRuns: 400 },
  );
});

test('whatever overrides whatever, in either syntax, is evaluated, or unknown with a reason', () => {
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      expression.map((inner) => `\${${inner}}`),
      fc.constantFrom<unknown>(null, true, 1, '', '${', 'local.a', '%{ if true }x'),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('dynamic', 'd', 'content', 'for_each', '//', '__proto__'), tie('value'), {
        maxKeys: 3,
      }),
    ),
  })).value;
  const body = fc.dictionary(
    fc.constantFrom(
      'count',
      'for_each',
      'a',
      'd',
      'dynamic',
      'lifecycle',
      'provider',
      'depends_on',
      'source',
    ),
    value,
    { maxKeys: 4 },
  );
  const configuration = fc.record(
    {
      locals: fc.oneof(body, value),
      resource: fc.oneof(
        fc.dictionary(fc.constantFrom('r', 's'), fc.dictionary(name, body, { maxKeys: 2 }), { maxKeys: 2 }),
        value,
      ),
      variable: fc.dictionary(name, body, { maxKeys: 2 }),
      module: fc.dictionary(fc.constantFrom('m', 'n'), body, { maxKeys: 2 }),
      terraform: fc.oneof(body, value),
      output: fc.dictionary(fc.constantFrom('o'), body, { maxKeys: 1 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(configuration, configuration, body, (base, over, values) => {
      const module = evaluated({
        'main.tf.json': JSON.stringify(base),
        'x_override.tf.json': JSON.stringify(over),
        'override.tf':
          'resource "r" "a" {\n  dynamic "d" {\n    for_each = [1]\n    content {}\n  }\n}\nlocals {\n  a = 1\n}\n',
        'terraform.tfvars.json': JSON.stringify(values),
      });
      for (const line of problems(module))
        expect(line).toMatch(/^[a-z._]+:\d+:\d+ terraform\/[a-z-]+ .+\.$/s);
    }),
    { numRuns: 150 },
  );
});

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

describe('what would take all time or memory is cut, and the rest is there', () => {
  const cases: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
    [
      'lists that double',
      {
        'main.tf': `locals {\n  v0 = ["x"]\n${lines(60, (i) => `  v${String(i + 1)} = [local.v${String(i)}, local.v${String(i)}]`)}\n  end = jsonencode(local.v60)\n}\n`,
      },
    ],
    [
      'lists that double in equality',
      {
        'main.tf': `locals {\n  v0 = ["x"]\n  w0 = ["x"]\n${lines(60, (i) => `  v${String(i + 1)} = [local.v${String(i)}, local.v${String(i)}]\n  w${String(i + 1)} = [local.w${String(i)}, local.w${String(i)}]`)}\n  end = local.v60 == local.w60\n}\n`,
      },
    ],
    [
      'strings that double',
      {
        'main.tf': `locals {\n  v0 = "xxxxxxxxxx"\n${lines(60, (i) => `  v${String(i + 1)} = "\${local.v${String(i)}}\${local.v${String(i)}}"`)}\n  end = local.v60\n}\n`,
      },
    ],
    [
      'unknown strings that double',
      {
        'main.tf': `variable "x" {}\nlocals {\n  v0 = "a\${var.x}"\n${lines(60, (i) => `  v${String(i + 1)} = "\${local.v${String(i)}}\${local.v${String(i)}}"`)}\n  end = local.v60\n}\n`,
      },
    ],
    [
      'concatenations that double',
      {
        'main.tf': `locals {\n  v0 = ["x"]\n${lines(60, (i) => `  v${String(i + 1)} = concat(local.v${String(i)}, local.v${String(i)})`)}\n  end = local.v60\n}\n`,
      },
    ],
    [
      'loops within loops',
      {
        'main.tf':
          'locals {\n  r   = range(1000)\n  end = [for a in local.r : [for b in local.r : [for c in local.r : [for d in local.r : a]]]]\n}\n',
      },
    ],
    [
      'products',
      { 'main.tf': 'locals {\n  r   = range(1000)\n  end = setproduct(local.r, local.r, local.r)\n}\n' },
    ],
    [
      'thousands of locals in a row',
      {
        'main.tf': `locals {\n  v0 = 1\n${lines(5000, (i) => `  v${String(i + 1)} = local.v${String(i)}`)}\n  end = local.v5000\n}\n`,
      },
    ],
    [
      'a large count',
      {
        'main.tf':
          'locals {\n  end = r.x[*].v\n}\nresource "r" "x" {\n  count = 1000000000\n  v = r.y[count.index].v\n}\nresource "r" "y" {\n  count = 1000000000\n  v = 1\n}\n',
      },
    ],
    [
      'modules that double',
      {
        'main.tf': 'module "a" {\n  source = "./m0"\n}\nlocals {\n  end = [module.a.x]\n}\n',
        ...Object.fromEntries(
          Array.from({ length: 30 }, (_, i) => [
            `m${String(i)}/main.tf`,
            `${['a', 'b'].map((call) => `module "${call}" {\n  source = "../m${String(i + 1)}"\n}`).join('\n')}\noutput "x" {\n  value = 1\n}\n`,
          ]),
        ),
        'm30/main.tf': 'output "x" {\n  value = 1\n}\n',
      },
    ],
    [
      'a pattern that backtracks',
      { 'main.tf': `locals {\n  end = regexall("(.*)*(.*)*(.*)*$", "${'a'.repeat(3000)}")\n}\n` },
    ],
    [
      'a template that includes itself',
      { 'main.tf': 'locals {\n  end = templatefile("t", {})\n}\n', t: 'x${templatefile("t", {})}' },
    ],
    [
      'numbers that are squared again and again',
      {
        'main.tf': `locals {\n  v0 = 7.3\n${lines(60, (i) => `  v${String(i + 1)} = local.v${String(i)} * local.v${String(i)}`)}\n  end = local.v60 / 3\n}\n`,
      },
    ],
    [
      'types that double in a condition',
      {
        'main.tf': `locals {\n  v0 = ["x"]\n  w0 = [1, "y"]\n${lines(60, (i) => `  v${String(i + 1)} = [local.v${String(i)}, local.w${String(i)}]\n  w${String(i + 1)} = [local.w${String(i)}, local.v${String(i)}, 1]`)}\n  end = [for x in range(10) : x > 4 ? local.v60 : local.w60]\n}\n`,
      },
    ],
    [
      'sets of what doubles',
      {
        'main.tf': `locals {\n  v0 = ["x"]\n  w0 = ["y"]\n${lines(60, (i) => `  v${String(i + 1)} = [local.v${String(i)}, local.w${String(i)}]\n  w${String(i + 1)} = [local.w${String(i)}, local.v${String(i)}]`)}\n  end = toset([local.v60, local.w60, local.v60, local.w60])\n}\n`,
      },
    ],
    ['wide format', { 'main.tf': 'locals {\n  end = format("%999999999s", "x")\n}\n' }],
  ];

  test.each(cases)('%s', (_, files) => {
    const before = process.cpuUsage();
    const module = evaluated({
      ...files,
      'z.tf': 'output "end" {\n  value = local.end\n}\noutput "other" {\n  value = 1\n}\n',
    });
    const { user } = process.cpuUsage(before);
    expect(module.outputs.get('end')?.value.at.file.path).toBe('main.tf');
    expect(plain(module.outputs.get('other')!.value)).toBe(1);
    expect(user / 1e6).toBeLessThan(20);
  });
});

test.each(['"${v}${v}${v}"', 'format("%s%s%s", v, v, v)'])(
  'parts of what is not known have no parts in turn, however often it repeats itself: %s',
  (repeat) => {
    const module = evaluated({
      'main.tf': `variable "x" {}\nlocals {\n  v0 = "a\${var.x}"\n${lines(20, (i) => `  v${String(i + 1)} = ${repeat.replaceAll('v', `local.v${String(i)}`)}`)}\n}\noutput "o" {\n  value = [${lines(21, (i) => `local.v${String(i)},`)}]\n}\n`,
    });
    const output = module.outputs.get('o')?.value;
    const values = output && 'items' in output ? output.items : [];
    expect(values).toHaveLength(21);
    for (const value of values) {
      const parts = value.kind === 'unknown' ? (value.parts ?? []) : [];
      expect(parts.filter((part) => typeof part !== 'string' && part.parts)).toEqual([]);
      expect(parts.length).toBeLessThan(1001);
    }
  },
);
