import { expect, it } from 'vitest';
import { parseMatchers } from './matchers.ts';

it.each([
  ['severity="critical"', ['severity = critical']],
  ['severity = critical', ['severity = critical']],
  ['severity=~"a|b"', ['severity =~ a|b']],
  ['severity !~ a|b', ['severity !~ a|b']],
  ['{a="b,c",d!="e}"}', ['a = b,c', 'd != e}']],
  ['a="b", c=d,', ['a = b', 'c = d']],
  [String.raw`a="say \"x\"\\"`, [String.raw`a = say "x"\ `.trimEnd()]],
  ['"with blank"="x"', ['with blank = x']],
  ['team=', ['team = ']],
  ['severity', undefined],
  ['severity == a', ['severity = = a']],
  ['severity >= 1', undefined],
  ['a="b" c="d"', undefined],
  ['a="b', undefined],
  ['{a="b"', undefined],
  ['{}', undefined],
  ['', undefined],
])('reads %j', (text, expected) => {
  expect(parseMatchers(text)?.map(({ label, operator, value }) => `${label} ${operator} ${value}`)).toEqual(
    expected,
  );
});
