import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../source/index.ts';
import { parseYaml } from '../syntax/yaml/index.ts';
import { validate } from './index.ts';

const ajv = new Ajv({ allErrors: true, verbose: true, messages: false, strictTypes: false });
addFormats.default(ajv);

/** One line a diagnostic: code, the marked text, message, help. */
function problems(schema: object, text: string): string[] {
  const [document] = parseYaml(sourceFile('plan.yaml', text)).documents;
  if (document === undefined) throw new Error('the test gives no document');
  return validate(document, ajv.compile(schema), { what: 'plan' }).map(
    ({ code, location, message, help }) => {
      const { start, end } = location?.span ?? { start: 0, end: 0 };
      const line = location?.file.positionAt(start).line ?? 0;
      return [
        `${code} ${line} «${text.slice(start, end)}»`,
        message,
        ...(help === undefined ? [] : [help]),
      ].join(' | ');
    },
  );
}

const ENVIRONMENTS = {
  type: 'object',
  additionalProperties: false,
  required: ['environments'],
  properties: {
    title: { type: 'string', minLength: 1 },
    environments: {
      description: 'Where the deployment goes.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string', description: 'As the pipelines call it' },
          tier: { enum: ['development', 'staging', 'production'] },
          since: { type: 'string', format: 'date' },
          replicas: { type: 'integer', minimum: 1, description: 'How many run at once.' },
        },
      },
    },
  },
};

describe('a document that does not follow its schema', () => {
  test('an unknown property is marked at its key, with the one that was meant', () => {
    expect(
      problems(ENVIRONMENTS, 'enviroments: []\nenvironments:\n  - name: dev\n    teir: staging\n'),
    ).toEqual([
      'schema/unknown-property 1 «enviroments» | The plan has no property "enviroments". | Did you mean "environments"?',
      'schema/unknown-property 4 «teir» | "environments[0]" has no property "teir". | Did you mean "tier"?',
    ]);
  });

  test('an unknown property that resembles none lists the few that there are', () => {
    expect(problems(ENVIRONMENTS, 'environments: []\ncolour: red\n')).toEqual([
      'schema/unknown-property 2 «colour» | The plan has no property "colour". | Known: title, environments.',
    ]);
  });

  test('a missing property is marked at the key of its parent, and explained', () => {
    expect(problems({ ...ENVIRONMENTS, required: ['environments'] }, 'title: Shop\n')).toEqual([
      'schema/missing-property 1 «title: Shop» | The plan needs the property "environments". | Add "environments": Where the deployment goes.',
    ]);
    expect(problems({ properties: { a: ENVIRONMENTS } }, 'a:\n  title: Shop\n')).toEqual([
      'schema/missing-property 1 «a» | "a" needs the property "environments". | Add "environments": Where the deployment goes.',
    ]);
  });

  test('a property that a list item lacks is marked at the first entry of the item', () => {
    expect(
      problems(ENVIRONMENTS, 'environments:\n  - name: a\n  - tier: staging\n    replicas: 1\n'),
    ).toEqual([
      'schema/missing-property 3 «tier: staging» | "environments[1]" needs the property "name". | Add "name": As the pipelines call it.',
    ]);
  });

  test('a wrong type is marked at the value and says what was found', () => {
    expect(
      problems(ENVIRONMENTS, 'title: 1.10\nenvironments:\n  - name:\n    replicas: "two"\n  - dev\n'),
    ).toEqual([
      'schema/type 1 «1.10» | "title" must be a text, found the number 1.1.',
      'schema/type 3 «» | "environments[0].name" must be a text, found nothing. | As the pipelines call it.',
      'schema/type 4 «"two"» | "environments[0].replicas" must be a whole number, found the text "two". | How many run at once.',
      'schema/type 5 «dev» | "environments[1]" must be a mapping, found the text "dev".',
    ]);
  });

  test('a value that is not allowed lists those that are', () => {
    expect(problems(ENVIRONMENTS, 'environments:\n  - name: a\n    tier: prodution\n')).toEqual([
      'schema/value 3 «prodution» | "environments[0].tier" must be "development", "staging" or "production", found the text "prodution". | Did you mean "production"?',
    ]);
  });

  test('limits, formats and patterns say what is expected', () => {
    const schema = {
      properties: {
        a: { type: 'string', minLength: 1 },
        b: { type: 'string', format: 'date' },
        c: { type: 'number', maximum: 100 },
        d: { type: 'string', pattern: '^[A-Z]{3}$', description: 'A currency', examples: ['EUR'] },
        e: { type: 'array', uniqueItems: true, minItems: 3 },
        f: { const: 'planproof/v1' },
      },
    };
    expect(problems(schema, 'a: ""\nb: 2026-02-30\nc: 101\nd: euro\ne: [x, x]\nf: planproof/v2\n')).toEqual([
      'schema/value 1 «""» | "a" must not be empty.',
      'schema/format 2 «2026-02-30» | "b" must be a date such as 2026-03-31, found the text "2026-02-30".',
      'schema/value 3 «101» | "c" must be at most 100.',
      'schema/format 4 «euro» | "d" has not the form it must have: "euro" does not match ^[A-Z]{3}$. | A currency. Write it like "EUR".',
      'schema/value 5 «[x, x]» | "e" must have at least 3 items.',
      'schema/value 5 «[x, x]» | "e" must not repeat an item: number 1 and 2 are the same.',
      'schema/value 6 «planproof/v2» | "f" must be "planproof/v1", found the text "planproof/v2". | Did you mean "planproof/v1"?',
    ]);
  });

  test('a bad name of a property is marked at the key', () => {
    expect(problems({ propertyNames: { pattern: '^[a-z]+$' } }, 'fine: 1\nNot Fine: 2\n')).toEqual([
      'schema/unknown-property 2 «Not Fine» | The plan has no property "Not Fine".',
    ]);
  });

  test('a document that follows its schema gives nothing', () => {
    expect(
      problems(ENVIRONMENTS, 'environments: [{ name: dev, tier: development, since: 2026-01-31 }]\n'),
    ).toEqual([]);
  });
});

describe('a value that fits none of several alternatives', () => {
  const step = {
    type: 'object',
    required: ['run'],
    properties: { kind: { const: 'run' }, run: { type: 'string' } },
  };
  const wait = {
    type: 'object',
    required: ['for'],
    properties: { kind: { const: 'wait' }, for: { type: 'number', description: 'How long.' } },
  };

  test('of other types than all of them gives one error that names the types', () => {
    const schema = { properties: { a: { anyOf: [{ type: 'string' }, { type: 'array' }] } } };
    expect(problems(schema, 'a: 5\n')).toEqual([
      'schema/type 1 «5» | "a" must be a text or a list, found the number 5.',
    ]);
  });

  test('gives the errors of the alternative whose kind it says, be they more', () => {
    const long = { ...wait, required: ['for', 'until'] };
    const schema = { properties: { steps: { items: { oneOf: [step, long] } } } };
    expect(problems(schema, 'steps:\n  - kind: wait\n    run: x\n')).toEqual([
      'schema/missing-property 2 «kind: wait» | "steps[0]" needs the property "for". | Add "for": How long.',
      'schema/missing-property 2 «kind: wait» | "steps[0]" needs the property "until".',
    ]);
  });

  test('is understood through references, beside errors of its neighbors', () => {
    const schema = {
      definitions: { step, wait },
      properties: {
        steps: { items: { anyOf: [{ $ref: '#/definitions/step' }, { $ref: '#/definitions/wait' }] } },
        n: { type: 'number' },
      },
    };
    expect(problems(schema, 'n: x\nsteps:\n  - kind: run\n    run: 7\n  - 3\n')).toEqual([
      'schema/type 1 «x» | "n" must be a number, found the text "x".',
      'schema/type 4 «7» | "steps[0].run" must be a text, found the number 7.',
      'schema/type 5 «3» | "steps[1]" must be a mapping, found the number 3.',
    ]);
  });

  test('joins allowed values and needed properties', () => {
    const values = { properties: { a: { anyOf: [{ const: 'on' }, { enum: ['off', 'auto'] }] } } };
    expect(problems(values, 'a: outo\n')).toEqual([
      'schema/value 1 «outo» | "a" must be "on", "off" or "auto", found the text "outo". | Did you mean "auto"?',
    ]);
    const either = { anyOf: [{ required: ['cron'] }, { required: ['every'] }] };
    expect(problems(either, 'name: x\n')).toEqual([
      'schema/missing-property 1 «name: x» | The plan needs the property "cron" or "every".',
    ]);
  });

  test('of several fitting ones that exclude each other says so', () => {
    const schema = { properties: { a: { oneOf: [{ minimum: 1 }, { minimum: 2 }] } } };
    expect(problems(schema, 'a: 3\n')).toEqual([
      'schema/value 1 «3» | "a" fits more than one of several alternatives that exclude each other.',
    ]);
  });

  test('of a condition gives what the condition asks for only', () => {
    const schema = { if: { required: ['a'] }, then: { required: ['b'] } };
    expect(problems(schema, 'a: 1\n')).toEqual([
      'schema/missing-property 1 «a: 1» | The plan needs the property "b".',
    ]);
  });
});
