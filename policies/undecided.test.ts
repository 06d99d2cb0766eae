import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { nodeHost } from '../src/io/index.ts';
import type * as Batches from '../src/policy/evaluate/batches.ts';
import type { PolicySubject } from '../src/policy/index.ts';
import { allExamples, exampleResult } from './examples.ts';

const REASON = 'the test does not tell';

/** The fact that nobody knows while a rule is asked. */
const hidden = vi.hoisted(() => ({ path: [] as readonly string[] }));

vi.mock('../src/policy/evaluate/batches.ts', async (original) => {
  const real = await original<typeof Batches>();
  const hiding = (subject: PolicySubject): PolicySubject => ({
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    input: (names) => {
      const input = subject.input(names);
      return { ...input, facts: without(input.facts, hidden.path) };
    },
  });
  return {
    ...real,
    batchesOf: (...[subjects, rules]: Parameters<typeof real.batchesOf>) => real.batchesOf(subjects.map(hiding), rules),
  };
});

function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return { unknown: REASON };
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const holder = value as Readonly<Record<string, unknown>>;
  return { ...holder, [key]: without(holder[key], rest) };
}

interface Case {
  readonly rule: string;
  /** Of the fact that the rule says it cannot do without. */
  readonly path: readonly string[];
  readonly folders: readonly string[];
}

/** What each rule is undecided about by itself, where the path to it is written out. */
function cases(): readonly Case[] {
  const folders = new Map<string, ReturnType<typeof allExamples>>();
  for (const example of allExamples())
    folders.set(example.rule, [...(folders.get(example.rule) ?? []), example]);
  return [...folders].flatMap(([rule, examples]) => {
    const text = readFileSync(`policies/rules/${rule}/rule.rego`, 'utf8');
    // Of what is compared with more of its kind, one is to be hidden and the others not: such rules have tests in Rego.
    const [, judged = '', used = ''] = /applies_to: \[(.*)\]\n(?:# {3}uses: \[(.*)\])?/.exec(text) ?? [];
    if (judged.split(', ').some((kind) => used.split(', ').includes(kind))) return [];
    const paths = [...text.matchAll(/finding\.undecided\(\w+, \[((?:"\w+"(?:, )?)+)\]\)/g)].map(([, keys = '']) => keys);
    return [...new Set(paths)].map((keys) => ({
      rule,
      path: JSON.parse(`[${keys}]`) as string[],
      folders: examples.map(({ folder }) => folder),
    }));
  });
}

const all = cases().map((one) => [`${one.rule} ${one.path.join('.')}`, one] as const);

test.for(all)('%s: where it is not known, the rule is undecided', async ([, { rule, path, folders }]) => {
  hidden.path = path;
  const reasons: string[] = [];
  for (const folder of folders) {
    const { findings, undecided } = await exampleResult(nodeHost(folder), rule);
    // A fact that is not known is never told as if it were.
    for (const { message } of findings) expect(message).not.toContain(REASON);
    reasons.push(...undecided.map(({ reason }) => reason));
    if (reasons.includes(REASON)) break;
  }
  expect(reasons).toContain(REASON);
});
