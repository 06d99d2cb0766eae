import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('certificates renew themselves where the cloud issues them and nobody has to answer a mail', async () => {
  const text = `
resource "aws_acm_certificate" "inside" { certificate_authority_arn = "arn:aws:acm-pca:x" }
resource "aws_acm_certificate" "imported" {
  validation_method = "DNS"
  certificate_body  = "x"
}
resource "azurerm_key_vault_certificate" "weak" {
  certificate_policy {
    key_properties { key_size = 1024 }
    lifetime_action {
      action { action_type = "AutoRenew" }
    }
  }
}
resource "google_certificate_manager_certificate" "managed" {
  managed { domains = ["shop.example.com"] }
}
`;
  expect(await terraformSubjects(text, 'certificate')).toMatchInlineSnapshot(`
    "certificate :aws_acm_certificate.inside "aws_acm_certificate.inside" @2:1
      provider: "aws"
      renewed: true @2:71
      weakKey: false @2:1 (key_algorithm is not set here @2:1)

    certificate :aws_acm_certificate.imported "aws_acm_certificate.imported" @3:1
      provider: "aws"
      renewed: false @5:23
      weakKey: false @3:1 (key_algorithm is not set here @3:1)

    certificate :azurerm_key_vault_certificate.weak "azurerm_key_vault_certificate.weak" @7:1
      provider: "azure"
      renewed: true @11:30
      weakKey: true @9:33

    certificate :google_certificate_manager_certificate.managed "google_certificate_manager_certificate.managed" @15:1
      provider: "gcp"
      renewed: true @16:3
      weakKey: null @15:1"
  `);
  const template = `
Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties: { KeyAlgorithm: RSA_1024 }
`;
  expect(await cloudFormationSubjects(template, 'certificate')).toMatchInlineSnapshot(`
    "certificate template.yaml:Shop "Shop" @3:3
      provider: "aws"
      renewed: false @3:3 (ValidationMethod is not set here @3:3)
      weakKey: true @5:33"
  `);
});
