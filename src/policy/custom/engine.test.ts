import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { loadCompiler } from '../../dev/policy/compiler.ts';
import type { InputSubject } from '../../model/index.ts';
import { ENTRYPOINTS } from '../compile/build.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Rule } from '../rule.ts';
import { compileCustomPolicies } from './custom.ts';
import { evaluateCustomPolicies } from './engine.ts';
import { WORKER_ASSET } from './job.ts';

const asset = (name: string): Uint8Array => readFileSync(`dist/${name}`);
const LIMITS = { compile: 60_000, test: 60_000, rule: 700 };

/** What each rule asks of a store before it complains. */
const RULES: Readonly<Record<string, string>> = {
  a: 'true',
  loops: 'count([x | some x in numbers.range(1, 1000000000)]) > 1',
  shifts: 'bits.lsh(1, 100000000) > 1',
  z: 'true',
};

const rules = Object.keys(RULES).map((name): Rule => ({
  id: `acme/${name}`,
  title: '',
  description: '',
  severity: 'error',
  appliesTo: ['object-store'],
  uses: [],
  reads: null,
  requiredFor: [],
  criteria: [],
  required: false,
  controls: {},
  remediation: '',
  links: [],
}));

const STORE: InputSubject = {
  kind: 'object-store',
  id: 's',
  name: 's',
  environment: null,
  format: 'test',
  facts: {},
};

let wasm = new Uint8Array();

beforeAll(async () => {
  const files = Object.fromEntries([
    ['main.rego', readFileSync('policies/main.rego', 'utf8')],
    ['lib/finding.rego', readFileSync('policies/lib/finding.rego', 'utf8')],
    ['lib/unknown.rego', readFileSync('policies/lib/unknown.rego', 'utf8')],
    ...Object.entries(RULES).map(([name, asked]) => [
      `${name}.rego`,
      `package planproof.rules.acme.${name}

import data.planproof.lib.finding

violation contains finding.at(s, [], "Seen.") if {
	some s in input.subjects["object-store"]
	${asked}
}
`,
    ]),
  ]) as Record<string, string>;
  const options = { entrypoints: ENTRYPOINTS, inputSchema: null };
  const compiled = await (await loadCompiler()).compile(files, options);
  expect(compiled.problems).toEqual([]);
  wasm = new Uint8Array(compiled.wasm ?? []);
}, 60_000);

const evaluate = (...names: readonly string[]): Promise<Evaluation> =>
  evaluateCustomPolicies(
    asset(WORKER_ASSET).toString(),
    { wasm, rules },
    {
      subjects: [{ ...STORE, input: () => STORE }],
      today: '2026-03-01',
      rules: names.map((name) => `acme/${name}`),
    },
    LIMITS,
  );

const seen = {
  violations: [{ kind: 'object-store', subject: 's', path: [], message: 'Seen.', related: [] }],
  undecided: [],
  examined: [{ kind: 'object-store', subject: 's' }],
};
const late = { violations: [], undecided: [], examined: [], failure: 'It took longer than 0.7 seconds.' };

test('rules that do not end fail, and those before and after them keep what they say', async () => {
  expect([...(await evaluate('z', 'shifts', 'loops', 'a'))]).toEqual([
    ['acme/a', seen],
    ['acme/loops', late],
    ['acme/shifts', late],
    ['acme/z', seen],
  ]);
});

test('rules that are not asked are not evaluated', async () => {
  expect([...(await evaluate('a'))]).toEqual([['acme/a', seen]]);
  expect([...(await evaluate())]).toEqual([]);
});

test('a thread that breaks costs the rule it was at', async () => {
  const breaks = `
    const { parentPort, workerData } = require('node:worker_threads');
    parentPort.postMessage('ready');
    for (const { id } of workerData.rules) {
      if (id === 'acme/loops') throw new Error('No memory.');
      parentPort.postMessage({ violations: [], undecided: [], examined: [] });
    }`;
  const request = { subjects: [], today: '2026-03-01', rules: ['acme/a', 'acme/loops', 'acme/z'] };
  const nothing = { violations: [], undecided: [], examined: [] };
  expect([...(await evaluateCustomPolicies(breaks, { wasm, rules }, request, LIMITS))]).toEqual([
    ['acme/a', nothing],
    ['acme/loops', { ...nothing, failure: 'No memory.' }],
    ['acme/z', nothing],
  ]);
});

test('what the compiler never gets through is a mistake of the call, which names the files', async () => {
  const nested = `package acme\n\nx := ${'[y | y := '.repeat(200)}1${']'.repeat(200)}\n`;
  const cache = { read: () => undefined, write: () => undefined };
  const compiling = compileCustomPolicies({ 'policies/a.rego': nested }, asset, cache, {
    ...LIMITS,
    compile: 1000,
  });
  await expect(compiling).rejects.toMatchObject({
    code: 'policies/too-slow',
    message: 'Compiling policies/a.rego takes longer than 1 seconds.',
  });
});
