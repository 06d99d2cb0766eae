import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { memoryHost, nodeHost } from '../io/index.ts';
import { filesBelow } from './below.ts';

const folder = mkdtempSync(join(tmpdir(), 'planproof-below-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('gives the files of a folder and of those in it, ignored or not', () => {
  const host = memoryHost({
    'a/z.yaml': '',
    'a/b/c/d.yaml': '',
    'a/b.yaml': '',
    'a/.gitignore': '*\n',
    'ab.yaml': '',
  });
  expect(filesBelow(host, 'a')).toEqual(['a/.gitignore', 'a/b.yaml', 'a/b/c/d.yaml', 'a/z.yaml']);
  expect(filesBelow(host, 'missing')).toEqual([]);
});

it('claims nothing about a folder with a link in it, nor about a huge one', () => {
  mkdirSync(join(folder, 'linked/deeper'), { recursive: true });
  mkdirSync(join(folder, 'plain'));
  writeFileSync(join(folder, 'plain/a.yaml'), '');
  symlinkSync('..', join(folder, 'linked/deeper/up'));
  const host = nodeHost(folder);
  expect(filesBelow(host, 'plain')).toEqual(['plain/a.yaml']);
  for (const path of ['linked', 'linked/deeper/up', 'linked/deeper/up/plain'])
    expect(filesBelow(host, path)).toBeUndefined();
  expect(filesBelow(host, 'plain/a.yaml')).toEqual([]);
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.yaml`, '']));
  expect(filesBelow(memoryHost(many), '')).toBeUndefined();
});
