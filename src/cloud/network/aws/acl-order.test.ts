import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../../test/support/terraform.ts';

const actions = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith('  action:'));

test.each([
  ['behind a denial of all that it allows', 10, '', 'deny'],
  ['before it', 30, '', 'allow'],
  ['behind one of another port', 10, '3306', 'allow'],
])('an entry that stands %s', async (_, number, port, action) => {
  const text = `
resource "aws_network_acl" "main" {
  ingress {
    rule_no    = ${number}
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = ${port || '22'}
    to_port    = ${port || '22'}
  }
  ingress {
    rule_no    = 20
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "10.0.0.0/8"
    from_port  = 22
    to_port    = 22
  }
}
`;
  expect(actions(await terraformSubjects(text, 'network-rule'))[1]).toContain(action);
});

test('entries of one ACL are in order, those of another are not asked', async () => {
  const entry = (name: string, acl: string, number: number, action: string): string => `
  ${name}:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref ${acl}
      RuleNumber: ${number}
      RuleAction: ${action}
      Protocol: -1
      CidrBlock: 0.0.0.0/0`;
  const text = `
Resources:
  One:
    Type: AWS::EC2::NetworkAcl
  Two:
    Type: AWS::EC2::NetworkAcl
${entry('Deny', 'One', 1, 'deny')}
${entry('Behind', 'One', 2, 'allow')}
${entry('Other', 'Two', 2, 'allow')}
`;
  expect(actions(await cloudFormationSubjects(text, 'network-rule'))).toMatchInlineSnapshot(`
    [
      "  action: "deny" @13:19",
      "  action: "deny" @13:19",
      "  action: "allow" @31:19",
    ]
  `);
});
