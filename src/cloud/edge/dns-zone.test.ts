import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('zones are signed, not signed, or not asked, as private ones are', async () => {
  const text = `
resource "google_dns_managed_zone" "moving" {
  dnssec_config { state = "transfer" }
}
resource "google_dns_managed_zone" "inside" { visibility = "private" }
resource "aws_route53_zone" "signed" {}
resource "aws_route53_hosted_zone_dnssec" "signed" {
  hosted_zone_id = aws_route53_zone.signed.zone_id
}
resource "aws_route53_zone" "other" {}
resource "aws_route53_zone" "inside" {
  vpc { vpc_id = "vpc-1" }
}
`;
  expect(await terraformSubjects(text, 'dns-zone')).toMatchInlineSnapshot(`
    "dns-zone :google_dns_managed_zone.moving "google_dns_managed_zone.moving" @2:1
      provider: "gcp"
      signed: true @3:27
      weakKeys: false @3:3 (default_key_specs.algorithm is not set here @3:3)

    dns-zone :google_dns_managed_zone.inside "google_dns_managed_zone.inside" @5:1
      provider: "gcp"
      signed: null @5:60
      weakKeys: false @5:1 (dnssec_config.default_key_specs.algorithm is not set here @5:1)

    dns-zone :aws_route53_zone.signed "aws_route53_zone.signed" @6:1
      provider: "aws"
      signed: true @7:1 (signing_status is not set here @7:1)
      weakKeys: false @6:1

    dns-zone :aws_route53_zone.other "aws_route53_zone.other" @10:1
      provider: "aws"
      signed: null @10:1
      weakKeys: false @10:1

    dns-zone :aws_route53_zone.inside "aws_route53_zone.inside" @11:1
      provider: "aws"
      signed: null @11:1
      weakKeys: false @11:1"
  `);
  const template = `
Resources:
  Shop:
    Type: AWS::Route53::HostedZone
  Signing:
    Type: AWS::Route53::DNSSEC
    Properties: { HostedZoneId: !Ref Shop }
`;
  expect(await cloudFormationSubjects(template, 'dns-zone')).toMatchInlineSnapshot(`
    "dns-zone template.yaml:Shop "Shop" @3:3
      provider: "aws"
      signed: true @5:3
      weakKeys: false @3:3"
  `);
});
