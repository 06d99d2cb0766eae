import { expect, it } from 'vitest';
import { sourceFile } from '../source/index.ts';
import { givenBelow, givenSecrets, type Given, type GivenNode } from './given.ts';

const file = sourceFile('ci.yml', '');

function secrets(given: readonly (readonly [name: string, text: string])[]): string[] {
  const all = given.map(([name, text], start): Given => ({
    name,
    text,
    at: { file, span: { start, end: start } },
  }));
  return givenSecrets(all, 'gitlab-ci', /\$/).map(
    ({ name, facts }) => `${name}: ${facts.literal.value === true ? 'literal' : 'filled in'}`,
  );
}

it.each<[name: string, text: string, expected: string[]]>([
  ['DB_PASSWORD', 'kX9vQz27Lm4pWt8R', ['DB_PASSWORD in ci.yml: literal']],
  ['DB_PASSWORD', '$VAULT_PASSWORD', ['DB_PASSWORD in ci.yml: filled in']],
  ['DB_PASSWORD', 'short', []],
  ['DB_PASSWORD', 'db-password-value', []],
  ['DB_PASSWORD', 'changeme-please', []],
  ['DB_NAME', 'kX9vQz27Lm4pWt8R', []],
  ['POSTGRES_PASSWORD', 'kX9vQz27Lm4pWt8R', []],
  ['APP_TEST_PASSWORD', 'kX9vQz27Lm4pWt8R', []],
])('%s given %s', (name, text, expected) => {
  expect(secrets([[name, text]])).toEqual(expected);
});

it('takes the password of a database beside the job for none where the job gives it on', () => {
  expect(
    secrets([
      ['DB_PASSWORD', 'kX9vQz27Lm4pWt8R'],
      ['MYSQL_ROOT_PASSWORD', 'kX9vQz27Lm4pWt8R'],
    ]),
  ).toEqual([]);
});

it('looks at a list of a million entries without being slowed down', () => {
  const at = { file, span: { start: 0, end: 0 } };
  const leaf: GivenNode = {
    written: 'x',
    at,
    isMap: false,
    get: () => leaf,
    items: () => [],
    entries: () => [],
  };
  const list: GivenNode = { ...leaf, items: () => Array.from({ length: 1_000_000 }, () => leaf) };
  const root: GivenNode = { ...leaf, isMap: true, entries: () => [['env', list]] };
  expect(givenBelow(root, new Set(['variables']))).toEqual([]);
});
