import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('tags are those of the resource and of the configuration that it is made with', async () => {
  const text = `provider "aws" {
  default_tags {
    tags = {
      owner = "shop"
    }
  }
}
provider "aws" {
  alias = "west"
}
resource "aws_s3_bucket" "both" {
  tags = {
    cost-center = "1"
  }
}
resource "aws_s3_bucket" "west" {
  provider = aws.west
}
resource "aws_s3_bucket" "open" {
  tags = var.tags
}
module "m" {
  source = "./m"
}
variable "tags" {}
`;
  const files = { 'main.tf': text, 'm/main.tf': 'resource "aws_sqs_queue" "orders" {}\n' };
  expect(await terraformSubjects(files, 'tagging')).toMatchInlineSnapshot(`
    "tagging :aws_s3_bucket.both "aws_s3_bucket.both" @11:1
      provider: "aws"
      names: ["cost-center","owner"] @12:10
      complete: true @11:1

    tagging :aws_s3_bucket.west "aws_s3_bucket.west" @16:1
      provider: "aws"
      names: [] @16:1
      complete: true @16:1

    tagging :aws_s3_bucket.open "aws_s3_bucket.open" @19:1
      provider: "aws"
      names: unknown because var.tags has no value @25:1 (var.tags is used here @20:10)
      complete: true @19:1

    tagging :module.m.aws_sqs_queue.orders "module.m.aws_sqs_queue.orders" @1:1
      provider: "aws"
      names: [] @1:1 (module.m is called here @main.tf:22:1)
      complete: unknown because the configurations of its provider differ, and the call of the module decides which it gets @1:1 (module.m is called here @main.tf:22:1)"
  `);
});

test('labels of Google come from the provider only where they are called so; those of Azure never do', async () => {
  const text = `provider "google" {
  default_labels = {
    owner = "shop"
  }
}
resource "google_storage_bucket" "documents" {}
resource "google_container_cluster" "shop" {}
resource "google_sql_database_instance" "orders" {
  settings {
    user_labels = {
      owner = "shop"
    }
  }
}
resource "azurerm_storage_account" "documents" {}
resource "aws_s3_bucket" "elsewhere" {}
`;
  expect(await terraformSubjects(text, 'tagging')).toMatchInlineSnapshot(`
    "tagging :aws_s3_bucket.elsewhere "aws_s3_bucket.elsewhere" @16:1
      provider: "aws"
      names: [] @16:1
      complete: unknown because tags can be given by the configuration of its provider, which is elsewhere @16:1

    tagging :azurerm_storage_account.documents "azurerm_storage_account.documents" @15:1
      provider: "azure"
      names: [] @15:1
      complete: true @15:1

    tagging :google_storage_bucket.documents "google_storage_bucket.documents" @6:1
      provider: "gcp"
      names: ["owner"] @6:1
      complete: true @6:1

    tagging :google_container_cluster.shop "google_container_cluster.shop" @7:1
      provider: "gcp"
      names: [] @7:1
      complete: true @7:1

    tagging :google_sql_database_instance.orders "google_sql_database_instance.orders" @8:1
      provider: "gcp"
      names: ["owner"] @10:19
      complete: true @8:1"
  `);
});

test('the stack of a template may have tags that are not in it', async () => {
  const text = `
Resources:
  Documents:
    Type: AWS::S3::Bucket
    Properties:
      Tags: [{ Key: owner, Value: !Ref Owner }]
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Tags: { owner: shop }
`;
  expect(await cloudFormationSubjects(text, 'tagging')).toMatchInlineSnapshot(`
    "tagging template.yaml:Documents "Documents" @3:3
      provider: "aws"
      names: ["owner"] @6:13
      complete: unknown because tags can be given to the whole stack when it is deployed @3:3

    tagging template.yaml:Api "Api" @7:3
      provider: "aws"
      names: ["owner"] @10:7
      complete: unknown because tags can be given to the whole stack when it is deployed @7:3"
  `);
});
