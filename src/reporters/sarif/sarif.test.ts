import type { ReportingDescriptorReference, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { reportOf } from '../testing/builder.ts';
import { driverOf, objectsIn, resultsOf, runOf, STORIES } from '../testing/sarif.ts';
import { SECRET } from '../testing/stories.ts';
import { drifted, STORY } from '../testing/webshop.ts';
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
    const states = Object.fromEntries(
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
      expect((properties?.['tags'] as string[]).length).toBeLessThanOrEqual(10);
      expect(name?.length).toBeLessThanOrEqual(255);
      expect(shortDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription?.text.length).toBeLessThanOrEqual(1024);
    }
    for (const { message } of results) expect(message.text?.length).toBeLessThanOrEqual(2048);
  });
});

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
  const { invocations } = runOf(
    sarifReporter,
    reportOf({ ...STORY, results: { 'plan/people-stated': { failure: 'unreachable instruction' } } }),
  );
  expect(invocations).toMatchInlineSnapshot(`
    [
      {
        "executionSuccessful": false,
        "toolConfigurationNotifications": [
          {
            "descriptor": {
              "id": "waiver/unused",
              "index": 3,
            },
            "level": "note",
            "locations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "index": 2,
                    "uri": "deployment-plan.yaml",
                    "uriBaseId": "%SRCROOT%",
                  },
                  "contextRegion": {
                    "endLine": 14,
                    "snippet": {
                      "text": "    rollback: { mechanism: redeploy }
    resources:
      people: []",
                    },
                    "startLine": 12,
                  },
                  "region": {
                    "endColumn": 10,
                    "endLine": 13,
                    "snippet": {
                      "text": "resources",
                    },
                    "startColumn": 1,
                    "startLine": 13,
                  },
                },
              },
            ],
            "message": {
              "text": "The waiver of encryption/object-store-encrypted is unused and covers no finding.",
            },
          },
          {
            "descriptor": {
              "id": "waiver/expired",
              "index": 2,
            },
            "level": "warning",
            "locations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "index": 2,
                    "uri": "deployment-plan.yaml",
                    "uriBaseId": "%SRCROOT%",
                  },
                  "contextRegion": {
                    "endLine": 9,
                    "snippet": {
                      "text": "      criticality: critical
    environments:
      - name: production",
                    },
                    "startLine": 7,
                  },
                  "region": {
                    "endColumn": 13,
                    "endLine": 8,
                    "snippet": {
                      "text": "environments",
                    },
                    "startColumn": 1,
                    "startLine": 8,
                  },
                },
              },
            ],
            "message": {
              "text": "The waiver of supply-chain/* is expired and covers no finding.",
            },
          },
        ],
        "toolExecutionNotifications": [
          {
            "associatedRule": {
              "id": "plan/people-stated",
              "index": 10,
            },
            "descriptor": {
              "id": "policy/rule-failed",
              "index": 1,
            },
            "level": "error",
            "message": {
              "text": "The rule plan/people-stated failed: unreachable instruction",
            },
          },
          {
            "descriptor": {
              "id": "discover/template",
              "index": 0,
            },
            "level": "note",
            "locations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "index": 1,
                    "uri": "charts/checkout/templates/service.yaml",
                    "uriBaseId": "%SRCROOT%",
                  },
                },
              },
            ],
            "message": {
              "text": "A Helm template is not examined before it is rendered.",
            },
          },
          {
            "descriptor": {
              "id": "yaml/syntax",
              "index": 4,
            },
            "level": "error",
            "locations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "index": 6,
                    "uri": "monitoring/alerts.yaml",
                    "uriBaseId": "%SRCROOT%",
                  },
                },
              },
            ],
            "message": {
              "text": "A mapping value is not allowed here. Quote the value, or break the line.",
            },
          },
        ],
      },
    ]
  `);
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
