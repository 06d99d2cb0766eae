import { expect, it } from 'vitest';
import { printSubject } from '../../../test/support/facts.ts';
import { environmentFacts, environmentsPlan } from '../testing/environments.ts';
import { relateTree } from '../testing/tree.ts';

const BUCKET = `resource "aws_s3_bucket" "logs" {
  bucket = "logs-\${terraform.workspace}"
}
resource "aws_s3_bucket_versioning" "logs" {
  bucket = "logs-\${terraform.workspace}"
  versioning_configuration {
    status = terraform.workspace == "prod" ? "Enabled" : "Suspended"
  }
}
resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = terraform.workspace == "prod" ? "private" : "private"
}
`;
const PLAN =
  '[{ name: staging, infrastructure: [infra], workspace: stage }, { name: production, infrastructure: [infra], workspace: prod }]';

const stores = async (plan: string): Promise<readonly string[]> =>
  (await relateTree({ ...environmentsPlan(plan), 'infra/main.tf': BUCKET }))
    .filter(({ kind }) => kind === 'object-store')
    .map(
      (store) =>
        `${store.id} ${String(store.environment)} ${/ {2}versioned: .*/.exec(printSubject(store))?.[0] ?? ''}`,
    );

it('the workspaces of the plan tell environments of one root apart', async () => {
  expect(await stores(PLAN)).toMatchInlineSnapshot(`
    [
      "infra (workspace stage):aws_s3_bucket.logs staging   versioned: false @7:58 (This condition is false @7:14)",
      "infra (workspace prod):aws_s3_bucket.logs production   versioned: true @7:46 (This condition is true @7:14)",
    ]
  `);
  expect(await environmentFacts({ ...environmentsPlan(PLAN), 'infra/main.tf': BUCKET }, 'foundStacks'))
    .toMatchInlineSnapshot(`
    "staging (staging)
      foundStacks: ["infra (workspace stage)"] (found here @infra/main.tf:1:1)
    production (production)
      foundStacks: ["infra (workspace prod)"] (found here @infra/main.tf:1:1)"
  `);
});

it('without them nothing is claimed that depends on the workspace, but what belongs together is one', async () => {
  const [store, ...others] = (await relateTree({ 'infra/main.tf': BUCKET })).filter(
    ({ kind }) => kind === 'object-store',
  );
  expect(others).toEqual([]);
  expect(store && printSubject(store)).toMatchInlineSnapshot(`
    "object-store infra:aws_s3_bucket.logs "aws_s3_bucket.logs" @1:1
      provider: "aws"
      public: false @1:1
      publicAccessBlocked: true @1:1
      tlsRequired: false @1:1
      minimumTls: null @1:1
      networkLimited: null @1:1
      encrypted: true @1:1
      versioned: unknown because no workspace is stated for terraform.workspace @7:14
      retentionDays: null @1:1
      storeName: unknown because no workspace is stated for terraform.workspace @2:12
      uniformAccess: null @1:1"
  `);
});
