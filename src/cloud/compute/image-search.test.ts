import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a search names owners, by filter too, or takes what anybody publishes', async () => {
  const text = `
variable "owners" {}
data "aws_ami" "named" { owners = ["self"] }
data "aws_ami" "given" { owners = var.owners }
data "aws_ami" "none" { owners = [] }
data "aws_ami_ids" "filtered" {
  filter {
    name   = "owner-alias"
    values = ["amazon"]
  }
}
`;
  expect(await terraformSubjects(text, 'image-search')).toMatchInlineSnapshot(`
    "image-search :data.aws_ami.named "data.aws_ami.named" @3:1
      provider: "aws"
      ownersNamed: true @3:35

    image-search :data.aws_ami.given "data.aws_ami.given" @4:1
      provider: "aws"
      ownersNamed: true @2:1 (var.owners is used here @4:35)

    image-search :data.aws_ami.none "data.aws_ami.none" @5:1
      provider: "aws"
      ownersNamed: false @5:1

    image-search :data.aws_ami_ids.filtered "data.aws_ami_ids.filtered" @6:1
      provider: "aws"
      ownersNamed: true @7:3"
  `);
});
