import { parseEvents } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../../source/index.ts';
import { Composer } from '../compose/composer.ts';
import { splitDocuments } from '../split.ts';
import { composeFast } from './index.ts';
import { agrees, ORDINARY } from './testing/agrees.ts';

describe('what people write', () => {
  test.each(Object.entries(ORDINARY))('is read as the composer reads it: %s', (_, text) => {
    expect(agrees(text, '1.1')).toBe(true);
    expect(agrees(text, '1.2')).toBe(true);
  });

  test.each([
    '',
    '# nothing\n',
    '---\n# nothing\n',
    'a: 1\na: 2\n__proto__: {a: 1}\nconstructor: x\nconstructor: y\n',
    'a:\n- 1\n-\n-   - 2\n    - b: ~\n      c:\nd:\n',
    'a: b',
    '"a b": c # d\n\'e\': "f"\n',
    'a: {\n    b: [1, 2],\n\n    c: {},\n  }\n',
    '{"a": [1, "\\u00e9\\ud83d\\udeb2"],\n"b":{}}\n',
    'a: http://x/#y\nb: a#b\n',
    '- |\n  a\n\n\n- >\n  b\n  c\n',
    'a: |\n  b\n   \n \n# c\n',
    'a: |+\n  b\n\n\nc: >2-\n\n   d\n  e\n',
    'a: |\n  b',
    "a: \"b\n  c \n\n  d\\\"\n  \"\nb: 'c\n  d''s'\n",
    'a:\n- b\n- !GetAZs\nc: !If\n',
    'a: !Rain::Embed b.sh\n',
  ])('%j', (text) => {
    expect(agrees(text)).toBe(true);
  });

  test('stands in its file where the composer has it, be what is around it broken', () => {
    const text = `${ORDINARY.DEPLOYMENT}---\na: [\n...\ne: 1\n---\n# b\nc: "\u00e9" # d\n`;
    const chunks = splitDocuments(text);
    const file = sourceFile('a.yaml', text);
    const expected = chunks.map(({ start, end }) => {
      const chunk = text.slice(start, end);
      if (chunk.includes('a: [')) return undefined;
      const composer = new Composer(file, start, chunk, { booleans: '1.2', mended: false });
      composer.compose(parseEvents(chunk, {}), 0);
      return Array.from(composer.tape.cells.subarray(0, composer.tape.count * 4));
    });
    const fast = composeFast(text, chunks, '1.2');
    expect(fast.map((document) => document && Array.from(document.tape.cells))).toEqual(expected);
    expect(fast.at(-1)?.comments.map((start) => text.slice(start, start + 3))).toEqual(['# b', '# d']);
  });
});

describe('what is not surely simple is left to the composer', () => {
  test.each([
    'a: &x 1\nb: *x\n',
    '<<: {a: 1}\n',
    'a: {<<: 1}\n',
    '%YAML 1.2\n---\na: 1\n',
    '--- a\n',
    'a: 1\n...\n',
    'a: !!str 1\n',
    '? a\n: b\n',
    'a: b: c\n',
    'a: 1\n b: 2\n',
    'a:\n\tb: 1\n',
    '\ufeffa: b\n',
    'a: "\\x41"\n',
    'a: "b" c\n',
    'a: [b\n',
    '{ #',
    'a: [ # b',
    'a: [\n]\n',
    'a: [b: c]\n',
    'a: {b}\n',
    'a: {b:}\n',
    'a: [[b]: c]\n',
    'a: [b]: c\n',
    'a: @b\n',
    'a: - b\n',
    '- a\nb: c\n',
    'a: 1\n- b\n',
    'plain\n',
    '"quoted"\n',
    'a: b\u0085c\n',
    'a: \ud800\n',
  ])('%j', (text) => {
    expect(agrees(text)).toBe(false);
  });
});

test('what is very deep or very long is left to the composer', () => {
  const deep = `a: ${'['.repeat(100)}${']'.repeat(100)}\n`;
  for (const text of [deep, `${'k'.repeat(2000)}: 1\n`, `${'- '.repeat(100)}a\n`])
    expect(agrees(text)).toBe(false);
});
