import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { screen, subjectsOf } from './testing/screen.ts';

const samples = join(import.meta.dirname, 'samples');

it.each(readdirSync(samples))('gives all subjects of the sample %s, with their places', async (name) => {
  const root = join(samples, name);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = Object.fromEntries(files.map((path) => [relative(root, path), readFileSync(path, 'utf8')]));
  await expect(screen(await subjectsOf(texts))).toMatchFileSnapshot(join(root, 'expected.txt'));
});
