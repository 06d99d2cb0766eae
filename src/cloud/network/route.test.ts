import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('routes stand on their own or in a table', async () => {
  const text = `
resource "aws_route_table" "private" {
  route {
    ipv6_cidr_block           = "::/0"
    vpc_peering_connection_id = "pcx-1"
  }
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = "igw-1"
  }
}
resource "aws_route" "shared" {
  destination_cidr_block    = "10.1.0.0/16"
  vpc_peering_connection_id = "pcx-1"
}
`;
  expect(await terraformSubjects(text, 'route')).toMatchInlineSnapshot(`
    "route :aws_route.shared "aws_route.shared" @12:1
      provider: "aws"
      destinations: ["10.1.0.0/16"] @13:31
      overPeering: true @12:1

    route :aws_route_table.private.route[0] "aws_route_table.private.route[0]" @3:3
      provider: "aws"
      destinations: ["::/0"] @4:33
      overPeering: true @3:3

    route :aws_route_table.private.route[1] "aws_route_table.private.route[1]" @7:3
      provider: "aws"
      destinations: ["0.0.0.0/0"] @8:18
      overPeering: false @7:3"
  `);
  const template = `
Resources:
  Shared:
    Type: AWS::EC2::Route
    Properties: { DestinationCidrBlock: 0.0.0.0/0, VpcPeeringConnectionId: pcx-1 }
`;
  expect(await cloudFormationSubjects(template, 'route')).toMatchInlineSnapshot(`
    "route template.yaml:Shared "Shared" @3:3
      provider: "aws"
      destinations: ["0.0.0.0/0"] @5:41
      overPeering: true @3:3"
  `);
});
