import type { Choice } from './choice.ts';

const NAMES = ['a', 'b', 'c', 'key', 'x-y', 'each_of', 'für'] as const;
const FUNCTIONS = [
  ...[
    'length',
    'concat',
    'merge',
    'join',
    'lookup',
    'flatten',
    'jsonencode',
    'jsondecode',
    'toset',
    'tolist',
  ],
  ...['tomap', 'try', 'can', 'format', 'element', 'keys', 'values', 'zipmap', 'setproduct', 'range', 'regex'],
  ...[
    'replace',
    'split',
    'substr',
    'coalesce',
    'cidrsubnet',
    'templatefile',
    'file',
    'yamldecode',
    'nonsensitive',
  ],
] as const;

/** A whole configuration by Terraform's grammar. */
export function terraform(choice: Choice): string {
  const blocks = [
    ...NAMES.slice(0, 4).map((name) => variable(choice, name)),
    `locals {\n${choice.list(5, () => attribute(choice)).join('')}}\n`,
    ...choice.list(4, (index) => resource(choice, index)),
    ...choice.list(2, (index) => `output "o${index}" {\n  value = ${expression(choice)}\n}\n`),
    ...choice.list(
      1,
      () => `module "m" {\n  source = "./m"\n  for_each = ${expression(choice)}\n${attribute(choice)}}\n`,
    ),
  ];
  return blocks.join(choice.chance(0.2) ? '/* between */\n' : '\n');
}

function variable(choice: Choice, name: string): string {
  const type = choice.of([
    'string',
    'any',
    'list(string)',
    'map(object({ a = optional(number, 1) }))',
    'tuple([bool])',
  ]);
  const fallback = choice.chance(0.7) ? `  default = ${literal(choice)}\n` : '';
  const check = choice.chance(0.3)
    ? `  validation {\n    condition = ${expression(choice)}\n    error_message = ${quoted(choice)}\n  }\n`
    : '';
  return `variable "${name}" {\n  type = ${type}\n${fallback}${check}}\n`;
}

function resource(choice: Choice, index: number): string {
  const repeat = choice.of(['', `  count = ${expression(choice)}\n`, `  for_each = ${expression(choice)}\n`]);
  const dynamic = choice.chance(0.4)
    ? `  dynamic "ingress" {\n    for_each = ${expression(choice)}\n    iterator = it\n    content {\n      from_port = it.value\n      ${attribute(choice).trim()}\n    }\n  }\n`
    : '';
  const type = choice.of([
    'aws_s3_bucket',
    'aws_security_group',
    'google_storage_bucket',
    'azurerm_storage_account',
  ]);
  const inside = choice.list(4, () => attribute(choice)).join('');
  return `resource "${type}" "r${index}" {\n${repeat}${inside}${dynamic}  nested { a = ${expression(choice)} }\n}\n`;
}

const attribute = (choice: Choice): string =>
  `  ${choice.of(NAMES)} = ${expression(choice)}${choice.of(['', ' # why', ' // why', ' /* why */'])}\n`;

export function expression(choice: Choice): string {
  const inner = (): string => expression(choice);
  return choice.make([
    () => literal(choice),
    () => reference(choice),
    () => quoted(choice),
    () => `(${inner()})`,
    () => `${choice.of(['!', '-'])}${inner()}`,
    () => `${inner()} ${choice.of(['+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||'])} ${inner()}`,
    () => `${inner()} ? ${inner()} : ${inner()}`,
    () => `[${choice.list(3, inner).join(', ')}]`,
    () => `{ ${choice.list(3, () => `${key(choice)} ${choice.of(['=', ':'])} ${inner()}`).join(', ')} }`,
    () => `[for ${choice.of(['v', 'k, v'])} in ${inner()} : ${inner()}${filter(choice)}]`,
    () => `{ for k, v in ${inner()} : ${inner()} => ${inner()}${choice.of(['', '...'])}${filter(choice)} }`,
    () =>
      `${choice.of(FUNCTIONS)}(${choice.list(3, inner).join(', ')}${choice.chance(0.1) ? `, ${inner()}...` : ''})`,
    () => `(${inner()})${steps(choice)}`,
    () => heredoc(choice),
  ]);
}

const filter = (choice: Choice): string => (choice.chance(0.3) ? ` if ${expression(choice)}` : '');

const key = (choice: Choice): string =>
  choice.of<() => string>([() => choice.of(NAMES), () => quoted(choice), () => `(${expression(choice)})`])();

function literal(choice: Choice): string {
  return choice.of([
    ...([
      'null',
      'true',
      'false',
      '0',
      '-1',
      '1.50',
      '1e3',
      '12345678901234567890',
      '""',
      '"a"',
      '"é😀"',
    ] as const),
    ...(['[]', '{}', '["a", 1, null]', '{ a = 1, "b" = [2] }', '"10.0.0.0/8"', '[[1], [2]]'] as const),
  ]);
}

function reference(choice: Choice): string {
  const root = choice.of([
    ...(['var', 'local', 'module.m', 'each', 'count', 'path', 'terraform', 'self', 'v', 'k'] as const),
    ...(['aws_s3_bucket', 'data.aws_region'] as const),
  ]);
  return `${root}.${choice.of([...NAMES, 'value', 'index', 'r0', 'r1', 'module', 'workspace'])}${steps(choice)}`;
}

const steps = (choice: Choice): string =>
  choice
    .list(3, () =>
      choice.of(['.a', '[0]', '["a"]', '[*]', '.*', '[*].b', '[var.a]', '[count.index]', '[-1]']),
    )
    .join('');

function quoted(choice: Choice): string {
  return `"${choice.list(3, () => part(choice)).join('')}"`;
}

function heredoc(choice: Choice): string {
  const lines = choice.list(4, () => `    ${part(choice)}\n`).join('');
  // A heredoc takes the rest of its line, so it stands in brackets of its own.
  return `(<<${choice.of(['', '-'])}EOT\n${lines.replaceAll('"EOT', '')}EOT\n)`;
}

function part(choice: Choice): string {
  const tilde = (): string => choice.of(['', '~']);
  return choice.make([
    () => choice.of(['a', ' b ', 'é', '😀', '$${', '%%{', '$', '%', '100%', '{}']),
    () => choice.of(['x-', '1', 'true']),
    () => `\${${tilde()} ${expression(choice)} ${tilde()}}`,
    () => `%{${tilde()} if ${expression(choice)} ${tilde()}}${part(choice)}%{ else }b%{ endif ${tilde()}}`,
    () => `%{ for k, v in ${expression(choice)} ${tilde()}}${part(choice)}%{ endfor }`,
  ]);
}
