import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaWarnings, type JsonSchema } from '../../../src/schema/index.ts';
import { sourceFile } from '../../../src/source/index.ts';
import { parseJson } from '../../../src/syntax/json/index.ts';

/** The published schemas that we carry, each with a sound document of its kind. */
const CARRIED: readonly (readonly [file: string, sound: unknown])[] = [
  [
    'github-actions/published/workflow.json',
    {
      on: { push: { branches: ['main'] }, workflow_dispatch: { inputs: { tag: { required: true } } } },
      permissions: { contents: 'read' },
      jobs: {
        test: {
          'runs-on': 'ubuntu-latest',
          strategy: { matrix: { node: [18, 20] }, 'fail-fast': false },
          services: { db: { image: 'postgres:16', ports: ['5432:5432'] } },
          steps: [
            { uses: 'actions/checkout@v4', with: { depth: 0 } },
            { run: 'npm test', env: { CI: '1' } },
          ],
        },
        deploy: { needs: ['test'], uses: './.github/workflows/deploy.yml', secrets: 'inherit' },
      },
    },
  ],
  [
    'github-actions/published/action.json',
    {
      name: 'Say',
      inputs: { text: { required: true, default: 'hello' } },
      runs: { using: 'composite', steps: [{ run: 'echo hello', shell: 'bash' }] },
    },
  ],
  [
    'gitlab-ci/published/pipeline.json',
    {
      stages: ['build', 'deploy'],
      default: { image: 'node:22', retry: 1 },
      include: [{ local: '/ci/base.yml' }],
      build: { stage: 'build', script: ['npm ci'], artifacts: { paths: ['dist'], expire_in: '1 week' } },
      deploy: {
        stage: 'deploy',
        script: 'deploy',
        rules: [{ if: 'main', when: 'manual' }],
        needs: ['build'],
      },
    },
  ],
  [
    'circleci/published/configuration.json',
    {
      version: 2.1,
      jobs: { build: { docker: [{ image: 'node:22' }], steps: ['checkout', { run: 'npm test' }] } },
      workflows: { main: { jobs: ['build', { hold: { type: 'approval', requires: ['build'] } }] } },
    },
  ],
];

/** Texts that are right or wrong by place, then what no leniency about scalars lets pass where it does not belong. */
const VALUES: readonly unknown[] = [
  'text',
  7,
  true,
  'true',
  'main',
  null,
  [],
  ['a'],
  {},
  { a: 'b' },
  [{ run: 'x' }],
];
const SCALARS = 6;
const KEYS = ['name', 'if', 'run', 'uses', 'image', 'script', 'needs', 'strategy', 'type', 'with', 'when'];

/** A sound document with something changed at a place that the numbers choose. */
function changed(sound: unknown, [turn, key, value]: readonly [number[], number, number]): unknown {
  const copy = structuredClone(sound) as Record<string, unknown>;
  let place = copy;
  for (const number of turn) {
    const inside = Object.values(place).filter((child) => typeof child === 'object' && child !== null);
    if (inside.length === 0) break;
    place = inside[number % inside.length] as Record<string, unknown>;
  }
  const names = [...Object.keys(place), ...(Array.isArray(place) ? [] : KEYS)];
  const name = names[key % Math.max(names.length, 1)];
  if (name === undefined) return copy;
  if (value === VALUES.length && Array.isArray(place)) place.splice(Number(name), 1);
  else if (value === VALUES.length) Reflect.deleteProperty(place, name);
  else place[name] = VALUES[value];
  return copy;
}

function warned(schema: JsonSchema, value: unknown): boolean {
  const [document] = parseJson(sourceFile('x.json', JSON.stringify(value))).documents;
  if (document === undefined) throw new Error('no document');
  return (
    schemaWarnings(document, [{ at: [], schema, what: 'file', by: 'x', isOpen: () => false }]).length > 0
  );
}

describe.each(CARRIED)('%s', (file, sound) => {
  const text = readFileSync(`src/formats/${file}`, 'utf8');
  const schema = JSON.parse(text) as JsonSchema;
  // Several alternatives that fit are too many by the letter, and fine by us.
  const anyOf = JSON.parse(
    text.replaceAll('"oneOf":', '"anyOf":').replaceAll('/oneOf/', '/anyOf/'),
  ) as object;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(anyOf);

  test('is kept by a sound document', () => {
    expect(validate(sound), JSON.stringify(validate.errors)).toBe(true);
    expect(warned(schema, sound)).toBe(false);
  });

  test('is read as ajv reads it, but for what we allow beyond its letter', () => {
    let refused = 0;
    const change = fc.tuple(
      fc.array(fc.nat(20), { maxLength: 6 }),
      fc.nat(30),
      fc.nat({ max: VALUES.length }),
    );
    fc.assert(
      fc.property(change, (choice) => {
        const value = changed(sound, choice);
        const fits = validate(value);
        if (fits) expect(warned(schema, value)).toBe(false);
        else if (choice[2] >= SCALARS) {
          refused++;
          expect(
            warned(schema, value),
            JSON.stringify([value, validate.errors?.map((e) => e.schemaPath)]),
          ).toBe(true);
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(refused).toBeGreaterThan(20);
  });
});
