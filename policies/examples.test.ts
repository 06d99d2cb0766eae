import { expect, test } from 'vitest';
import { nodeHost } from '../src/io/index.ts';
import { check } from '../src/run/index.ts';
import { formatLocation } from '../src/source/index.ts';
import { allExamples, type ExampleResult } from './examples.ts';

/** Runs one rule on a folder, through everything a user's check goes through. */
async function resultOf(folder: string, rule: string): Promise<ExampleResult & { readonly examined: number }> {
  const report = await check(nodeHost(folder), {
    paths: [''],
    include: [],
    exclude: ['expected.json'],
    rules: [rule],
    skipRules: [],
    minSeverity: 'note',
    failOn: 'error',
    waivers: [],
    today: '2026-11-24',
    asOf: false,
    version: '0.0.0',
  });
  expect(report.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  expect(report.rules.map(({ failure }) => failure)).toEqual([undefined]);
  return {
    findings: report.findings.map(({ location, message }) => ({ at: formatLocation(location), message })),
    undecided: report.undecided.map(({ location, reason }) => ({ at: formatLocation(location), reason })),
    examined: report.rules[0]?.evidence.examined ?? 0,
  };
}

test.for(allExamples())('$folder gives exactly what it should', async ({ folder, rule, expected }) => {
  const { examined, ...result } = await resultOf(folder, rule);
  expect(result).toEqual(expected);
  expect(examined).toBeGreaterThan(0);
});

test.for(allExamples().filter(({ folder }) => folder.includes('/bad-')))(
  '$folder shows at least one finding',
  ({ expected }) => {
    expect(expected.findings.length).toBeGreaterThan(0);
  },
);
