import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseRiver } from './index.ts';

it.each(['\\"', '/*', '"'])('reads two hundred thousand of %j on one line in linear time', (piece) => {
  const started = performance.now();
  const { diagnostics } = parseRiver(sourceFile('a.alloy', `x = ${piece.repeat(200_000)}`));
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(3000);
});
