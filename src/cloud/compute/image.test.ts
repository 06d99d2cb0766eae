import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('an image of Amazon Linux 2023 makes instances that ask for session tokens, unless they are told not to', async () => {
  const text = `
Parameters:
  Latest:
    Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
    Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
Resources:
  ByParameter:
    Type: AWS::EC2::Instance
    Properties: { ImageId: !Ref Latest }
  ByReference:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}'
  Told:
    Type: AWS::EC2::Instance
    Properties: { ImageId: !Ref Latest, MetadataOptions: { HttpTokens: optional } }
  Old:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-0c55b159cbfafe1f0 }
`;
  expect((await cloudFormationSubjects(text, 'instance')).match(/metadataOpen: .*/g)).toMatchInlineSnapshot(`
    [
      "metadataOpen: false @3:3 (Latest is used here @9:28)",
      "metadataOpen: true @17:72",
      "metadataOpen: true @18:3 (MetadataOptions.HttpTokens is not set here @18:3)",
      "metadataOpen: false @14:18",
    ]
  `);
  const terraform = `
data "aws_ami" "new" {
  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
}
data "aws_ssm_parameter" "new" { name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64" }
data "aws_ami" "old" { name_regex = "^amzn2-ami" }
resource "aws_instance" "a" { ami = data.aws_ami.new.id }
resource "aws_instance" "b" { ami = data.aws_ssm_parameter.new.value }
resource "aws_instance" "c" { ami = data.aws_ami.old.id }
`;
  expect((await terraformSubjects(terraform, 'instance')).match(/metadataOpen: .*/g)).toMatchInlineSnapshot(`
    [
      "metadataOpen: false @10:37",
      "metadataOpen: false @11:37",
      "metadataOpen: true @12:1 (metadata_options.http_tokens is not set here @12:1)",
    ]
  `);
});
