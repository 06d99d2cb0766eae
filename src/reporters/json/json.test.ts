import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { reportOf } from '../testing/builder.ts';
import { STORIES } from '../testing/sarif.ts';
import { drifted, STORY } from '../testing/webshop.ts';
import { jsonReporter } from './index.ts';
import schema from './report.schema.json' with { type: 'json' };

const options = { color: false, width: 100 };
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

test.each(Object.entries(STORIES))('the report on %s is as the schema says', (_, report) => {
  validate(JSON.parse(jsonReporter.render(report, options)));
  expect(validate.errors).toBeNull();
});

test('the schema is strict enough to notice a missing and a surplus property', () => {
  const data = JSON.parse(jsonReporter.render(drifted, options)) as { findings: Record<string, unknown>[] };
  delete data.findings[0]?.['location'];
  Object.assign(data.findings[1] ?? {}, { color: 'red' });
  validate(data);
  expect(validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)).toEqual([
    '/findings/0 required',
    '/findings/1 additionalProperties',
  ]);
});

test('a finding, an open question, a file and a rule whole', () => {
  const data = JSON.parse(jsonReporter.render(drifted, options)) as Record<
    'findings' | 'undecided' | 'files' | 'rules',
    unknown[]
  >;
  expect([data.findings.at(-1), data.undecided[0], data.files[1], data.rules[2]]).toMatchInlineSnapshot(`
    [
      {
        "fact": "containers.0.privileged",
        "fingerprint": "ebfda7fa919ca0e193d6f2144409c7ab454131f59dfbd4ce4432316743c688da",
        "location": {
          "endColumn": 29,
          "endLine": 12,
          "path": "kubernetes/checkout/deployment.yaml",
          "startColumn": 25,
          "startLine": 12,
        },
        "message": "Container payments-proxy of checkout is privileged.",
        "related": [
          {
            "location": {
              "endColumn": 43,
              "endLine": 10,
              "path": "deployment-plan.yaml",
              "startColumn": 15,
              "startLine": 10,
            },
            "message": "the plan rolls back by rollout-abort here",
          },
        ],
        "rule": "workload/containers-not-privileged",
        "severity": "error",
        "subject": {
          "environment": "production",
          "format": "kubernetes",
          "id": "kubernetes/checkout:Deployment/checkout",
          "kind": "workload",
          "location": {
            "endColumn": 17,
            "endLine": 4,
            "path": "kubernetes/checkout/deployment.yaml",
            "startColumn": 9,
            "startLine": 4,
          },
          "name": "checkout",
        },
      },
      {
        "fact": "approval",
        "fingerprint": "c089737a8ac86a060413eef504fba3c06f7ce999b146c7648860d3fcd3911693",
        "location": {
          "endColumn": 28,
          "endLine": 5,
          "path": ".github/workflows/deploy.yml",
          "startColumn": 18,
          "startLine": 5,
        },
        "reason": "the reviewers of the environment "production" are not kept in the files",
        "related": [],
        "rule": "delivery/production-deploy-approved",
        "subject": {
          "environment": "production",
          "format": "github-actions",
          "id": ".github/workflows/deploy.yml:production",
          "kind": "deploy-job",
          "location": {
            "endColumn": 13,
            "endLine": 4,
            "path": ".github/workflows/deploy.yml",
            "startColumn": 3,
            "startLine": 4,
          },
          "name": "production",
        },
      },
      {
        "bytes": 412,
        "formats": [],
        "path": "charts/checkout/templates/service.yaml",
        "reason": "a Helm template, which must be rendered first",
        "status": "not-examined",
        "subjects": 0,
      },
      {
        "appliesTo": [
          "object-store",
        ],
        "controls": {
          "cis-controls": [
            "3.11",
          ],
          "iso-27001": [
            "A.8.24",
          ],
          "nist-800-53": [
            "SC-28(1)",
            "SC-13",
          ],
        },
        "criteria": [
          "security-compliance",
        ],
        "description": "Whoever gets hold of a disk, a snapshot or a misdirected copy reads what is not encrypted. Encryption at rest turns that into a question of who may use the key.",
        "evidence": {
          "examined": 2,
          "passed": 1,
          "undecided": 0,
          "violated": 0,
          "waived": 1,
        },
        "id": "encryption/object-store-encrypted",
        "links": [],
        "passed": [
          {
            "environment": "production",
            "format": "terraform",
            "id": "infrastructure:aws_s3_bucket.documents",
            "kind": "object-store",
            "location": {
              "endColumn": 37,
              "endLine": 1,
              "path": "infrastructure/main.tf",
              "startColumn": 1,
              "startLine": 1,
            },
            "name": "aws_s3_bucket.documents",
          },
        ],
        "remediation": "Turn on default encryption with a key that you manage.",
        "required": true,
        "severity": "error",
        "title": "Object stores are encrypted at rest",
        "uses": [],
      },
    ]
  `);
});

test('the same report gives the same bytes, in whatever order its rules and files came', () => {
  const again = reportOf({ ...STORY, rules: [...STORY.rules].reverse(), files: [...STORY.files].reverse() });
  expect(jsonReporter.render(again, options)).toBe(jsonReporter.render(drifted, options));
});
