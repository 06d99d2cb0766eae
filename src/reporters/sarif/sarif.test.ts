import { expect, test } from 'vitest';
import { reportOf } from '../testing/builder.ts';
import { resultsOf, runOf, STORIES } from '../testing/sarif.ts';
import { SECRET } from '../testing/stories.ts';
import { drifted, STORY } from '../testing/webshop.ts';
import { sarifReporter } from './index.ts';

test('a secret is nowhere in the file, neither at its own place nor around another', () => {
  expect(sarifReporter.render(STORIES['secretFound']!, { color: false, width: 100 })).not.toContain(SECRET);
});

test('a waiver in force is an accepted suppression that has not expired', () => {
  const run = runOf(sarifReporter, reportOf({ ...STORY, asOf: true }));
  const suppressions = resultsOf(run).flatMap((result) => result.suppressions ?? []);
  expect(suppressions.map(({ status }) => status)).toEqual(['accepted']);
  const asOf = run.properties?.['planproof/asOf'] as string;
  for (const { properties } of suppressions)
    expect((properties?.['planproof/expiresUtc'] as string) >= asOf).toBe(true);
});

test('the same report gives the same bytes, in whatever order its rules and files came', () => {
  const again = reportOf({ ...STORY, rules: [...STORY.rules].reverse(), files: [...STORY.files].reverse() });
  const [first, second] = [drifted, again].map((report) =>
    sarifReporter.render(report, { color: true, width: 40 }),
  );
  expect(second).toBe(first);
});

test('the results tell the story', () => {
  const told = resultsOf(runOf(sarifReporter, drifted)).map(
    ({ kind, level, ruleId, locations, suppressions, message }) =>
      `${kind} ${level}${suppressions?.length ? ' (suppressed)' : ''} ${ruleId} ${locations?.[0]?.physicalLocation?.artifactLocation?.uri}:${locations?.[0]?.physicalLocation?.region?.startLine} ${message.text}`,
  );
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "open none delivery/production-deploy-approved .github/workflows/deploy.yml:5 Whether production conforms is not decided, because the reviewers of the environment "production" are not kept in the files.
    pass none supply-chain/actions-pinned .github/workflows/deploy.yml:8 Third-party actions are pinned to a commit: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 conforms.
    fail warning supply-chain/actions-pinned .github/workflows/deploy.yml:9 Action azure/setup-kubectl@v4 is named by a moving tag.
    fail warning supply-chain/actions-pinned .github/workflows/deploy.yml:10 Action docker/login-action@v3 is named by a moving tag.
    open none criterion/delivery-pipeline deployment-plan.yaml:3 Automated deployment pipeline is fully defined: not assessed. Undecided once: Production deploys need an approval.
    open none criterion/devops-practices deployment-plan.yaml:3 Plan adheres to DevOps best practices: not assessed. Undecided once: Production deploys need an approval.
    open none criterion/monitoring-alerting deployment-plan.yaml:3 Monitoring and alerting is comprehensive: not assessed. Nothing to examine for: Critical services have alerts for each signal.
    open none criterion/rollback deployment-plan.yaml:3 Rollback procedures are clearly documented: not assessed. Nothing to examine for: Backups are made as often as the plan promises.
    fail error criterion/security-compliance deployment-plan.yaml:3 Security and compliance requirements are addressed: not met. Violated once: Containers are not privileged.
    fail error criterion/timeline-resources deployment-plan.yaml:3 Plan is aligned with project timelines and resources: not met. Violated once: The plan names the people it needs.
    open none observability/critical-service-alerts deployment-plan.yaml:3 Nothing to examine for: Critical services have alerts for each signal. The files hold no plan-component.
    open none recovery/backup-meets-rpo deployment-plan.yaml:3 Nothing to examine for: Backups are made as often as the plan promises. The files hold no backup.
    notApplicable none secrets/no-literal-secret deployment-plan.yaml:3 Nothing to examine for: Secrets are not written into files. The files hold no pipeline.
    pass none rollback/mechanism-exists deployment-plan.yaml:9 The plan's rollback has a mechanism in the files: production conforms.
    pass none rollback/mechanism-exists deployment-plan.yaml:11 The plan's rollback has a mechanism in the files: staging conforms.
    fail error plan/people-stated deployment-plan.yaml:14 The plan names nobody who carries it out.
    fail note documentation/runbook-sections docs/runbooks/rollback.md:1 Runbook docs/runbooks/rollback.md has no section on verification.
    pass none encryption/object-store-encrypted infrastructure/main.tf:1 Object stores are encrypted at rest: aws_s3_bucket.documents conforms.
    fail error (suppressed) encryption/object-store-encrypted infrastructure/main.tf:5 Object store aws_s3_bucket.exports is not encrypted at rest.
    fail error workload/containers-not-privileged kubernetes/checkout/deployment.yaml:12 Container payments-proxy of checkout is privileged."
  `);
});

test('a finding whole', () => {
  const [finding] = resultsOf(runOf(sarifReporter, drifted)).filter(
    ({ relatedLocations }) => relatedLocations,
  );
  expect(finding).toMatchInlineSnapshot(`
    {
      "correlationGuid": "f47ca9b2-744d-5e8e-b6a9-195bbc9e8430",
      "kind": "fail",
      "level": "error",
      "locations": [
        {
          "logicalLocations": [
            {
              "fullyQualifiedName": "kubernetes/checkout:Deployment/checkout",
              "kind": "workload",
              "name": "checkout",
            },
          ],
          "physicalLocation": {
            "artifactLocation": {
              "index": 5,
              "uri": "kubernetes/checkout/deployment.yaml",
              "uriBaseId": "%SRCROOT%",
            },
            "contextRegion": {
              "endLine": 13,
              "snippet": {
                "text": "          securityContext:
                privileged: true
                readOnlyRootFilesystem: true",
              },
              "startLine": 11,
            },
            "region": {
              "endColumn": 29,
              "endLine": 12,
              "snippet": {
                "text": "true",
              },
              "startColumn": 25,
              "startLine": 12,
            },
          },
        },
      ],
      "message": {
        "text": "Container payments-proxy of checkout is privileged.",
      },
      "partialFingerprints": {
        "planproofIdentity/v1": "ebfda7fa919ca0e193d6f2144409c7ab454131f59dfbd4ce4432316743c688da",
        "primaryLocationLineHash": "20eafc66d167d665:1",
      },
      "properties": {
        "planproof/environment": "production",
      },
      "rank": 80,
      "relatedLocations": [
        {
          "id": 1,
          "message": {
            "text": "the plan rolls back by rollout-abort here",
          },
          "physicalLocation": {
            "artifactLocation": {
              "index": 2,
              "uri": "deployment-plan.yaml",
              "uriBaseId": "%SRCROOT%",
            },
            "contextRegion": {
              "endLine": 11,
              "snippet": {
                "text": "  - name: production
        rollback: { mechanism: rollout-abort }
      - name: staging",
              },
              "startLine": 9,
            },
            "region": {
              "endColumn": 43,
              "endLine": 10,
              "snippet": {
                "text": "{ mechanism: rollout-abort }",
              },
              "startColumn": 15,
              "startLine": 10,
            },
          },
        },
      ],
      "ruleId": "workload/containers-not-privileged",
      "ruleIndex": 15,
      "suppressions": [],
      "taxa": [
        {
          "guid": "60f41f86-86da-50a9-943e-a79725503b4d",
          "id": "security-compliance",
          "index": 1,
          "toolComponent": {
            "guid": "28f697a5-34bc-5cb1-860b-f0512bcc8213",
            "name": "Planproof",
          },
        },
      ],
    }
  `);
});

test('what could not be read, evaluated or waived is told as a notification', () => {
  const run = runOf(
    sarifReporter,
    reportOf({ ...STORY, results: { 'plan/people-stated': { failure: 'unreachable instruction' } } }),
  );
  const [invocation] = run.invocations ?? [];
  const told = [
    ...(invocation?.toolExecutionNotifications ?? []),
    ...(invocation?.toolConfigurationNotifications ?? []),
  ].map(
    ({ level, descriptor, message, associatedRule, locations }) =>
      `${level} ${run.tool.driver.notifications?.[descriptor?.index ?? -1]?.id} ${associatedRule?.id ?? locations?.[0]?.physicalLocation?.artifactLocation?.uri}: ${message.text}`,
  );
  expect(invocation?.executionSuccessful).toBe(false);
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "error policy/rule-failed plan/people-stated: The rule plan/people-stated failed: unreachable instruction
    note discover/template charts/checkout/templates/service.yaml: A Helm template is not examined before it is rendered.
    error yaml/syntax monitoring/alerts.yaml: A mapping value is not allowed here. Quote the value, or break the line.
    note waiver/unused deployment-plan.yaml: The waiver of encryption/object-store-encrypted is unused and covers no finding.
    warning waiver/expired deployment-plan.yaml: The waiver of supply-chain/* is expired and covers no finding."
  `);
});
