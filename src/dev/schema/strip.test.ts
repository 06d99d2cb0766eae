import { expect, test } from 'vitest';
import { correctSchema } from './corrections.ts';
import { stripSchema } from './strip.ts';

test('a schema keeps what may stand where, and loses forms, descriptions and examples', () => {
  expect(
    stripSchema({
      $id: 'x',
      description: 'words',
      type: 'object',
      properties: {
        description: { type: 'string', pattern: '^(a+)+$', minLength: 1, examples: [1] },
        task: { pattern: '^Docker@2$' },
      },
      patternProperties: { '^x': { format: 'uri' } },
      required: ['description'],
      additionalProperties: false,
    }),
  ).toEqual({
    type: 'object',
    properties: { description: { type: 'string' }, task: { const: 'Docker@2' } },
    patternProperties: { '^x': {} },
    required: ['description'],
    additionalProperties: false,
  });
});

test('a condition that rests on the form of a text is left out, with what follows from it', () => {
  const then = { required: ['b'] };
  const byForm = { if: { properties: { a: { pattern: 'x' } } }, then, else: then };
  expect(stripSchema({ ...byForm, not: { properties: { a: { minLength: 1 } } } })).toEqual({});
  const byPresence = { if: { not: { required: ['a'] } }, then, not: { required: ['a', 'b'] } };
  expect(stripSchema(byPresence)).toEqual(byPresence);
});

test('what a system takes though its schema refuses it is corrected', () => {
  const schema = { properties: { on: { push: { type: 'array' } }, jobs: { type: 'array' } } };
  expect(correctSchema('github-workflows', structuredClone(schema))).toEqual({
    properties: { on: { push: { type: ['array', 'string'] } }, jobs: { type: 'array' } },
  });
  expect(correctSchema('gitlab-ci', structuredClone(schema))).toEqual(schema);
  expect(correctSchema('github-actions', { required: ['name', 'description'] })).toEqual({
    required: ['name'],
  });
});
