import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statementsIn } from '../src/dev/generate/plan-statements.ts';
import { readRules } from '../src/policy/index.ts';

const rules = readRules(readFileSync('dist/policy/rules.json'));
const schema = JSON.parse(readFileSync('src/plan/schema/deployment-plan.schema.json', 'utf8')) as object;

/** Places of the schema, and of items of lists and names that have nothing below them. */
const places = new Set(
  statementsIn(schema)
    .flatMap(({ statements }) => statements.map(({ path }) => path))
    .flatMap((path) => path.split('.').map((_, index, steps) => steps.slice(0, index + 1).join('.'))),
);

describe('statements of the plan that rules hold', () => {
  it('have a place in the schema of the plan', () => {
    const strange = rules.flatMap(({ id, statements = [] }) =>
      statements.filter((place) => !places.has(place)).map((place) => `${id}: ${place}`),
    );
    expect(strange).toEqual([]);
  });

  it('are named by every rule that judges the plan', () => {
    const silent = rules.filter(
      ({ appliesTo, statements }) => statements === undefined && appliesTo.some((kind) => kind.startsWith('plan')),
    );
    // What a plan does not say at all stands nowhere in it.
    expect(silent.map(({ id }) => id)).toEqual(['plan/complete']);
  });
});
