import { beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { loadCompiler } from '../../dev/policy/compiler.ts';
import type { InputSubject } from '../../model/index.ts';
import { ENTRYPOINTS } from '../compile/build.ts';
import type { Rule } from '../rule.ts';
import { batchesOf, wellFormed, type PolicySubject } from './batches.ts';
import { createPolicyEngine, type PolicyEngine } from './engine.ts';

/** Rules by name; each sees stores, and documents when it says so. */
const RULES: Readonly<Record<string, string>> = {
  plain: `
violation contains finding.at(s, ["encrypted"], sprintf("%s is open.", [s.name])) if {
	some s in input.subjects["object-store"]
	s.facts.encrypted == false
}

undecided contains finding.undecided(s, ["encrypted"]) if some s in input.subjects["object-store"]`,
  traps: `
violation contains finding.at(s, [], "x") if {
	some s in input.subjects["object-store"]
	s.facts.encrypted == "trap"
	_value(s) == 1
}

_value(_) := 1

_value(s) := 2 if s.name`,
  malformed: `
violation contains "a string" if {
	some s in input.subjects["object-store"]
	s.facts.encrypted == "malformed"
}`,
  narrow: `
examined contains finding.examined(s) if {
	some s in input.subjects["object-store"]
	s.environment == "production"
}

violation contains finding.at(s, [], "x") if {
	some s in input.subjects["object-store"]
	s.environment == "nowhere"
}`,
  joins: `
violation contains finding.about(s, ["tags", 0, "b"], "unlike", [finding.place(d, ["title"], "this one")]) if {
	some s in input.subjects["object-store"]
	some d in input.subjects.document
	s.name == d.name
	input.plan.title == "Plan"
	input.today == "2026-03-01"
}`,
};

const subject = (
  kind: 'object-store' | 'document' | 'plan',
  name: string,
  facts: object,
  environment: string | null = null,
): InputSubject => ({
  kind,
  id: `id:${name}`,
  name,
  environment,
  format: 'test',
  facts,
});
const given = (subjects: readonly InputSubject[]): readonly PolicySubject[] =>
  subjects.map((one) => ({ ...one, input: () => one }));
const store = (name: string, encrypted: unknown, environment?: string): InputSubject =>
  subject('object-store', name, { encrypted }, environment);

let engine: PolicyEngine;
let rules: readonly Rule[];

beforeAll(async () => {
  const files: Record<string, string> = {};
  for (const path of ['main.rego', 'lib/finding.rego', 'lib/unknown.rego'])
    files[path] = readFileSync(`policies/${path}`, 'utf8');
  for (const [name, body] of Object.entries(RULES))
    files[`${name}.rego`] =
      `package planproof.rules.test.${name}\n\nimport data.planproof.lib.finding\n${body}\n`.replace(
        name === 'malformed' ? 'import data.planproof.lib.finding\n' : '\0',
        '',
      );
  const { problems, wasm } = await (
    await loadCompiler()
  ).compile(files, { entrypoints: ENTRYPOINTS, inputSchema: null });
  expect(problems).toEqual([]);
  rules = Object.keys(RULES).map((name): Rule => ({
    id: `test/${name}`,
    title: '',
    description: '',
    severity: 'error',
    appliesTo: ['object-store'],
    uses: name === 'joins' ? ['document'] : [],
    reads: null,
    requiredFor: [],
    criteria: [],
    required: false,
    controls: {},
    remediation: '',
    links: [],
  }));
  engine = await createPolicyEngine({ wasm: wasm ?? new Uint8Array(), rules });
});

const evaluate = (rules: readonly string[], subjects: readonly InputSubject[]): object =>
  Object.fromEntries(
    engine.evaluate({
      subjects: given(subjects),
      today: '2026-03-01',
      rules: rules.map((name) => `test/${name}`),
    }),
  );

const named = (...names: readonly string[]): object[] =>
  names.map((name) => ({ kind: 'object-store', subject: `id:${name}` }));

test('a rule says what violates it, what it cannot tell and why, and has examined every subject of its kind', () => {
  const subjects = [store('b', false), store('a', { unknown: 'var.x has no value' }), store('c', true)];
  expect(evaluate(['plain'], subjects)).toEqual({
    'test/plain': {
      violations: [
        { kind: 'object-store', subject: 'id:b', path: ['encrypted'], message: 'b is open.', related: [] },
      ],
      undecided: [
        { kind: 'object-store', subject: 'id:a', path: ['encrypted'], reason: 'var.x has no value' },
      ],
      examined: named('a', 'b', 'c'),
    },
  });
});

test('nothing to judge is nothing examined', () => {
  expect(evaluate(['plain', 'narrow', 'joins'], [])).toEqual({
    'test/joins': { violations: [], undecided: [], examined: [] },
    'test/narrow': { violations: [], undecided: [], examined: [] },
    'test/plain': { violations: [], undecided: [], examined: [] },
  });
});

test('a rule that says what it examined has examined that only', () => {
  expect(evaluate(['narrow'], [store('a', true, 'production'), store('b', true, 'staging')])).toEqual({
    'test/narrow': { violations: [], undecided: [], examined: named('a') },
  });
});

test('a rule with uses sees the kinds it names at once, the plan and the day', () => {
  const subjects = [store('a', true), subject('document', 'a', {}), subject('plan', 'p', { title: 'Plan' })];
  expect(evaluate(['joins'], subjects)).toEqual({
    'test/joins': {
      violations: [
        {
          kind: 'object-store',
          subject: 'id:a',
          path: ['tags', 0, 'b'],
          message: 'unlike',
          related: [{ kind: 'document', subject: 'id:a', path: ['title'], message: 'this one' }],
        },
      ],
      undecided: [],
      examined: named('a'),
    },
  });
});

test('a trap costs the guilty rule only, in batches before and after it as well', () => {
  const many = Array.from({ length: 900 }, (_, i) => store(`s${String(i).padStart(3, '0')}`, i !== 899));
  const subjects = many.map((one, i) => (i === 450 ? { ...one, facts: { encrypted: 'trap' } } : one));
  const result = evaluate(['plain', 'traps'], subjects);
  expect(result).toMatchObject({
    'test/plain': { violations: [{ subject: 'id:s899' }] },
    'test/traps': { violations: [], examined: [], failure: expect.stringContaining('conflict') as string },
  });
});

test('a rule whose answer is no finding fails, and says with what', () => {
  expect(evaluate(['malformed', 'plain'], [store('a', 'malformed')])).toEqual({
    'test/malformed': {
      violations: [],
      undecided: [],
      examined: [],
      failure: 'The rule gave "a string", which no function of lib/finding makes.',
    },
    'test/plain': { violations: [], undecided: [], examined: named('a') },
  });
});

test('texts that are no Unicode, hold NUL, quotes or backslashes do no harm', () => {
  const names = ['half \ud83d', '\udc00', 'nul\0', '😀', 'q"\\', '\\ud83d', '__proto__', '%s'];
  const result = engine.evaluate({
    subjects: given(names.map((name) => store(name, false))),
    today: '2026-03-01',
    rules: ['test/plain'],
  });
  const messages = result.get('test/plain')?.violations.map(({ message }) => message);
  expect(messages?.sort()).toEqual(names.map((name) => `${Buffer.from(name).toString()} is open.`).sort());
});

test('a batch holds the facts that its rules can read', () => {
  const asked: (readonly string[] | undefined)[] = [];
  const one = store('a', true);
  const subject: PolicySubject = {
    ...one,
    input: (names) => {
      asked.push(names && [...names]);
      return one;
    },
  };
  const reading = (reads: Rule['reads'], uses: Rule['uses'] = []): Rule =>
    ({ ...rules[0], reads, uses }) as Rule;
  const batches = (...judges: readonly Rule[]): number => [...batchesOf([subject], judges)].length;
  expect(batches(reading(['encrypted']), reading(['versioned']))).toBe(1);
  expect(batches(reading(['encrypted']), reading(null))).toBe(1);
  expect(batches(reading(['encrypted']), reading(['title'], ['document']))).toBe(2);
  expect(asked).toEqual([['encrypted', 'versioned'], undefined, ['encrypted'], ['title']]);
});

test('what has one name comes in one batch for a rule that compares it', () => {
  const subjects = Array.from({ length: 1000 }, (_, i) => ({ ...store(`s${i % 250}`, true), id: `id:${i}` }));
  const rule = { ...rules[0], byName: true } as Rule;
  const batches = [...batchesOf(given(subjects), [rule])].map(
    (batch) => (JSON.parse(batch.subjects) as { 'object-store': InputSubject[] })['object-store'],
  );
  const whole = batches.map((batch) => new Set(batch.map(({ name }) => name)).size * 4 === batch.length);
  expect([batches.length, new Set(whole), new Set(batches.flat().map(({ id }) => id)).size]).toEqual([
    3,
    new Set([true]),
    1000,
  ]);
});

test('half a surrogate pair is replaced in JSON, a written escape is not', () => {
  expect(wellFormed(JSON.stringify('a\ud83db \\ud83d'))).toBe('"a\\ufffdb \\\\ud83d"');
});

test('the order of subjects does not change the answer', () => {
  const subjects = Array.from({ length: 50 }, (_, i) =>
    store(`s${i}`, i % 3 === 0 ? false : { unknown: 'r' }),
  );
  expect(evaluate(['plain'], [...subjects].reverse())).toEqual(evaluate(['plain'], subjects));
});
