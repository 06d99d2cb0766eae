import { expect, it } from 'vitest';
import { labelPattern } from './label-pattern.ts';

it.each([
  ['a|b', 'b', true],
  ['a|b', 'ab', false],
  ['crit.*', 'critical', true],
  ['(?i)CRITICAL', 'critical', true],
  ['[[:alpha:]]+-[[:digit:]]', 'web-1', true],
  ['[^[:digit:]]+', 'a1', false],
  ['(?P<name>x)', 'x', true],
  ['(?:a|b)?c', 'c', true],
  ['[+*(]', '(', true],
  [String.raw`a\.b\+`, 'a.b+', true],
  ['a{2,}', 'aaa', true],
])('%j against %j: %s', (pattern, value, expected) => {
  expect(labelPattern(pattern)?.test(value)).toBe(expected);
});

it.each([
  ['look-around', '(?=a)a'],
  ['back references', String.raw`(a)\1`],
  ['Unicode classes, which JavaScript reads otherwise', String.raw`\pL`],
  ['repeated groups, which may never end', '(a|a)*b'],
  ['what is no pattern', '('],
])('does not evaluate %s', (_, pattern) => {
  expect(labelPattern(pattern)).toBeUndefined();
});

it('gives up before backtracking takes long', () => {
  const pattern = labelPattern('.*a.*b.*c.*d.*e');
  expect(pattern?.test('abcde')).toBe(true);
  expect(pattern?.test('a'.repeat(10_000))).toBeUndefined();
});
