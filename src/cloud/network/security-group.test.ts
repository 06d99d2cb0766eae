import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a group has the rules in it and beside it, wherever these name it', async () => {
  const text = `
resource "aws_security_group" "web" {
  name = "shop-web"
  ingress {
    from_port = 443
    to_port   = 443
    protocol  = "tcp"
  }
}
resource "aws_vpc_security_group_ingress_rule" "http" {
  security_group_id = aws_security_group.web.id
}
resource "aws_security_group_rule" "other" {
  security_group_id = aws_security_group.other.id
  type              = "ingress"
}
resource "aws_security_group" "other" {}
resource "azurerm_network_security_group" "web" {
  name = "nsg-web"
  security_rule {
    destination_port_ranges = ["80", "443"]
  }
}
resource "azurerm_network_security_rule" "ssh" {
  network_security_group_name = azurerm_network_security_group.web.name
}
resource "google_compute_firewall" "web" {
  name = "allow-web"
  allow {
    protocol = "tcp"
    ports    = ["80"]
  }
}
`;
  expect(await terraformSubjects(text, 'security-group')).toMatchInlineSnapshot(`
    "security-group :aws_security_group.web "aws_security_group.web" @2:1
      provider: "aws"
      title: "shop-web" @3:10
      label: "web"
      ingress: [":aws_security_group.web.ingress[0]",":aws_vpc_security_group_ingress_rule.http"]

    security-group :aws_security_group.other "aws_security_group.other" @17:1
      provider: "aws"
      title: null @17:1
      label: "other"
      ingress: [":aws_security_group_rule.other"]

    security-group :azurerm_network_security_group.web "azurerm_network_security_group.web" @18:1
      provider: "azure"
      title: "nsg-web" @19:10
      label: "web"
      ingress: [":azurerm_network_security_group.web.security_rule[0].ports[0]",":azurerm_network_security_group.web.security_rule[0].ports[1]",":azurerm_network_security_rule.ssh"]

    security-group :google_compute_firewall.web "google_compute_firewall.web" @27:1
      provider: "gcp"
      title: "allow-web" @28:10
      label: "web"
      ingress: [":google_compute_firewall.web.allow[0]"]"
  `);
});

test('a template names groups by name or reference', async () => {
  const text = `
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443 }
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: { GroupId: !GetAtt Web.GroupId }
`;
  expect(await cloudFormationSubjects(text, 'security-group')).toMatchInlineSnapshot(`
    "security-group template.yaml:Web "Web" @3:3
      provider: "aws"
      title: null @3:3
      label: "Web"
      ingress: ["template.yaml:Web.SecurityGroupIngress[0]","template.yaml:Rule"]"
  `);
});

test('networks and subnets have their addresses', async () => {
  const text = `
variable "block" {}
resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "a" { cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 4, 1) }
resource "azurerm_virtual_network" "main" { address_space = ["10.1.0.0/16", var.block] }
resource "google_compute_network" "main" {}
`;
  expect(await terraformSubjects(text, 'address-space')).toMatchInlineSnapshot(`
    "address-space :aws_vpc.main "aws_vpc.main" @3:1
      provider: "aws"
      of: "network"
      blocks: ["10.0.0.0/16"] @3:42

    address-space :aws_subnet.a "aws_subnet.a" @4:1
      provider: "aws"
      of: "subnet"
      blocks: ["10.0.16.0/20"] @4:42 (aws_vpc.main.cidr_block is used here @4:53) (This decides it @3:42)

    address-space :azurerm_virtual_network.main "azurerm_virtual_network.main" @5:1
      provider: "azure"
      of: "network"
      blocks: unknown because var.block has no value @2:1 (var.block is used here @5:77)"
  `);
});
