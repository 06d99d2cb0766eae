import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { printSubjects } from '../../../test/support/facts.ts';
import { sourceFile } from '../../source/index.ts';
import { parseDockerfile } from '../../syntax/dockerfile/index.ts';
import { purposeOf, type Subject } from '../../model/index.ts';
import { format } from './index.ts';

async function subjectsOf(text: string): Promise<readonly Subject[]> {
  const { subjects } = await format.normalize([parseDockerfile(sourceFile('shop/Dockerfile', text))], {
    environmentOf: purposeOf,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => undefined,
  });
  return subjects;
}

it('gives the whole answer for a sample', async () => {
  const text = readFileSync(`${import.meta.dirname}/samples/shop.Dockerfile`, 'utf8');
  await expect(printSubjects(await subjectsOf(text))).toMatchFileSnapshot('samples/shop.expected.txt');
});

it.each([
  ['FROM debian:13', true],
  ['FROM docker.io/library/python:3.14-slim@sha256:abc', true],
  ['FROM registry.example/python:3.14', 'unknown'],
  ['FROM nginxinc/nginx-unprivileged:1.29', false],
  ['FROM scratch', true],
  ['FROM a\nUSER root:root', true],
  ['FROM a\nUSER 0', true],
  ['FROM a\nUSER 1000:0', false],
  ['FROM a\nARG WHO=root\nUSER $WHO', true],
  ['FROM a\nARG WHO\nUSER $WHO', 'unknown'],
  ['ARG WHO=shop\nFROM a\nARG WHO\nUSER ${WHO}', false],
  ['FROM a AS b\nENV WHO=shop\nUSER root\nFROM b\nUSER $WHO', false],
  ['FROM a AS b\nUSER shop\nFROM B', false],
  ['FROM a AS b\nUSER shop\nFROM debian:13', true],
])('%j runs as root: %s', async (text, expected) => {
  const [build] = await subjectsOf(text);
  const root = build?.kind === 'image-build' ? build.facts.root.value : undefined;
  expect(typeof root === 'object' ? 'unknown' : root).toBe(expected);
});

it('is not slowed down by stages that go on from each other', async () => {
  const stages = Array.from({ length: 3000 }, (_, i) => `FROM s${i} AS s${i + 1}\nENV A=$A B=$B`).join('\n');
  const start = performance.now();
  await subjectsOf(`FROM a AS s0\nENV A=x\n${stages}\nUSER $A`);
  expect(performance.now() - start).toBeLessThan(5000);
});
