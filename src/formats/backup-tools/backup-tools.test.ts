import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `backup/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

test.each([
  ['profiles of the second version', 'version: "2"\nprofiles: { a: { repository: x, backup: {} } }', true],
  ['a Compose file', 'version: "2"\nservices: { a: { image: x } }', false],
  ['a list of repositories', 'repositories: [a]', false],
  ['an object of the API', 'apiVersion: v1\nkind: x\nrepositories: [a]\nsource_directories: [b]', false],
])('of %s', (_, text, expected) => {
  expect(detects(format, text)).toBe(expected);
});

it('never throws, whatever stands where', async () => {
  const keys = [
    'version',
    'repositories',
    'source_directories',
    'base',
    'backup',
    'retention',
    'inherit',
    'schedule',
    'repository',
    '__proto__',
  ];
  const value = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()),
    fc.constantFrom('1', '2', 'base'),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), value), async (rest) => {
      await expect(readTexts(format, { 'a.yaml': JSON.stringify(rest) })).resolves.toBeDefined();
    }),
  );
});
