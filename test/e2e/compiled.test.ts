import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, planproofIn, type Screen } from '../support/cli.ts';

const TERRAFORM = { 'main.tf': 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n' };

const run = (cwd: string, disable?: '1'): Screen =>
  planproofIn(
    { cwd, environment: { XDG_CACHE_HOME: join(cwd, '.c'), NODE_DISABLE_COMPILE_CACHE: disable } },
    'check',
    'main.tf',
    '--exit-zero',
  );

test('the compiled program is kept, and says the same from there, whatever becomes of what is kept', () => {
  const cwd = folderOf(TERRAFORM);
  const plain = run(cwd, '1');
  expect(plain.code).toBe(0);
  expect(() => readdirSync(join(cwd, '.c'))).toThrow('ENOENT');

  expect(run(cwd)).toEqual(plain);
  const kept = readdirSync(join(cwd, '.c/planproof'));
  expect(kept.length).toBeGreaterThan(5);
  expect(run(cwd)).toEqual(plain);
  expect(readdirSync(join(cwd, '.c/planproof'))).toEqual(kept);

  for (const name of kept) truncateSync(join(cwd, '.c/planproof', name), 100);
  expect(run(cwd)).toEqual(plain);
});

test('what only other formats need is not loaded', () => {
  const cwd = folderOf({ 'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: shop }\n' });
  planproofIn(
    { cwd, environment: { XDG_CACHE_HOME: join(cwd, '.c'), NODE_DISABLE_COMPILE_CACHE: undefined } },
    'check',
    'pod.yaml',
  );
  const kept = readdirSync(join(cwd, '.c/planproof')).map((name) => name.replace(/-.*/, ''));
  expect(kept).toContain('yaml');
  expect(kept).not.toEqual(expect.arrayContaining(['cloud']));
  expect(kept).not.toEqual(expect.arrayContaining(['delivery']));
});
