import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bound, evaluated } from './evaluated.ts';
import { expressionsBelow } from './corpus.ts';
import { expressions } from './expressions.ts';
import { buildOracle, type Oracle, type Question } from './oracle.ts';
import { hasName } from './named.ts';
import { isNamed, recorded } from './terraform.ts';
import { numbersFrom, valuesFor } from './values.ts';

/**
 * `npm run oracle -- <folder>` sets a folder of configurations to take expressions from, and writes what differs.
 * Without it expressions are generated, and taken from our own fixtures and examples.
 */
const { ORACLE_FOLDER: folder, SEED: seed = '1', RUNS: runs = '8000', TERRAFORM: terraform } = process.env;

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

/** Does it have all functions that the question takes? */
const knows = ({ functions }: Oracle, { expression }: Question): boolean =>
  [...expression.matchAll(/\b(\w+)\(/g)].every(([, name = '']) => functions.has(name));

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

/** The same by a Terraform; what it refuses before it evaluates anything is left out, and so are differences that have a name. */
function compareLive(program: string, questions: readonly Question[]): Comparison {
  const asked = new Map(questions.map((each) => [bound(each.expression, each.variables ?? {}), each]));
  const answers = recorded(program, [...asked.keys()]);
  const different = [...answers].flatMap(([text, there]) => {
    const question = asked.get(text);
    const here = evaluated(text);
    return question === undefined || here === there || isNamed(question.expression)
      ? []
      : [[question, there, here] as const];
  });
  const values = [...answers.values()].filter((answer) => answer !== 'ERR').length;
  return { compared: answers.size, values, different };
}

/** Expressions of configurations with values for their names. */
function written(root: string, rounds: number): readonly Question[] {
  const random = numbersFrom(Number(seed));
  return expressionsBelow(root).flatMap(({ text, expression }) =>
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
    const unnamed = different.filter(
      ([{ expression }, there, here]) => !named.has(expression) && !hasName(expression, there, here),
    );
    expect(unnamed).toEqual([]);
    expect(different.length).toBeLessThan(list.size / 500);
  },
  120_000,
);

test.skipIf(missing !== '' || folder !== undefined)(
  `conditions between any two tuples come to what they come to there${missing}`,
  () => {
    if (typeof oracle === 'string') return;
    const items = ['null', '1', '[]', '[1]', '{ a = 1 }', 'tolist([])'];
    const pairs = items.flatMap((first) => items.map((second) => `[${first}, ${second}]`));
    const tuples = ['[]', ...items.map((item) => `[${item}]`), ...pairs];
    const list = tuples.flatMap((one) => tuples.map((other) => `true ? ${one} : ${other}`));
    expect(
      compare(
        oracle,
        list.map((expression) => ({ expression })),
      ).different,
    ).toEqual([]);
  },
  120_000,
);

test.skipIf(missing !== '' || folder !== undefined)(
  `expressions of our own examples come to what they come to in HashiCorp's libraries${missing}`,
  () => {
    if (typeof oracle === 'string') return;
    for (const root of ['fixtures', 'policies']) {
      const questions = written(root, 2).filter((question) => knows(oracle, question));
      expect(compare(oracle, questions).different).toEqual([]);
    }
  },
  120_000,
);

test.runIf(folder !== undefined)(
  'expressions of other configurations come to what they come to there',
  () => {
    if (typeof oracle === 'string') throw new Error(oracle);
    const all = written(folder ?? '', 3);
    const [here, elsewhere] = [true, false].map((known) =>
      all.filter((each) => knows(oracle, each) === known),
    );
    const lines = told("HashiCorp's libraries", compare(oracle, here ?? []));
    if (terraform === undefined)
      lines.push(`${String(elsewhere?.length)} left out, which have other functions: give TERRAFORM`);
    else lines.push(...told('Terraform', compareLive(terraform, elsewhere ?? [])));
    process.stdout.write(`${lines.join('\n')}\n`);
  },
  600_000,
);

function told(by: string, { compared, values, different }: Comparison): string[] {
  const lines = different.map(([question, there, here]) =>
    JSON.stringify({ ...question, there, here }, undefined, 2),
  );
  return [
    ...lines,
    `${by}: ${String(compared)} compared, ${String(values)} of them values, ${String(different.length)} different`,
  ];
}
