import { describe, expect, test } from 'vitest';
import { driverOf, resultsOf, runOf, STORIES } from '../testing/sarif.ts';
import { SECRET } from '../testing/stories.ts';
import { consistent, drifted } from '../testing/webshop.ts';
import { sarifGithubReporter } from './index.ts';

const stories = Object.entries(STORIES).map(([name, report]) => ({
  name,
  report,
  run: runOf(sarifGithubReporter, report),
}));

describe.each(stories)('the alerts of $name', ({ report, run }) => {
  const results = resultsOf(run);

  test('are failures that nothing suppresses, each at a place', () => {
    for (const result of results) {
      expect(result.kind).toBe('fail');
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.suppressions).toBeUndefined();
      const { startLine, startColumn, endLine, endColumn } =
        result.locations?.[0]?.physicalLocation?.region ?? {};
      for (const number of [startLine, startColumn, endLine, endColumn]) expect(number).toBeGreaterThan(0);
    }
  });

  test('refer to rules that are listed with all that GitHub asks for', () => {
    const rules = driverOf(run).rules ?? [];
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    for (const rule of report.rules) expect(rules.map(({ id }) => id)).toContain(rule.rule.id);
    for (const { shortDescription, fullDescription, help, properties } of rules) {
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text])
        expect(text).not.toBe('');
      expect(properties?.tags?.length).toBeLessThanOrEqual(10);
    }
  });

  test('carry the hash that GitHub knows them by', () => {
    for (const { partialFingerprints } of results)
      expect(partialFingerprints?.['primaryLocationLineHash']).toMatch(/^[\da-f]{1,16}:\d+$/);
  });
});

test('only rules of the security criterion are security alerts', () => {
  const security = (driverOf(runOf(sarifGithubReporter, drifted)).rules ?? [])
    .filter(({ properties }) => properties?.['security-severity'] !== undefined)
    .map(({ id }) => id);
  const expected = drifted.rules.filter(({ rule }) => rule.criteria.includes('security-compliance'));
  expect(security).toEqual(expected.map(({ rule }) => rule.id));
});

test('waived findings and passes are left out; what is not assessed becomes a warning', () => {
  const told = resultsOf(runOf(sarifGithubReporter, drifted)).map(
    ({ level, ruleId, message }) => `${level} ${ruleId}: ${message.text}`,
  );
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "warning supply-chain/actions-pinned: Action azure/setup-kubectl@v4 is named by a moving tag.
    warning supply-chain/actions-pinned: Action docker/login-action@v3 is named by a moving tag.
    error plan/people-stated: The plan names nobody who carries it out.
    note documentation/runbook-sections: Runbook docs/runbooks/rollback.md has no section on verification.
    error workload/containers-not-privileged: Container payments-proxy of checkout is privileged. See [the plan rolls back by rollout-abort here](1).
    warning delivery/production-deploy-approved: Not assessed: whether production conforms is not decided, because the reviewers of the environment "production" are not kept in the files.
    warning criterion/devops-practices: Not assessed: Plan adheres to DevOps best practices. Undecided once: Production deploys need an approval.
    warning criterion/delivery-pipeline: Not assessed: Automated deployment pipeline is fully defined. Undecided once: Production deploys need an approval.
    warning criterion/monitoring-alerting: Not assessed: Monitoring and alerting is comprehensive. Nothing to examine for: Critical services have alerts for each signal.
    warning criterion/rollback: Not assessed: Rollback procedures are clearly documented. Nothing to examine for: Backups are made as often as the plan promises."
  `);
});

test('when all is well there is no alert', () => {
  expect(resultsOf(runOf(sarifGithubReporter, consistent))).toEqual([]);
});

test('names from the scanned files cannot make links or placeholders', () => {
  const [alert] = resultsOf(runOf(sarifGithubReporter, STORIES['hostile']!));
  expect([alert?.message.text, alert?.locations?.[0]?.physicalLocation?.artifactLocation?.uri])
    .toMatchInlineSnapshot(`
      [
        "</script><img src=x onerror=alert(1)>'"&\`\${{1}} \\\\x1b\\[31m\\\\u202e {{0}} \\[a\\](1) \\\\ud83d See [</script><img src=x onerror=alert(1)>'"&\`\${{1}} \\\\x1b\\[31m\\\\u202e {{0}} \\[a\\](1) \\\\ud83d](1).",
        "k8s/a%20b%3Ac%25%23%3F%22%3Cb%3E%0A%1B%5B2J/%3Cscript%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E'%22%26%60%24%7B1%7D%20%1B%5B31m%E2%80%AE%20%7B0%7D%20%5Ba%5D(1)%20%EF%BF%BD.yaml",
      ]
    `);
});

test('a secret is nowhere in the file', () => {
  expect(sarifGithubReporter.render(STORIES['secretFound']!, { color: false, width: 100 })).not.toContain(
    SECRET,
  );
});
