import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFile } from '../../../src/source/index.ts';
import { type Expression, type HclBody, parseHcl } from '../../../src/syntax/hcl/index.ts';

export interface Written {
  readonly text: string;
  readonly expression: Expression;
}

/** Attributes that hold types or names instead of values. */
const NO_VALUES: readonly string[] = [
  'depends_on',
  'ignore_changes',
  'provider',
  'providers',
  'replace_triggered_by',
  'configuration_aliases',
];

/** Every different expression that stands in the configurations below a folder, in the order of their paths. */
export function expressionsBelow(folder: string): readonly Written[] {
  const found = new Map<string, Written>();
  for (const path of configurations(folder)) {
    const text = readFileSync(path, 'utf8');
    for (const expression of valuesOf(parseHcl(sourceFile(path, text)).body)) {
      if (['string', 'number', 'bool', 'null', 'invalid'].includes(expression.kind)) continue;
      const written = text.slice(expression.start, expression.end);
      if (!found.has(written)) found.set(written, { text: written, expression });
    }
  }
  return [...found.values()];
}

function configurations(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : configurations(path);
      return /\.(?:tf|tofu|tfvars)$/.test(entry.name) ? [path] : [];
    });
}

function valuesOf(body: HclBody, inVariable = false): readonly Expression[] {
  return [
    ...body.attributes
      .filter(({ name }) => !NO_VALUES.includes(name) && !(inVariable && name === 'type'))
      .map(({ value }) => value),
    ...body.blocks.flatMap((block) => valuesOf(block.body, block.type === 'variable')),
  ];
}
