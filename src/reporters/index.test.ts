import { expect, test } from 'vitest';
import { reporters } from './index.ts';
import { drifted } from './testing/webshop.ts';

test.each(reporters)('the table says of $id what the reporter itself says', async (entry) => {
  const { id, title, extension } = await entry.load();
  expect({ id, title, extension }).toEqual({ id: entry.id, title: entry.title, extension: entry.extension });
});

test.each(reporters)('$id ends its text with one line end', async (entry) => {
  const text = (await entry.load()).render(drifted, { color: false, width: 100 });
  expect(text).toMatch(/[^\n]\n$/);
});
