import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFilterPattern } from './filter-pattern.ts';

const EVENT = {
  eventName: 'ConsoleLogin',
  errorMessage: 'Failed authentication',
  'userIdentity.type': 'Root',
};

it.each([
  ['{ $.eventName = ConsoleLogin }', true],
  ['{($.eventName="ConsoleLogin")&&($.errorMessage="Failed*")}', true],
  ['{ $.eventName = "Console*in" && $.errorMessage != "Failed authentication" }', false],
  [
    '{ $.eventName = DeleteTrail || $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }',
    true,
  ],
  ['{ ($.eventName = DeleteTrail || $.userIdentity.type = "Root") && $.eventName = "*Trail" }', false],
  ['{ $.userIdentity.invokedBy != "x" }', false],
  ['{ $.eventName = %Login% }', true],
  ['{ ((($.errorMessage = "*auth*"))) }', true],
])('%s is asked of an event', (pattern, expected) => {
  expect(readFilterPattern(pattern)?.(EVENT)).toBe(expected);
});

it.each([
  'ERROR',
  '[ip, user]',
  '{ $.a = b',
  '{ $.a = b } }',
  '{ $.a > 5 }',
  '{ ( $.a = b }',
  '{}',
  '',
  `{ ${'('.repeat(900)} }`,
])('%s is no pattern that is understood', (pattern) => {
  expect(readFilterPattern(pattern)).toBeUndefined();
});

it('never throws', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '$.a',
    '=',
    '!=',
    '"b*"',
    '(',
    ')',
    '&&',
    '||',
    'NOT',
    'EXISTS',
    '%',
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(() => readFilterPattern(`{ ${pieces.join(' ')} }`)?.(EVENT)).not.toThrow();
    }),
  );
});
