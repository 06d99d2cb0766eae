import { expect, it } from 'vitest';
import { discoverAll } from '../../../test/support/discover.ts';
import { memoryHost } from '../../io/index.ts';
import { normalizeAll } from '../../run/normalize.ts';
import type { Rule } from '../../policy/index.ts';

/** A rule that wants every resource, and is never run. */
const EVERYTHING = { appliesTo: ['resource'], uses: [] } as unknown as Rule;

/** The resources as they are, by their addresses. */
async function resources(text: string): Promise<readonly unknown[]> {
  const host = memoryHost({ 'main.tf': text });
  const { subjects, diagnostics } = await normalizeAll(
    host,
    await discoverAll(host),
    undefined,
    [EVERYTHING],
    {},
  );
  expect(diagnostics.filter(({ code }) => code === 'io/format-failed')).toEqual([]);
  return subjects.flatMap((subject) => (subject.kind === 'resource' ? [subject.facts.native.plain] : []));
}

it('a resource that refers to itself is told once, and then that it does', async () => {
  const again = { unknown: 'aws_s3_bucket.r refers to itself' };
  expect(await resources('resource "aws_s3_bucket" "r" {\n  tags = self\n}\n')).toEqual([
    { tags: { tags: again } },
  ]);
  expect(await resources('resource "aws_s3_bucket" "r" {\n  x = [{ a = aws_s3_bucket.r }]\n}\n')).toEqual([
    { x: [{ a: { x: [{ a: again }] } }] },
  ]);
});

it('two that refer to each other end, too', async () => {
  const text = `
resource "aws_s3_bucket" "r" {
  other = aws_s3_bucket.s
}
resource "aws_s3_bucket" "s" {
  other = aws_s3_bucket.r
}
`;
  expect(JSON.stringify(await resources(text)).length).toBeLessThan(1000);
});
