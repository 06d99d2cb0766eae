import { sourceFile } from '../../../source/index.ts';
import { parseHcl } from '../parse.ts';
import type { Expression, HclBody, TemplatePart } from '../tree.ts';

/** An expression as a list in parentheses, operators first. */
// eslint-disable-next-line complexity -- one case for each kind of expression
export function show(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'bool':
      return String(expression.value);
    case 'null':
      return 'null';
    case 'string':
      return JSON.stringify(expression.value);
    case 'template':
      return `(template ${expression.parts.map(showPart).join(' ')})`;
    case 'wrap':
      return `(wrap ${show(expression.expression)})`;
    case 'reference':
      return `${expression.root}${showSteps(expression.steps)}`;
    case 'traversal':
      return `(${show(expression.source)} ${showSteps(expression.steps)})`;
    case 'index':
      return `(index ${show(expression.collection)} ${show(expression.key)})`;
    case 'splat':
      return `(splat ${show(expression.source)} ${show(expression.each)})`;
    case 'splat-item':
      return '_';
    case 'call':
      return `(${expression.name}${expression.arguments.map((argument) => ` ${show(argument)}`).join('')}${expression.expandFinal ? '...' : ''})`;
    case 'unary':
      return `(${expression.operator} ${show(expression.operand)})`;
    case 'binary':
      return `(${expression.operator} ${show(expression.left)} ${show(expression.right)})`;
    case 'conditional':
      return `(? ${show(expression.condition)} ${show(expression.then)} ${show(expression.otherwise)})`;
    case 'parentheses':
      return `(paren ${show(expression.expression)})`;
    case 'tuple':
      return `[${expression.items.map(show).join(' ')}]`;
    case 'object':
      return `{${expression.items.map((item) => `${item.name ?? show(item.key)}=${show(item.value)}`).join(' ')}}`;
    case 'for': {
      const { keyVariable, valueVariable, collection, key, value, grouping, condition } = expression;
      const head = `for ${keyVariable === undefined ? '' : `${keyVariable},`}${valueVariable} ${show(collection)}`;
      return `(${head} ${key ? `${show(key)}=>` : ''}${show(value)}${grouping ? '...' : ''}${condition ? ` if ${show(condition)}` : ''})`;
    }
    case 'invalid':
      return 'INVALID';
  }
}

function showSteps(steps: readonly { readonly kind: string; readonly key: string | number }[]): string {
  return steps
    .map(({ kind, key }) => (kind === 'attribute' ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join('');
}

function showPart(part: TemplatePart): string {
  if (part.kind === 'text') return JSON.stringify(part.value);
  if (part.kind === 'interpolation') return show(part.expression);
  if (part.kind === 'if') {
    return `(if ${show(part.condition)} [${part.then.map(showPart).join(' ')}] [${part.otherwise.map(showPart).join(' ')}])`;
  }
  return `(for ${part.keyVariable === undefined ? '' : `${part.keyVariable},`}${part.valueVariable} ${show(part.collection)} [${part.body.map(showPart).join(' ')}])`;
}

function outline(body: HclBody): unknown[] {
  return [
    ...body.attributes.map(({ name, value }) => `${name} = ${show(value)}`),
    ...body.blocks.map((block) => [
      [block.type, ...block.labels.map(({ value }) => value)].join(' '),
      ...outline(block.body),
    ]),
  ];
}

/** A file's outline and its problems, as text. */
export function parse(text: string): { readonly outline: unknown[]; readonly problems: readonly string[] } {
  const file = sourceFile('a.tf', text);
  const { body, diagnostics } = parseHcl(file);
  return {
    outline: outline(body),
    problems: diagnostics.map(({ code, message, location }) => {
      const { line, column } = file.positionAt(location?.span.start ?? -1);
      return `${line}:${column} ${code} ${message}`;
    }),
  };
}
