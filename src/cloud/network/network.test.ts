import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a network knows its flow logs and the rules of its default security group', async () => {
  const text = `
resource "aws_vpc" "a" {}
resource "aws_vpc" "b" {}
resource "aws_flow_log" "a" { vpc_id = aws_vpc.a.id }
resource "aws_default_security_group" "a" { vpc_id = aws_vpc.a.id }
resource "aws_default_security_group" "b" { vpc_id = aws_vpc.b.id }
resource "aws_security_group_rule" "b" { security_group_id = aws_default_security_group.b.id }
resource "google_compute_subnetwork" "proxies" { purpose = "REGIONAL_MANAGED_PROXY" }
resource "google_project" "c" {}
`;
  expect(await terraformSubjects(text, 'network')).toMatchInlineSnapshot(`
    "network :aws_vpc.a "aws_vpc.a" @2:1
      provider: "aws"
      flowLogged: true @4:1
      publicByDefault: false @2:1
      defaultGroupOpen: false @5:1
      providerDefault: false @2:1

    network :aws_vpc.b "aws_vpc.b" @3:1
      provider: "aws"
      flowLogged: false @3:1
      publicByDefault: false @3:1
      defaultGroupOpen: true @7:1
      providerDefault: false @3:1

    network :google_project.c "google_project.c" @9:1
      provider: "gcp"
      flowLogged: null @9:1
      publicByDefault: false @9:1
      defaultGroupOpen: null @9:1
      providerDefault: true @9:1 (auto_create_network is not set here @9:1)

    network :google_compute_subnetwork.proxies "google_compute_subnetwork.proxies" @8:1
      provider: "gcp"
      flowLogged: null @8:60
      publicByDefault: false @8:1
      defaultGroupOpen: null @8:1
      providerDefault: false @8:1"
  `);
});
