import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printSubjects } from '../../../test/support/facts.ts';
import { purposeOf } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { parseRiver } from '../../syntax/hcl/index.ts';
import type { Normalized } from '../format.ts';
import { format } from './index.ts';

async function read(texts: Readonly<Record<string, string>>): Promise<Normalized> {
  const documents = Object.entries(texts).map(([path, text]) => parseRiver(sourceFile(path, text)));
  expect(documents.every((document) => format.detect(document))).toBe(true);
  return await format.normalize(documents, {
    environmentOf: purposeOf,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => undefined,
  });
}

it('gives the whole answer for a file, and reads all of it', async () => {
  const folder = `${import.meta.dirname}/samples`;
  const text = readFileSync(`${folder}/shop.alloy`, 'utf8');
  expect(parseRiver(sourceFile('shop.alloy', text)).diagnostics).toEqual([]);
  const { subjects } = await read({ 'production/shop.alloy': text });
  await expect(`${printSubjects(subjects)}\n`).toMatchFileSnapshot(`${folder}/shop.expected.txt`);
});

it('takes files of a folder together', async () => {
  const source = 'loki.source.file "a" {\n  forward_to = [loki.write.b.receiver]\n}\n';
  const sink = 'loki.write "b" {\n  endpoint { url = "https://x" }\n}\n';
  const undefinedIn = async (texts: Readonly<Record<string, string>>): Promise<readonly unknown[]> =>
    (await read(texts)).subjects.flatMap((one) =>
      one.kind === 'telemetry-collector' ? one.facts.undefinedNames.map(({ value }) => value) : [],
    );
  expect(await undefinedIn({ 'a/in.alloy': source, 'a/out.alloy': sink })).toEqual([]);
  expect(await undefinedIn({ 'a/in.alloy': source, 'b/out.alloy': sink })).toEqual([
    'component loki.write.b, which nothing defines',
  ]);
});

it('leaves other files to others', () => {
  expect(format.detect(parseRiver(sourceFile('main.tf', 'a "b" {}')))).toBe(false);
});

it('never throws, whatever is written', async () => {
  const piece = fc.constantFrom('loki.write "a" {', '}', 'a = ', 'b.c.d', '`', '"', '${', '//', '\n', 'f.g(');
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async (pieces) => {
      const { subjects } = await read({ 'a.alloy': pieces.join('') });
      expect(subjects.length).toBeGreaterThanOrEqual(0);
    }),
  );
});
