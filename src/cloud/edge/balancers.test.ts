import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a gateway has no firewall where the policy that it names is turned off', async () => {
  const text = `
resource "azurerm_application_gateway" "off" {
  firewall_policy_id = azurerm_web_application_firewall_policy.off.id
}
resource "azurerm_application_gateway" "on" {
  firewall_policy_id = azurerm_web_application_firewall_policy.on.id
}
resource "azurerm_web_application_firewall_policy" "off" {
  policy_settings { enabled = false }
}
resource "azurerm_web_application_firewall_policy" "on" {}
resource "azurerm_frontdoor" "off" {
  frontend_endpoint {
    web_application_firewall_policy_link_id = azurerm_frontdoor_firewall_policy.off.id
  }
}
resource "azurerm_frontdoor_firewall_policy" "off" { enabled = false }
`;
  const lines = (await terraformSubjects(text, 'gateway')).split('\n');
  expect(lines.filter((line) => line.startsWith('  firewalled:'))).toMatchInlineSnapshot(`
    [
      "  firewalled: false @3:24 (It is turned off here @9:31)",
      "  firewalled: true @6:24",
      "  firewalled: false @14:47 (It is turned off here @17:64)",
    ]
  `);
});

test('a listener of an application speaks HTTP when it names a port only', async () => {
  const text = `
resource "aws_lb_listener" "port" {
  port = 80
  default_action { type = "forward" }
}
resource "aws_lb_listener" "gateway" {
  default_action { type = "forward" }
}
`;
  const lines = (await terraformSubjects(text, 'endpoint')).split('\n');
  expect(lines.filter((line) => line.startsWith('  plain:'))).toEqual([
    '  plain: true @2:1',
    '  plain: unknown because its protocol is not set @6:1',
  ]);
});

test('a firewall is asked of a public balancer that no CDN stands before', async () => {
  const balancers = `
resource "aws_lb" "bare" {}
resource "aws_lb" "inner" { internal = true }
resource "aws_lb" "guarded" {}
resource "aws_wafv2_web_acl_association" "guarded" {
  resource_arn = aws_lb.guarded.arn
  web_acl_arn  = "arn"
}
`;
  const firewalled = async (text: string): Promise<readonly string[]> =>
    (await terraformSubjects(text, 'gateway')).split('\n').filter((line) => line.includes('firewalled'));
  expect(await firewalled(balancers)).toMatchInlineSnapshot(`
    [
      "  firewalled: false @2:1",
      "  firewalled: null @3:40",
      "  firewalled: true @5:1",
    ]
  `);
  expect(await firewalled(`${balancers}\nresource "aws_cloudfront_distribution" "cdn" { web_acl_id = "a" }`))
    .toMatchInlineSnapshot(`
    [
      "  firewalled: null @2:1",
      "  firewalled: null @3:40",
      "  firewalled: true @5:1",
      "  firewalled: true @10:61",
    ]
  `);
});

test('a name of an API at the edge takes TLS 1.0 unless it says otherwise', async () => {
  const text = `
resource "aws_api_gateway_domain_name" "edge" {}
resource "aws_api_gateway_domain_name" "regional" {
  endpoint_configuration { types = ["REGIONAL"] }
}
resource "aws_api_gateway_domain_name" "current" { security_policy = "TLS_1_2" }
`;
  const lines = (await terraformSubjects(text, 'endpoint')).split('\n');
  expect(lines.filter((line) => line.includes('oldestTls'))).toMatchInlineSnapshot(`
    [
      "  oldestTls: 1 @2:1 (security_policy is not set here @2:1)",
      "  oldestTls: unknown because security_policy is not set, and that of an endpoint of one region is not told @3:1",
      "  oldestTls: 1.2 @6:70",
    ]
  `);
});
