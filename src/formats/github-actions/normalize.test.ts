import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFolder } from '../../../test/support/read-samples.ts';
import { screen, subjectsOf } from './testing/screen.ts';

const samples = join(import.meta.dirname, 'samples');

it.each(readdirSync(samples))('gives all subjects of the sample %s, with their places', async (name) => {
  const root = join(samples, name);
  await expect(screen(await subjectsOf(readFolder(root)))).toMatchFileSnapshot(join(root, 'expected.txt'));
});
