import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluated } from './evaluated.ts';

interface Recording {
  readonly terraform: string;
  /** Expressions that come to something else here, by why they do. */
  readonly differences: Readonly<Record<string, readonly string[]>>;
  /** Each expression with what `try(jsonencode(expression), "ERR")` came to. */
  readonly results: readonly (readonly [expression: string, result: string])[];
}

const { terraform, results, differences } = JSON.parse(
  readFileSync(new URL('recorded.json', import.meta.url), 'utf8'),
) as Recording;

test(`expressions come to what they come to in Terraform ${terraform}, but for the differences that are named`, () => {
  const named = new Set(Object.values(differences).flat());
  const wrong = results.filter(
    ([expression, result]) => (evaluated(expression) === result) === named.has(expression),
  );
  expect(wrong).toEqual([]);
  expect(named.size).toBeLessThan(results.length / 50);
});
