import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPattern } from './patterns.ts';

it.each([
  ['bar', { kind: 'text', text: 'bar' }],
  [String.raw`a\.b`, { kind: 'text', text: 'a.b' }],
  ['', { kind: 'text', text: '' }],
  ['(?:)', { kind: 'text', text: '' }],
  ['((bar))', { kind: 'text', text: 'bar' }],
  ['.*', { kind: 'everything' }],
  ['(.*)', { kind: 'everything' }],
  ['.+', { kind: 'something' }],
  ['^foo$', { kind: 'text', text: 'foo' }],
  ['^.+$', { kind: 'something' }],
  ['^foo.*', { kind: 'anchored' }],
  ['(foo|^.+)$', { kind: 'anchored' }],
  ['a.*b', { kind: 'piece' }],
  ['.*a.*', { kind: 'piece' }],
  ['.*a', { kind: 'other' }],
  ['a.*', { kind: 'other' }],
  ['a|b', { kind: 'other' }],
  ['[a-z]foo.*', { kind: 'other' }],
  ['5..', { kind: 'other' }],
  ['.?', { kind: 'other' }],
  ['.*?', { kind: 'other' }],
  ['(?i)someone', { kind: 'other' }],
  [String.raw`\d+`, { kind: 'other' }],
  ['[[:alpha:]]', { kind: 'other' }],
  ['[]a]', { kind: 'other' }],
  ['(?P<x>a|b)', { kind: 'other' }],
  ['a)', { kind: 'broken', message: 'closes a group that is not open' }],
  ['(a', { kind: 'broken', message: 'leaves a group open' }],
  ['[a', { kind: 'broken', message: 'leaves a class of characters open' }],
  ['a\\', { kind: 'broken', message: 'ends in a backslash' }],
  [String.raw`(a)\1`, { kind: 'broken', message: 'refers to a group, which RE2 cannot' }],
  ['(?<!a)b', { kind: 'broken', message: 'looks ahead or behind, which RE2 cannot' }],
])('reads %j', (pattern, expected) => {
  expect(readPattern(pattern)).toEqual(expected);
});

it('reads whatever is written', () => {
  const pieces = fc.array(
    fc.constantFrom('(', ')', '(?:', '(?i)', '[', ']', '|', '.*', '+', '{2}', '\\', 'a', '^', '$'),
  );
  fc.assert(fc.property(pieces, (list) => readPattern(list.join('')).kind.length > 0));
  expect(readPattern('('.repeat(100_000)).kind).toBe('broken');
  expect(readPattern(`${'('.repeat(50_000)}a${')'.repeat(50_000)}`)).toEqual({ kind: 'text', text: 'a' });
});
