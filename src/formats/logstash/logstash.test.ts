import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printSubjects } from '../../../test/support/facts.ts';
import { purposeOf } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { confSyntax } from '../../syntax/data/index.ts';
import { parseLogstash } from '../../syntax/logstash/index.ts';
import type { Normalized } from '../format.ts';
import { format } from './index.ts';

async function read(path: string, text: string): Promise<Normalized> {
  const { documents } = parseLogstash(sourceFile(path, text));
  return await format.normalize(
    documents.filter((document) => format.detect(document)),
    {
      environmentOf: purposeOf,
      readText: () => undefined,
      exists: () => false,
      filesBelow: () => undefined,
    },
  );
}

it('gives the whole answer for a pipeline, and reads all of it', async () => {
  const folder = `${import.meta.dirname}/samples`;
  const text = readFileSync(`${folder}/shop.conf`, 'utf8');
  expect(parseLogstash(sourceFile('shop.conf', text)).diagnostics).toEqual([]);
  const { subjects } = await read('production/shop.conf', text);
  await expect(`${printSubjects(subjects)}\n`).toMatchFileSnapshot(`${folder}/shop.expected.txt`);
});

describe('recognition', () => {
  it.each([
    ['a pipeline', 'input {\n  beats { port => 5044 }\n}\n', 'logstash'],
    ['a part of one', '# b\noutput { stdout { codec => x } }', 'logstash'],
    ['something else in braces', 'http {\n  server { listen 80; }\n}', undefined],
    ['a section without plugins', 'input { }', undefined],
  ])('of %s', (_, text, expected) => {
    expect(confSyntax(text)).toBe(expected);
  });
});

it('says what is none', () => {
  const { diagnostics } = parseLogstash(sourceFile('a.conf', 'input { beats { port 5044 } }\nserver { }'));
  expect(diagnostics.map(({ message }) => message).slice(0, 2)).toEqual([
    'Expected => behind port.',
    'Expected => behind 5044.',
  ]);
});

it('never throws, whatever is written', async () => {
  const piece = fc.constantFrom(
    'input {',
    '}',
    'a',
    '=>',
    '[',
    ']',
    '"',
    "'x'",
    'if',
    '{',
    ',',
    '#',
    '\n',
    '__proto__',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async (pieces) => {
      const { subjects } = await read('a.conf', pieces.join(' '));
      expect(subjects.length).toBeGreaterThan(0);
    }),
  );
  expect((await read('a.conf', `input { a { b => ${'['.repeat(50_000)}`)).subjects.length).toBeGreaterThan(0);
  expect((await read('a.conf', `input { ${'if [a] { '.repeat(50_000)}`)).subjects.length).toBeGreaterThan(0);
});
