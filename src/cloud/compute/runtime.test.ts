import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test.for([
  ['nodejs18.x', 'nodejs 18'],
  ['nodejs8.10', 'nodejs 8'],
  ['nodejs22', 'nodejs 22'],
  ['python3.9', 'python 3.9'],
  ['python310', 'python 3.10'],
  ['dotnetcore3.1', 'dotnet 3.1'],
  ['dotnet8', 'dotnet 8'],
  ['dotnet3', 'dotnet 3'],
  ['java8.al2', 'java 8'],
  ['php82', 'php 8.2'],
  ['ruby3.3', 'ruby 3.3'],
])('%s is %s', async ([written, version]) => {
  const text = `resource "aws_lambda_function" "f" { runtime = "${written}" }`;
  expect(await terraformSubjects(text, 'runtime')).toContain(`version: "${version}"`);
});

test('what has no version that ends has none', async () => {
  const text = `
resource "aws_lambda_function" "own" { runtime = "provided.al2023" }
resource "aws_lambda_function" "image" { package_type = "Image" }
`;
  expect(await terraformSubjects(text, 'runtime')).toMatchInlineSnapshot(`
    "runtime :aws_lambda_function.own "aws_lambda_function.own" @2:1
      provider: "aws"
      version: null @2:50

    runtime :aws_lambda_function.image "aws_lambda_function.image" @3:1
      provider: "aws"
      version: null @3:1"
  `);
});

test('Azure has an attribute for each language, and functions of templates a name', async () => {
  const text = `
resource "azurerm_windows_function_app" "f" {
  site_config {
    application_stack { node_version = "~18" }
  }
}
resource "azurerm_linux_web_app" "a" {
  site_config {
    application_stack { dotnet_version = "6.0" }
  }
}
`;
  expect(await terraformSubjects(text, 'runtime')).toMatchInlineSnapshot(`
    "runtime :azurerm_windows_function_app.f "azurerm_windows_function_app.f" @2:1
      provider: "azure"
      version: "nodejs 18" @4:40

    runtime :azurerm_linux_web_app.a "azurerm_linux_web_app.a" @7:1
      provider: "azure"
      version: "dotnet 6" @9:42"
  `);
  const template = `
Resources:
  F:
    Type: AWS::Lambda::Function
    Properties: { Runtime: python3.12 }
`;
  expect(await cloudFormationSubjects(template, 'runtime')).toMatchInlineSnapshot(`
    "runtime template.yaml:F "F" @3:3
      provider: "aws"
      version: "python 3.12" @5:28"
  `);
});
