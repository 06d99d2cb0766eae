import type { ReportingDescriptorReference, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { driverOf, objectsIn, resultsOf, runOf, STORIES } from '../testing/sarif.ts';
import { sarifReporter } from './index.ts';

const stories = Object.entries(STORIES).map(([name, report]) => ({
  name,
  report,
  run: runOf(sarifReporter, report),
}));

describe.each(stories)('the evidence of $name', ({ report, run }) => {
  const results = resultsOf(run);
  const driver = driverOf(run);

  test('gives a level to failures only', () => {
    expect(results.filter(({ kind, level }) => (kind === 'fail') === (level === 'none'))).toEqual([]);
  });

  test('has an array of suppressions on every result', () => {
    expect(results.every(({ suppressions }) => Array.isArray(suppressions))).toBe(true);
  });

  test('names the rule at the index of each result, and rules by one order', () => {
    expect(results.filter(({ ruleId, ruleIndex }) => driver.rules?.[ruleIndex ?? -1]?.id !== ruleId)).toEqual(
      [],
    );
    const ids = (driver.rules ?? []).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('refers to each taxon by index, id and guid alike', () => {
    const references = [
      ...results.flatMap(({ taxa = [] }) => taxa),
      ...(driver.rules ?? []).flatMap(({ relationships = [] }) => relationships.map(({ target }) => target)),
    ];
    expect(references.filter((reference) => !isResolved(reference, run))).toEqual([]);
    expect(references.length).toBeGreaterThan(0);
  });

  test('has guids of versions 1 to 5 only', () => {
    const guids = [...objectsIn(run)].flatMap(({ guid, correlationGuid }) => [guid, correlationGuid]);
    const given = guids.filter((guid) => guid !== undefined);
    for (const guid of given)
      expect(guid).toMatch(/^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  test('has each criterion once, in the state that the report gives', () => {
    const rollUps = results.filter(({ ruleId }) => ruleId?.startsWith('criterion/'));
    const states: unknown = Object.fromEntries(
      rollUps.map(({ ruleId, properties }) => [ruleId, properties?.['planproof/state'] as unknown]),
    );
    expect(states).toEqual(
      Object.fromEntries(report.criteria.map(({ id, state }) => [`criterion/${id}`, state])),
    );
    expect(rollUps).toHaveLength(report.criteria.length);
  });

  test('places results in listed files, by relative and percent-encoded addresses', () => {
    const addresses = [...objectsIn(run)].filter(({ uriBaseId }) => uriBaseId !== undefined);
    for (const { uri, index } of addresses) {
      expect(uri).toMatch(/^(?!\/)(?:[\w.~!'()*@/-]|%[\dA-F]{2})+$/);
      expect(run.artifacts?.[index as number]?.location?.uri).toBe(uri);
    }
  });

  test('says something of every rule that was to be run', () => {
    const heard = new Set(results.map(({ ruleId }) => ruleId));
    expect((driver.rules ?? []).filter(({ id }) => !heard.has(id))).toEqual([]);
  });

  test('counts as the report does', () => {
    const leaves = results.filter(({ ruleId }) => !ruleId?.startsWith('criterion/'));
    const count = (kind: string, suppressed: boolean): number =>
      leaves.filter((result) => result.kind === kind && (result.suppressions?.length ?? 0) > 0 === suppressed)
        .length;
    expect({ pass: count('pass', false), fail: count('fail', false), waived: count('fail', true) }).toEqual({
      pass: report.totals.passed,
      fail: report.findings.filter(({ waiver }) => !waiver).length,
      waived: report.findings.filter(({ waiver }) => waiver).length,
    });
    expect(
      run.artifacts?.filter(({ properties }) => properties?.['planproof/status'] === 'examined').length,
    ).toBe(report.files.filter(({ status }) => status === 'examined').length);
  });

  test('keeps within ten tags and the lengths that consumers take', () => {
    for (const { name, shortDescription, fullDescription, properties } of driver.rules ?? []) {
      expect(properties?.tags?.length).toBeLessThanOrEqual(10);
      expect(name?.length).toBeLessThanOrEqual(255);
      expect(shortDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription?.text.length).toBeLessThanOrEqual(1024);
    }
    for (const { message } of results) expect(message.text?.length).toBeLessThanOrEqual(2048);
  });
});

function isResolved(
  { id, guid, index = -1, toolComponent }: ReportingDescriptorReference,
  run: Run,
): boolean {
  const component =
    toolComponent?.index === undefined ? driverOf(run) : run.taxonomies?.[toolComponent.index];
  const taxon = component?.taxa?.[index];
  return (
    taxon?.id === id &&
    taxon?.guid === guid &&
    component?.guid === toolComponent?.guid &&
    component?.name === toolComponent?.name
  );
}
