import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('scanning of the whole registry counts for each of its repositories', async () => {
  const text = `
resource "aws_ecr_repository" "a" { image_tag_mutability = "IMMUTABLE" }
resource "aws_ecr_registry_scanning_configuration" "all" { scan_type = "ENHANCED" }
resource "azurerm_container_registry" "b" { admin_enabled = true }
`;
  expect(await terraformSubjects(text, 'registry')).toMatchInlineSnapshot(`
    "registry :aws_ecr_repository.a "aws_ecr_repository.a" @2:1
      provider: "aws"
      scanned: true @3:1
      tagsImmutable: true @2:60
      sharedPassword: false @2:1

    registry :azurerm_container_registry.b "azurerm_container_registry.b" @4:1
      provider: "azure"
      scanned: null @4:1
      tagsImmutable: null @4:1
      sharedPassword: true @4:61"
  `);
});
