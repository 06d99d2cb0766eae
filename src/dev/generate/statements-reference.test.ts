import { describe, expect, it } from 'vitest';
import type { Rule } from '../../policy/index.ts';
import { statementsReference } from './statements-reference.ts';

const schema = {
  properties: {
    title: { description: 'x' },
    environments: {
      items: {
        properties: {
          region: {},
          zones: {},
          overrides: { properties: { logs: {} } },
        },
      },
    },
    tags: { items: {} },
  },
};

const rule = (id: string, appliesTo: readonly string[], statements?: readonly string[]): Rule =>
  ({ id, appliesTo, ...(statements && { statements }) }) as Rule;

const lines = (...rules: readonly Rule[]): readonly string[] =>
  statementsReference(schema, rules)
    .split('\n')
    .filter((line) => line.startsWith('| `') || line.startsWith('- `'));

describe('the page of statements', () => {
  it('names the rules that hold a statement, with what they judge, and those that hold what it is part of', () => {
    const rules = [
      rule('a/both', ['plan', 'stack'], ['environments[].region']),
      rule('a/list', ['stack'], ['environments[]']),
      rule('a/tags', ['plan-environment'], ['tags[]']),
    ];
    expect(lines(...rules)).toEqual([
      '| `environments[].region` | [`a/both`](../policies/rules/a/both/README.md)&nbsp;→←; as part of: [`a/list`](../policies/rules/a/list/README.md)&nbsp;← |',
      '| `environments[].zones` | as part of: [`a/list`](../policies/rules/a/list/README.md)&nbsp;← |',
      '| `tags` | [`a/tags`](../policies/rules/a/tags/README.md)&nbsp;→ |',
      '- `title`',
    ]);
  });

  it('lists what no rule holds, without what environments override', () => {
    expect(lines(rule('a/no', ['stack']))).toEqual([
      '- `title`',
      '- `environments[].region`',
      '- `environments[].zones`',
      '- `tags`',
    ]);
  });
});
