import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluated } from './evaluated.ts';
import { expressionsBelow } from './corpus.ts';
import { expressions } from './expressions.ts';
import { buildOracle, type Oracle, type Question } from './oracle.ts';
import { numbersFrom, valuesFor } from './values.ts';

/**
 * `npm run oracle -- <folder>` sets a folder of configurations to take expressions from, and writes what differs.
 * Without it expressions are generated, and taken from our own fixtures and examples.
 */
const { ORACLE_FOLDER: folder, SEED: seed = '1', RUNS: runs = '8000' } = process.env;

/** Of what kinds variables are in generated expressions. */
const VARIABLES: Readonly<Record<string, string>> = {
  s: '"text"',
  n: '3',
  b: 'true',
  list: 'tolist(["x", "y"])',
  set: 'toset(["p", "q"])',
  map: 'tomap({ a = "1" })',
  obj: '{ a = 1, b = ["z"] }',
  nul: 'null',
  none: 'tolist([])',
};

const oracle = buildOracle();
const missing = typeof oracle === 'string' ? ` (skipped: ${oracle})` : '';
const named = new Set(
  Object.values(
    JSON.parse(readFileSync(new URL('differences.json', import.meta.url), 'utf8')) as Record<
      string,
      string[]
    >,
  ).flat(),
);

interface Comparison {
  readonly compared: number;
  readonly values: number;
  readonly different: readonly (readonly [question: Question, there: string, here: unknown])[];
}

/** What the oracle does not know is left out: nulls without a type in functions that do not take them. */
function compare({ ask }: Oracle, questions: readonly Question[]): Comparison {
  const answers = ask(questions);
  const different: (readonly [Question, string, unknown])[] = [];
  let [compared, values] = [0, 0];
  for (const [index, question] of questions.entries()) {
    const { json, error } = answers[index] ?? { error: 'value' };
    if (error === 'unknown') continue;
    compared++;
    if (json !== undefined) values++;
    const there = json ?? 'ERR';
    const here = evaluated(question.expression, question.variables);
    if (here !== there) different.push([question, there, here]);
  }
  return { compared, values, different };
}

/** Expressions of configurations with values for their names, as far as the oracle has the functions. */
function written(root: string, rounds: number, { functions }: Oracle): readonly Question[] {
  const random = numbersFrom(Number(seed));
  return expressionsBelow(root)
    .filter(({ text }) => [...text.matchAll(/\b(\w+)\(/g)].every(([, name = '']) => functions.has(name)))
    .flatMap(({ text, expression }) =>
      Array.from({ length: rounds }, () => ({
        // A heredoc's last line needs an end.
        expression: `${text}\n`,
        variables: valuesFor(expression, random),
      })),
    );
}

test.skipIf(missing !== '' || folder !== undefined)(
  `generated expressions come to what they come to in HashiCorp's libraries, but for what is named${missing}`,
  () => {
    if (typeof oracle === 'string') return;
    const names = Object.keys(VARIABLES).map((name) => `var.${name}`);
    const grammar = expressions(2, { names, functions: oracle.functions });
    const list = new Set(fc.sample(grammar, { seed: Number(seed), numRuns: Number(runs) }));
    const items = Object.entries(VARIABLES).map(([name, value]) => `${name} = ${value}`);
    const variables = { var: `{ ${items.join(', ')} }` };
    const { different } = compare(
      oracle,
      [...list].map((expression) => ({ expression, variables })),
    );
    expect(different.filter(([{ expression }]) => !named.has(expression))).toEqual([]);
  },
  120_000,
);

test.skipIf(missing !== '' || folder !== undefined)(
  `expressions of our own examples come to what they come to in HashiCorp's libraries${missing}`,
  () => {
    if (typeof oracle === 'string') return;
    for (const root of ['fixtures', 'policies'])
      expect(compare(oracle, written(root, 2, oracle)).different).toEqual([]);
  },
  120_000,
);

test.runIf(folder !== undefined)(
  'expressions of other configurations come to what they come to there',
  () => {
    if (typeof oracle === 'string') throw new Error(oracle);
    const { compared, values, different } = compare(oracle, written(folder ?? '', 3, oracle));
    const lines = different.map(([question, there, here]) =>
      JSON.stringify({ ...question, there, here }, undefined, 2),
    );
    lines.push(
      `${String(compared)} compared, ${String(values)} of them values, ${String(lines.length)} different`,
    );
    process.stdout.write(`${lines.join('\n')}\n`);
  },
  600_000,
);
