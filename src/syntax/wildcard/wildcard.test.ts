import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fits, fitsText } from './index.ts';

it.each([
  ['', '', true],
  ['*', '', true],
  ['a*c', 'abbc', true],
  ['a*c', 'abcb', false],
  ['*ab*ab', 'abaab', true],
  ['a*ab', 'ab', false],
  ['a?c', 'abc', false],
  ['a.c', 'abc', false],
])('%s and %s: %s', (pattern, text, answer) => {
  expect(fitsText(pattern, text)).toBe(answer);
});

it('takes the sign for any one where there is one', () => {
  expect(fitsText('a?c', 'abc', '?')).toBe(true);
  expect(fitsText('a?', 'a', '?')).toBe(false);
});

it('fits what a regular expression does', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 }),
      (pattern, text) => {
        expect(fitsText(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));
      },
    ),
  );
});

it('fits lists of names, a star being any number of them', () => {
  const on = (pattern: string, path: string): boolean =>
    fits(pattern.split('/'), path.split('/'), '**', (wanted, found) => fitsText(wanted, found));
  expect(on('a/**/*.tf', 'a/b/c/main.tf')).toBe(true);
  expect(on('a/**/*.tf', 'a/main.tf')).toBe(true);
  expect(on('a/*.tf', 'a/b/main.tf')).toBe(false);
});

it('does not take long over many stars', () => {
  expect(fitsText('*a'.repeat(2_000), 'a'.repeat(1_999))).toBe(false);
});
