import type { Report } from '../../assess/index.ts';
import { at, file, reportOf, subject, type Story } from './builder.ts';
import { RULES } from './rules.ts';
import { stepsAt } from './steps.ts';
import { COMPONENT, INFRASTRUCTURE } from './watch.ts';

const plan = file(
  'deployment-plan.yaml',
  'apiVersion: planproof/v1',
  'kind: DeploymentPlan',
  'title: Webshop 2.0',
  'architecture:',
  '  components:',
  '    - name: checkout',
  '      criticality: critical',
  'environments:',
  '  - name: production',
  '    rollback: { mechanism: rollout-abort }',
  '  - name: staging',
  '    rollback: { mechanism: redeploy }',
  'resources:',
  '  people: []',
);

const main = file(
  'infrastructure/main.tf',
  'resource "aws_s3_bucket" "documents" {',
  '  bucket = "webshop-documents"',
  '}',
  '',
  'resource "aws_s3_bucket" "exports" {',
  '  bucket = "webshop-exports"',
  '}',
);

const deployment = file(
  'kubernetes/checkout/deployment.yaml',
  'apiVersion: apps/v1',
  'kind: Deployment',
  'metadata:',
  '  name: checkout',
  'spec:',
  '  template:',
  '    spec:',
  '      containers:',
  '        - name: payments-proxy',
  '          image: registry.example/payments-proxy:2.4.1',
  '          securityContext:',
  '            privileged: true',
  '            readOnlyRootFilesystem: true',
);

const workflow = file(
  '.github/workflows/deploy.yml',
  'name: deploy',
  'on: { push: { branches: [main] } }',
  'jobs:',
  '  production:',
  '    environment: production',
  '    runs-on: ubuntu-24.04',
  '    steps:',
  '      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683',
  '      - uses: azure/setup-kubectl@v4',
  '      - uses: docker/login-action@v3',
  '      - run: kubectl apply -f kubernetes/',
);

const runbook = file(
  'docs/runbooks/rollback.md',
  '# Rolling back',
  '',
  '## When',
  '',
  'Error rate above 2 %.',
);

const subjects = [
  subject('plan', 'deployment-plan.yaml', at(plan, 'title: Webshop 2.0'), {
    name: 'Webshop 2.0',
    format: 'deployment-plan',
    facts: { people: at(plan, 'people: []') },
    watch: INFRASTRUCTURE,
  }),
  subject('plan-component', 'checkout', at(plan, 'checkout'), {
    format: 'deployment-plan',
    watch: COMPONENT,
  }),
  subject('plan-environment', 'production', at(plan, 'production'), {
    format: 'deployment-plan',
    environment: 'production',
    facts: { rollback: at(plan, '{ mechanism: rollout-abort }') },
  }),
  subject('plan-environment', 'staging', at(plan, 'staging'), {
    format: 'deployment-plan',
    environment: 'staging',
  }),
  subject(
    'object-store',
    'infrastructure:aws_s3_bucket.documents',
    at(main, 'resource "aws_s3_bucket" "documents"'),
    {
      name: 'aws_s3_bucket.documents',
      format: 'terraform',
      environment: 'production',
    },
  ),
  subject(
    'object-store',
    'infrastructure:aws_s3_bucket.exports',
    at(main, 'resource "aws_s3_bucket" "exports"'),
    {
      name: 'aws_s3_bucket.exports',
      format: 'terraform',
      environment: 'production',
    },
  ),
  subject('workload', 'kubernetes/checkout:Deployment/checkout', at(deployment, 'checkout'), {
    name: 'checkout',
    format: 'kubernetes',
    environment: 'production',
    facts: { 'containers.0.privileged': at(deployment, 'true', 'privileged') },
  }),
  subject('deploy-job', '.github/workflows/deploy.yml:production', at(workflow, 'production'), {
    name: 'production',
    format: 'github-actions',
    environment: 'production',
    facts: { approval: at(workflow, 'production', 'environment') },
  }),
  ...[
    'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683',
    'azure/setup-kubectl@v4',
    'docker/login-action@v3',
  ].map((reference) =>
    subject('build-dependency', reference, at(workflow, reference), { format: 'github-actions' }),
  ),
  subject('document', 'docs/runbooks/rollback.md', at(runbook, '# Rolling back'), { format: 'documents' }),
];

/** A deployment of some drift: violations of each severity, one waived, one undecided, one file that cannot be read. */
export const STORY: Story = {
  files: [plan, main, deployment, workflow, runbook],
  skipped: [
    {
      path: 'charts/checkout/templates/service.yaml',
      status: 'not-examined',
      bytes: 412,
      formats: [],
      subjects: 0,
      reason: 'a Helm template, which must be rendered first',
    },
    {
      path: 'monitoring/alerts.yaml',
      status: 'unreadable',
      bytes: 980,
      sha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      formats: [],
      subjects: 0,
      reason: 'it is not valid YAML',
    },
    {
      path: 'package.json',
      status: 'not-recognized',
      bytes: 2310,
      sha256: '7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730',
      formats: [],
      subjects: 0,
    },
  ],
  plan: at(plan, 'Webshop 2.0'),
  completeness: stepsAt(at(plan, 'Webshop 2.0'), 'production'),
  rules: Object.values(RULES),
  subjects,
  results: {
    'delivery/production-deploy-approved': {
      undecided: [
        [
          '.github/workflows/deploy.yml:production',
          'approval',
          'the reviewers of the environment "production" are not kept in the files',
        ],
      ],
    },
    'documentation/runbook-sections': {
      violated: [
        [
          'docs/runbooks/rollback.md',
          '',
          'Runbook docs/runbooks/rollback.md has no section on verification.',
        ],
      ],
    },
    'encryption/object-store-encrypted': {
      violated: [
        [
          'infrastructure:aws_s3_bucket.exports',
          '',
          'Object store aws_s3_bucket.exports is not encrypted at rest.',
        ],
      ],
      passed: ['infrastructure:aws_s3_bucket.documents'],
    },
    'plan/people-stated': {
      violated: [['deployment-plan.yaml', 'people', 'The plan names nobody who carries it out.']],
    },
    'rollback/mechanism-exists': { passed: ['production', 'staging'] },
    'supply-chain/actions-pinned': {
      violated: [
        ['azure/setup-kubectl@v4', '', 'Action azure/setup-kubectl@v4 is named by a moving tag.'],
        ['docker/login-action@v3', '', 'Action docker/login-action@v3 is named by a moving tag.'],
      ],
      passed: ['actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683'],
    },
    'workload/containers-not-privileged': {
      violated: [
        [
          'kubernetes/checkout:Deployment/checkout',
          'containers.0.privileged',
          'Container payments-proxy of checkout is privileged.',
          ['production', 'rollback', 'the plan rolls back by rollout-abort here'],
        ],
      ],
    },
  },
  waivers: [
    {
      kind: 'file',
      rules: ['encryption/object-store-encrypted'],
      reason: 'Exports hold no personal data and are deleted nightly.',
      approver: 'ciso@webshop.example',
      until: '2027-01-31',
      location: at(plan, 'resources'),
      scope: { subjects: ['aws_s3_bucket.exports'] },
    },
    {
      kind: 'file',
      rules: ['supply-chain/*'],
      reason: 'Actions are pinned once the mirror is there.',
      approver: null,
      until: '2026-10-31',
      location: at(plan, 'environments'),
      scope: {},
    },
  ],
  diagnostics: [
    {
      code: 'yaml/syntax',
      level: 'error',
      message: 'A mapping value is not allowed here.',
      path: 'monitoring/alerts.yaml',
      help: 'Quote the value, or break the line.',
    },
    {
      code: 'discover/template',
      level: 'note',
      message: 'A Helm template is not examined before it is rendered.',
      path: 'charts/checkout/templates/service.yaml',
    },
  ],
};

export const drifted: Report = reportOf(STORY);

/** The same deployment when all is well. */
export const consistent: Report = reportOf({
  ...STORY,
  skipped: [],
  diagnostics: [],
  waivers: [],
  rules: Object.values(RULES).filter(
    ({ id }) => !['observability/critical-service-alerts', 'recovery/backup-meets-rpo'].includes(id),
  ),
  tailoring: new Map([
    ['monitoring-alerting', { reason: 'The shop is watched by the hosting provider.', approvedBy: 'cto' }],
  ]),
  results: {
    'delivery/production-deploy-approved': { passed: ['.github/workflows/deploy.yml:production'] },
    'documentation/runbook-sections': { passed: ['docs/runbooks/rollback.md'] },
    'encryption/object-store-encrypted': {
      passed: ['infrastructure:aws_s3_bucket.documents', 'infrastructure:aws_s3_bucket.exports'],
    },
    'plan/people-stated': { passed: ['deployment-plan.yaml'] },
    'rollback/mechanism-exists': { passed: ['production', 'staging'] },
    'supply-chain/actions-pinned': {
      passed: [
        'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683',
        'azure/setup-kubectl@v4',
        'docker/login-action@v3',
      ],
    },
    'workload/containers-not-privileged': { passed: ['kubernetes/checkout:Deployment/checkout'] },
  },
});

/** Findings without a plan to hold the files against. */
export const withoutPlan: Report = reportOf({ ...STORY, plan: undefined });
