import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('what nobody states is as the service has it, and nodes of Google are as their release channel says', async () => {
  const text = `
resource "aws_db_instance" "silent" {}
resource "aws_mq_broker" "silent" {}
resource "google_container_node_pool" "silent" {}
resource "google_container_node_pool" "half" {
  management { auto_repair = true }
}
`;
  expect(await terraformSubjects(text, 'upgrade-setting')).toMatchInlineSnapshot(`
    "upgrade-setting :aws_db_instance.silent "aws_db_instance.silent" @2:1
      provider: "aws"
      automatic: true @2:1 (auto_minor_version_upgrade is not set here @2:1)

    upgrade-setting :aws_mq_broker.silent "aws_mq_broker.silent" @3:1
      provider: "aws"
      automatic: false @3:1 (auto_minor_version_upgrade is not set here @3:1)

    upgrade-setting :google_container_node_pool.silent "google_container_node_pool.silent" @4:1
      provider: "gcp"
      automatic: unknown because management is not set, and the cluster's release channel decides @4:1

    upgrade-setting :google_container_node_pool.half "google_container_node_pool.half" @5:1
      provider: "gcp"
      automatic: false @6:3 (auto_upgrade is not set here @6:3)"
  `);
});
