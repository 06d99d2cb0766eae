import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Report } from '../../src/assess/index.ts';
import { nodeHost } from '../../src/io/index.ts';
import { check } from '../../src/run/index.ts';

/** Stories whose README says which rules find each drift; the webshop's tells it in words. */
const DRIFTED = readdirSync('fixtures').filter(
  (story) => story.endsWith('-drifted') && rulesTold(story).length > 0,
);

function rulesTold(story: string): readonly string[] {
  const rows = readFileSync(`fixtures/${story}/README.md`, 'utf8').split('\n');
  const cells = rows.flatMap((row) => row.split(/(?<!\\)\|/).slice(2, 3));
  const rules = cells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, id = '']) => id));
  return [...new Set(rules)].sort();
}

/** What could not be read; notes are of what is left out knowingly, such as the templates of a chart. */
function unread({ diagnostics }: Report): Report['diagnostics'] {
  return diagnostics.filter(({ level }) => level !== 'note');
}

function judged(story: string): Promise<Report> {
  return check(nodeHost(`fixtures/${story}`), {
    paths: [''],
    include: [],
    exclude: [],
    rules: [],
    skipRules: [],
    minSeverity: 'note',
    failOn: 'error',
    waivers: [],
    today: '2026-11-24',
    asOf: true,
    version: '0.0.0',
  });
}

test('there are stories of drift', () => {
  expect(DRIFTED.length).toBeGreaterThan(0);
});

test.for(DRIFTED)('%s has the drifts that its README tells, and nothing else', async (story) => {
  const report = await judged(story);
  expect([...new Set(report.findings.map(({ rule }) => rule.id))].sort()).toEqual(rulesTold(story));
  expect(unread(report)).toEqual([]);
});

test.for(DRIFTED)('what %s drifted from meets all criteria', async (story) => {
  const report = await judged(story.replace(/-drifted$/, ''));
  const { findings, criteria } = report;
  expect(findings.map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([]);
  expect(unread(report)).toEqual([]);
  expect(new Set(criteria.map(({ state }) => state))).toEqual(new Set(['met']));
});
