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
