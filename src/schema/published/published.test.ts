import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { schemaWarnings, type JsonSchema } from '../index.ts';

/** One line a warning: code, line, the marked text, message, help. */
function warnings(schema: JsonSchema, text: string, at: readonly string[] = []): string[] {
  const [document] = parseYaml(sourceFile('ci.yaml', text)).documents;
  if (document === undefined) throw new Error('the test gives no document');
  const isOpen = (value: unknown): boolean => typeof value === 'string' && value.includes('$');
  return schemaWarnings(document, [{ at, schema, what: 'pipeline', by: 'Them', isOpen }]).map(
    ({ code, level, location, message, help }) => {
      const { start, end } = location?.span ?? { start: 0, end: 0 };
      const line = location?.file.positionAt(start).line ?? 0;
      const short = message.replace(', by its published schema (Them), which may lag behind.', '…');
      return `${level} ${code} ${line} «${text.slice(start, end)}» ${short}${help === undefined ? '' : ` ${help}`}`;
    },
  );
}

const JOB = {
  type: 'object',
  required: ['script'],
  additionalProperties: false,
  properties: {
    script: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] },
    stage: { enum: ['build', 'test'] },
    retry: { type: 'integer' },
    soft: { type: 'boolean' },
  },
};
const JOBS = { patternProperties: { '^[a-z]+$': { $ref: '#/definitions/job' } }, definitions: { job: JOB } };

describe('a published schema', () => {
  test('gives warnings that name it and say that it may lag', () => {
    const [document] = parseYaml(sourceFile('ci.yaml', 'a: { scrip: x }\n')).documents;
    if (document === undefined) throw new Error('no document');
    const published = { at: [], schema: JOBS, what: 'pipeline', by: 'Them, May', isOpen: () => false };
    expect(schemaWarnings(document, [published]).map(({ message }) => message)).toEqual([
      '"a" needs the property "script", by its published schema (Them, May), which may lag behind.',
      '"a" has no property "scrip", by its published schema (Them, May), which may lag behind.',
    ]);
  });

  test('marks what is wrong at its place, with what may have been meant', () => {
    expect(warnings(JOBS, 'a:\n  script: []\n  stage: tset\n  retri: 1\n  soft: [1]\n')).toEqual([
      'warning schema/value 2 «[]» "a.script" must not be an empty list…',
      'warning schema/value 3 «tset» "a.stage" must be "build" or "test", found the text "tset"… Did you mean "test"?',
      'warning schema/unknown-property 4 «retri» "a" has no property "retri"… Did you mean "retry"?',
      'warning schema/type 5 «[1]» "a.soft" must be true or false, found a list…',
    ]);
  });

  test('says of several alternatives what is wrong with the one that was meant', () => {
    expect(warnings(JOBS, 'a:\n  script:\n    - { x: 1 }\n')).toEqual([
      'warning schema/type 3 «{ x: 1 }» "a.script[0]" must be a text, found a mapping…',
    ]);
    expect(warnings(JOBS, 'a: { script: { x: 1 } }\n')).toEqual([
      'warning schema/type 1 «{ x: 1 }» "a.script" must be a text or a list, found a mapping…',
    ]);
  });

  test('takes scalars for each other where they can be meant, and only there', () => {
    expect(warnings(JOBS, 'a: { script: 5, retry: "3", soft: "no" }\n')).toEqual([]);
    expect(warnings(JOBS, 'a: { script: x, retry: three, soft: 5 }\n')).toEqual([
      'warning schema/type 1 «three» "a.retry" must be a whole number, found the text "three"…',
      'warning schema/type 1 «5» "a.soft" must be true or false, found the number 5…',
    ]);
  });

  test('lets nothing, and what is known only later, stand for anything', () => {
    expect(warnings(JOBS, 'a:\n  script: x\n  retry:\n  stage: $STAGE\n  $KEY: 1\n')).toEqual([]);
    expect(warnings(JOBS, 'a: { $KEY: 1 }\n')).toEqual([]);
  });

  test('is about the place it is given, in the words of the whole document', () => {
    expect(warnings(JOB, 'jobs:\n  a: { script: x, foo: 1 }\n', ['jobs', 'a'])).toEqual([
      'warning schema/unknown-property 2 «foo» "jobs.a" has no property "foo"… Known: script, stage, retry, soft.',
    ]);
    expect(warnings(JOB, 'jobs: 1\n', ['jobs', 'a'])).toEqual([]);
  });

  test('knows what must not stand together, what needs another, and conditions', () => {
    const schema = {
      not: { required: ['only', 'rules'] },
      dependencies: { when: ['rules'] },
      if: { properties: { kind: { const: 'manual' } }, required: ['kind'] },
      then: { required: ['by'] },
      else: { properties: { by: false } },
    };
    expect(warnings(schema, 'only: 1\nrules: 1\n')).toEqual([
      'warning schema/value 1 «only: 1\nrules: 1» The pipeline has "only" and "rules" at once, which exclude each other…',
    ]);
    expect(warnings(schema, 'when: 1\n')).toEqual([
      'warning schema/missing-property 1 «when: 1» The pipeline needs the property "rules", since it has "when"…',
    ]);
    expect(warnings(schema, 'kind: manual\n')).toHaveLength(1);
    expect(warnings(schema, 'kind: other\nby: me\n')).toHaveLength(1);
    expect(warnings(schema, 'kind: manual\nby: me\n')).toEqual([]);
  });

  test('does not take names that every object has for properties', () => {
    expect(warnings(JOB, 'script: x\nconstructor: 1\n__proto__: 1\n')).toHaveLength(2);
  });

  test('tells twenty mistakes of a file at most', () => {
    const text = `script: x\n${Array.from({ length: 50 }, (_, i) => `k${i}: 1\n`).join('')}`;
    expect(warnings(JOB, text)).toHaveLength(20);
  });

  test('is not held against what would take too long', () => {
    const either = {
      properties: { a: { anyOf: [{ $ref: '#' }, { $ref: '#' }, { $ref: '#' }] } },
      required: ['b'],
    };
    const deep = `${'{ b: 1, a: '.repeat(30)}{ c: 1 }${' }'.repeat(30)}`;
    expect(warnings(either, deep)).toEqual([expect.stringContaining('note schema/too-large 1') as string]);
  });
});
