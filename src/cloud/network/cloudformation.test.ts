import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';

const rules = (text: string): Promise<string> => cloudFormationSubjects(text, 'network-rule');

test('rules of a security group, written in it or beside it', async () => {
  const text = `
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: '443'
          CidrIp: 0.0.0.0/0
        - IpProtocol: -1
          SourceSecurityGroupId: !Ref Other
      SecurityGroupEgress:
        IpProtocol: '-1'
        CidrIpv6: ::/0
  Ssh:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt Web.GroupId
      IpProtocol: tcp
      FromPort: 22
      ToPort: 22
      CidrIp: !Ref Office
`;
  expect(await rules(text)).toMatchInlineSnapshot(`
    "network-rule template.yaml:Web.SecurityGroupIngress[0] "Web.SecurityGroupIngress[0]" @7:23
      provider: "aws"
      direction: "ingress"
      stateless: false
      action: "allow" @7:23
      protocol: "tcp" @7:23
      fromPort: 443 @8:21
      toPort: 443 @9:19
      peers: ["0.0.0.0/0"] @10:19

    network-rule template.yaml:Web.SecurityGroupIngress[1] "Web.SecurityGroupIngress[1]" @11:11
      provider: "aws"
      direction: "ingress"
      stateless: false
      action: "allow" @11:11
      protocol: "all" @11:23
      fromPort: 0 @11:23
      toPort: 65535 @11:23
      peers: [] @11:11

    network-rule template.yaml:Web.SecurityGroupEgress[0] "Web.SecurityGroupEgress[0]" @13:7
      provider: "aws"
      direction: "egress"
      stateless: false
      action: "allow" @13:7
      protocol: "all" @14:21
      fromPort: 0 @14:21
      toPort: 65535 @14:21
      peers: ["::/0"] @15:19

    network-rule template.yaml:Ssh "Ssh" @16:3
      provider: "aws"
      direction: "ingress"
      stateless: false
      action: "allow" @16:3
      protocol: "tcp" @20:19
      fromPort: 22 @21:17
      toPort: 22 @22:15
      peers: unknown because Office is neither a parameter nor a resource of the template @23:15"
  `);
});

test('entries of a network ACL have their ports in a range', async () => {
  const text = `
Resources:
  In:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      CidrBlock: 0.0.0.0/0
      Protocol: 6
      RuleAction: allow
      PortRange: { From: 22, To: 22 }
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      CidrBlock: 10.0.0.0/8
      Protocol: -1
      RuleAction: deny
      Egress: true
`;
  expect(await rules(text)).toMatchInlineSnapshot(`
    "network-rule template.yaml:In "In" @3:3
      provider: "aws"
      direction: "ingress"
      stateless: true
      action: "allow" @8:19
      protocol: "tcp" @7:17
      fromPort: 22 @9:26
      toPort: 22 @9:34
      peers: ["0.0.0.0/0"] @6:18

    network-rule template.yaml:Out "Out" @10:3
      provider: "aws"
      direction: "egress"
      stateless: true
      action: "deny" @15:19
      protocol: "all" @14:17
      fromPort: 0 @14:17
      toPort: 65535 @14:17
      peers: ["10.0.0.0/8"] @13:18"
  `);
});
