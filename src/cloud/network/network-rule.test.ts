import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const rules = (text: string): Promise<string> => terraformSubjects(text, 'network-rule');

test('rules of a security group, written in it or beside it; what is open points at the open range', async () => {
  const text = `
variable "office" {}
resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "TCP"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
  ingress {
    from_port       = 22
    to_port         = 22
    protocol        = "6"
    cidr_blocks     = [var.office]
    security_groups = [aws_security_group.bastion.id]
  }
  egress {
    from_port        = 0
    to_port          = 0
    protocol         = -1
    ipv6_cidr_blocks = ["::/0"]
  }
}
resource "aws_security_group_rule" "out" {
  type      = "egress"
  from_port = 0
  to_port   = 0
  protocol  = "-1"
  self      = true
}
resource "aws_vpc_security_group_ingress_rule" "db" {
  cidr_ipv4   = aws_vpc.main.cidr_block
  ip_protocol = "tcp"
  from_port   = 5432
  to_port     = 5432
}
resource "aws_vpc" "main" {}
`;
  expect(await rules(text)).toMatchInlineSnapshot(`
    "network-rule :aws_security_group.web.ingress[0] "aws_security_group.web.ingress[0]" @4:3
      provider: "aws"
      direction: "ingress"
      stateless: false
      action: "allow" @4:3
      protocol: "tcp" @7:19
      fromPort: 443 @5:19
      toPort: 443 @6:19
      peers: ["10.0.0.0/8","0.0.0.0/0"] @8:34

    network-rule :aws_security_group.web.ingress[1] "aws_security_group.web.ingress[1]" @10:3
      provider: "aws"
      direction: "ingress"
      stateless: false
      action: "allow" @10:3
      protocol: "tcp" @13:23
      fromPort: 22 @11:23
      toPort: 22 @12:23
      peers: unknown because var.office has no value @2:1 (var.office is used here @14:24)

    network-rule :aws_security_group.web.egress[0] "aws_security_group.web.egress[0]" @17:3
      provider: "aws"
      direction: "egress"
      stateless: false
      action: "allow" @17:3
      protocol: "all" @20:24
      fromPort: 0 @20:24
      toPort: 65535 @20:24
      peers: ["::/0"] @21:25

    network-rule :aws_security_group_rule.out "aws_security_group_rule.out" @24:1
      provider: "aws"
      direction: "egress"
      stateless: false
      action: "allow" @24:1
      protocol: "all" @28:15
      fromPort: 0 @28:15
      toPort: 65535 @28:15
      peers: [] @24:1

    network-rule :aws_vpc_security_group_ingress_rule.db "aws_vpc_security_group_ingress_rule.db" @31:1
      provider: "aws"
      direction: "ingress"
      stateless: false
      action: "allow" @31:1
      protocol: "tcp" @33:17
      fromPort: 5432 @34:17
      toPort: 5432 @35:17
      peers: ["\${aws_vpc.main.cidr_block}"] @32:17"
  `);
});

test('a dynamic block for a list that is not known may not be there: what it does is unknown', async () => {
  const text = `
variable "ports" {}
resource "aws_security_group" "web" {
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
`;
  expect(await rules(text)).toMatchInlineSnapshot(`
    "network-rule :aws_security_group.web.ingress[0] "aws_security_group.web.ingress[0]" @4:3
      provider: "aws"
      direction: "ingress"
      stateless: false
      action: unknown because var.ports has no value @4:3
      protocol: unknown because var.ports has no value @9:21
      fromPort: unknown because var.ports has no value @2:1 (ingress.value is used here @7:21) (var.ports is used here @5:16)
      toPort: unknown because var.ports has no value @2:1 (ingress.value is used here @8:21) (var.ports is used here @5:16)
      peers: unknown because var.ports has no value @10:22"
  `);
});

test('a network ACL also denies', async () => {
  const text = `
resource "aws_network_acl_rule" "ssh" {
  egress      = false
  protocol    = "tcp"
  rule_action = "deny"
  cidr_block  = "0.0.0.0/0"
  from_port   = 22
  to_port     = 22
}
resource "aws_network_acl" "main" {
  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "all"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}
`;
  expect(await rules(text)).toMatchInlineSnapshot(`
    "network-rule :aws_network_acl.main.egress[0] "aws_network_acl.main.egress[0]" @11:3
      provider: "aws"
      direction: "egress"
      stateless: true
      action: "allow" @13:18
      protocol: "all" @14:18
      fromPort: 0 @14:18
      toPort: 65535 @14:18
      peers: ["0.0.0.0/0"] @15:18

    network-rule :aws_network_acl_rule.ssh "aws_network_acl_rule.ssh" @2:1
      provider: "aws"
      direction: "ingress"
      stateless: true
      action: "deny" @5:17
      protocol: "tcp" @4:17
      fromPort: 22 @7:17
      toPort: 22 @8:17
      peers: ["0.0.0.0/0"] @6:17"
  `);
});

test('Azure and Google write ranges of ports, and have words for everywhere', async () => {
  const text = `
resource "azurerm_network_security_rule" "web" {
  direction               = "Inbound"
  access                  = "Allow"
  protocol                = "*"
  source_address_prefix   = "Internet"
  destination_port_ranges = ["80", "8000-8100"]
}
resource "azurerm_network_security_group" "db" {
  security_rule {
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    destination_port_range     = "*"
    destination_address_prefix = "10.0.0.0/8"
  }
}
resource "google_compute_firewall" "ssh" {
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  deny { protocol = "udp" }
}
resource "google_compute_firewall" "inner" {
  source_tags = ["web"]
  allow { protocol = "all" }
}
`;
  expect(await rules(text)).toMatchInlineSnapshot(`
    "network-rule :azurerm_network_security_rule.web.ports[0] "azurerm_network_security_rule.web.ports[0]" @2:1
      provider: "azure"
      direction: "ingress"
      stateless: false
      action: "allow" @4:29
      protocol: "all" @5:29
      peers: ["0.0.0.0/0"] @6:29
      fromPort: 80 @7:30
      toPort: 80 @7:30

    network-rule :azurerm_network_security_rule.web.ports[1] "azurerm_network_security_rule.web.ports[1]" @2:1
      provider: "azure"
      direction: "ingress"
      stateless: false
      action: "allow" @4:29
      protocol: "all" @5:29
      peers: ["0.0.0.0/0"] @6:29
      fromPort: 8000 @7:36
      toPort: 8100 @7:36

    network-rule :azurerm_network_security_group.db.security_rule[0] "azurerm_network_security_group.db.security_rule[0]" @10:3
      provider: "azure"
      direction: "egress"
      stateless: false
      action: "deny" @12:34
      protocol: "tcp" @13:34
      peers: ["10.0.0.0/8"] @15:34
      fromPort: 0 @14:34
      toPort: 65535 @14:34

    network-rule :google_compute_firewall.ssh.allow[0] "google_compute_firewall.ssh.allow[0]" @19:3
      provider: "gcp"
      direction: "ingress"
      peers: ["0.0.0.0/0"] @18:1
      stateless: false
      action: "allow" @19:3
      protocol: "tcp" @20:16
      fromPort: 22 @21:17
      toPort: 22 @21:17

    network-rule :google_compute_firewall.ssh.deny[0] "google_compute_firewall.ssh.deny[0]" @23:3
      provider: "gcp"
      direction: "ingress"
      peers: ["0.0.0.0/0"] @18:1
      stateless: false
      action: "deny" @23:3
      protocol: "udp" @23:21
      fromPort: 0 @23:3
      toPort: 65535 @23:3

    network-rule :google_compute_firewall.inner.allow[0] "google_compute_firewall.inner.allow[0]" @27:3
      provider: "gcp"
      direction: "ingress"
      peers: [] @25:1
      stateless: false
      action: "allow" @27:3
      protocol: "all" @27:22
      fromPort: 0 @27:3
      toPort: 65535 @27:3"
  `);
});

test('a block with no fixed bit is everywhere, however it is written', async () => {
  const text = `
resource "aws_security_group" "written" {
  ingress {
    protocol         = "tcp"
    from_port        = 22
    to_port          = 22
    ipv6_cidr_blocks = ["0000:0000:0000:0000:0000:0000:0000:0000/0"]
  }
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.0.0.0/0"]
  }
}
`;
  const subjects = await terraformSubjects(text, 'network-rule');
  expect(subjects.match(/peers: .*/g)).toEqual(['peers: ["::/0"] @7:25', 'peers: ["0.0.0.0/0"] @13:20']);
});
