import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../../test/support/terraform.ts';
import type { SubjectKind } from '../../../../model/index.ts';
import { sourceFile } from '../../../../source/index.ts';
import { parseJson } from '../../../../syntax/json/index.ts';
import { format } from '../../index.ts';
import { readPlanJson } from './read.ts';
import { planJson } from './testing/plan-json.ts';

const ALL: readonly SubjectKind[] = ['stack', 'object-store', 'database', 'network-rule', 'access-policy'];

const PLAN = planJson({
  resources: [
    { address: 'aws_s3_bucket.b[0]', index: 0, values: { bucket: 'b', tags: {} }, unknown: { id: true } },
    {
      address: 'aws_s3_bucket_policy.b',
      values: { policy: '{"Statement":[{"Effect":"Allow","Principal":"*"}]}' },
      unknown: { bucket: true },
    },
  ],
  modules: {
    'module.m["x"]': [
      {
        address: 'module.m["x"].aws_security_group.g',
        values: { ingress: [{ from_port: 22, to_port: null, cidr_blocks: [null] }] },
        unknown: { ingress: [{ to_port: true, cidr_blocks: [true] }] },
      },
    ],
  },
  prior: [{ address: 'data.aws_iam_policy_document.d', mode: 'data', values: { json: '{}' } }],
  configuration: {
    provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
    root_module: {
      module_calls: {
        m: {
          expressions: { to: { references: ['module.m["x"].out', 'module.m["x"]'] } },
          module: {
            outputs: { out: { expression: { references: ['var.to'] } } },
            resources: [
              { address: 'aws_security_group.g', expressions: { ingress: { references: ['var.to'] } } },
            ],
          },
        },
      },
      resources: [
        {
          address: 'aws_s3_bucket_policy.b',
          expressions: { bucket: { references: ['aws_s3_bucket.b[0].id'] } },
        },
      ],
    },
  },
  more: { variables: { to: { value: 1 } } },
});

const MAIN = `
resource "aws_s3_bucket" "b" {
  count  = var.n
  bucket = "b"
}
resource "aws_s3_bucket_policy" "b" { bucket = aws_s3_bucket.b[0].id }
module "m" { source = "./m" }
`;

/** Each value of a JSON document in turn, and what stands around it. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const inner = value as Readonly<Record<string, unknown>>;
  const next = replaced(inner[key], rest, by);
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === key ? next : item))
    : { ...inner, [key]: next };
}

const plain: unknown = JSON.parse(PLAN);

test('a plan in which anything is something else makes nothing throw', async () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom({}, [], [[]], null, true, '', '__proto__', { references: 1 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pathsOf(plain)), odd, async (path, by) => {
      const text = JSON.stringify(replaced(plain, path, by));
      await terraformSubjects({ 'tfplan.json': text }, ...ALL);
      await terraformSubjects({ 'tfplan.json': text, 'main.tf': MAIN }, ...ALL);
    }),
    { numRuns: 100, examples: [[['configuration', 'provider_config', 'aws', 'name'], '__proto__']] },
  );
});

test('a plan that ends anywhere makes nothing throw', async () => {
  for (let end = 0; end < PLAN.length; end += 97)
    await terraformSubjects({ 'tfplan.json': PLAN.slice(0, end), 'main.tf': MAIN }, ...ALL);
});

test('variables and outputs in a circle lead nowhere', async () => {
  expect(await terraformSubjects({ 'tfplan.json': PLAN }, 'network-rule')).toContain(
    'cidr_blocks[0] is known after apply',
  );
});

test('modules in modules end where JSON ends', async () => {
  const depth = 150;
  const module = `${'{"child_modules":['.repeat(depth)}{}${']}'.repeat(depth)}`;
  const call = `${'{"module_calls":{"m":{"module":'.repeat(depth)}{}${'}}}'.repeat(depth)}`;
  const text = `{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":${module}},"configuration":{"root_module":${call}}}`;
  expect(await terraformSubjects({ 'tfplan.json': text }, ...ALL)).toBe('');
});

const told = (text: string): readonly string[] => {
  const [document] = parseJson(sourceFile('tfplan.json', text)).documents;
  if (!document || !format.detect(document)) return ['no plan'];
  return readPlanJson(document).diagnostics.map(({ level, message }) => `${level}: ${message}`);
};

test.each([
  [
    'is of a later format',
    planJson({ more: { format_version: '2.0' } }),
    'error: Plans of format version 2.0 are not known here.',
  ],
  [
    'failed',
    planJson({ more: { errored: true } }),
    'warning: Planning failed, so what the plan has is not all that will be there.',
  ],
  [
    'only destroys',
    planJson({ more: { resource_changes: [{ address: 'a.b', change: { actions: ['delete'] } }] } }),
    'note: The plan only destroys, so it says nothing of what will be there.',
  ],
  [
    'is a state',
    '{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}',
    'no plan',
  ],
  ['is sound', PLAN, ''],
])('of a plan that %s it says so', (_, text, expected) => {
  expect(told(text).join(' ')).toBe(expected);
});
