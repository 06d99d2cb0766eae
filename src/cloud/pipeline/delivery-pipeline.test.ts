import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('releases go from target to target, and targets ask for approvals', async () => {
  const text = `resource "google_clouddeploy_target" "prod" {
  name             = "prod"
  require_approval = true
}
resource "google_clouddeploy_delivery_pipeline" "shop" {
  name = "shop"
  serial_pipeline {
    stages { target_id = "staging" }
    stages {
      target_id = google_clouddeploy_target.prod.name
      strategy {
        standard { verify = true }
      }
    }
  }
}
`;
  const printed = (await terraformSubjects(text, 'deploy-job')).split('\n');
  const facts = printed.filter((line) =>
    /^deploy-job|^ {2}(?:testedBefore|approval|verifiedAfter|target):/.test(line),
  );
  expect(facts.join('\n')).toMatchInlineSnapshot(`
    "deploy-job :google_clouddeploy_delivery_pipeline.shop:staging "staging" (staging) @8:5
      testedBefore: unknown because what makes its releases is not among the files @5:1
      verifiedAfter: true @12:29
      target: "staging" @8:26
      approval: unknown because the target staging is not among the files @8:26
    deploy-job :google_clouddeploy_delivery_pipeline.shop:prod "prod" (prod) @9:5
      testedBefore: unknown because what makes its releases is not among the files @5:1
      verifiedAfter: true @12:29
      target: "prod" @2:22 (google_clouddeploy_target.prod.name is used here @10:19)
      approval: "required" @3:22"
  `);
});
