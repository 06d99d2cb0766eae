import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';

const policies = (text: string): Promise<string> => cloudFormationSubjects(text, 'access-policy');

test('a role has who may take it, what is written into it, and what AWS has for administrators', async () => {
  const text = `
Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: [ec2.amazonaws.com] }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/ReadOnlyAccess
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess
      Policies:
        - PolicyName: all
          PolicyDocument:
            Statement:
              Effect: Allow
              Action: '*'
              Resource: !GetAtt Bucket.Arn
              Condition:
                Bool: { 'aws:MultiFactorAuthPresent': true }
  Bucket:
    Type: AWS::S3::Bucket
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy template.yaml:Deploy "Deploy" @3:3
      system: "aws-iam"
      on: "trust"
      statements.0.effect: "allow" @8:21
      statements.0.actions: ["sts:AssumeRole"] @10:21
      statements.0.resources: [] @8:21
      statements.0.principals: ["ec2.amazonaws.com"] @9:35
      statements.0.conditional: false @8:21
      statements.0.open: false @9:35

    access-policy template.yaml:Deploy.Policies[0] "Deploy.Policies[0]" @15:23
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @18:23
      statements.0.actions: ["*"] @19:23
      statements.0.resources: ["\${Bucket.Arn}"] @20:25
      statements.0.principals: [] @17:13
      statements.0.conditional: true @21:15
      statements.0.open: false @17:13

    access-policy template.yaml:Deploy.ManagedPolicyArns "Deploy.ManagedPolicyArns" @3:3
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @3:3
      statements.0.actions: ["AdministratorAccess","*"] @13:11
      statements.0.resources: ["*"] @13:11
      statements.0.principals: [] @3:3
      statements.0.conditional: false @3:3
      statements.0.open: false @3:3"
  `);
});

test('policies of resources and of serverless functions', async () => {
  const text = `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }
            Action: kms:*
            Resource: '*'
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AdministratorAccess
        - S3ReadPolicy: { BucketName: x }
        - Statement:
            - Effect: Allow
              NotAction: iam:*
              Resource: '*'
`;
  expect(await policies(text)).toMatchInlineSnapshot(`
    "access-policy template.yaml:Function.Policies[0] "Function.Policies[0]" @18:11
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @19:23
      statements.0.actions: ["*"] @20:26
      statements.0.resources: ["*"] @21:25
      statements.0.principals: [] @19:23
      statements.0.conditional: false @19:23
      statements.0.open: false @19:23
      statements.0.inverted: true @20:26

    access-policy template.yaml:Key "Key" @3:3
      system: "aws-iam"
      on: "resource"
      statements.0.effect: "allow" @8:21
      statements.0.actions: ["kms:*"] @10:21
      statements.0.resources: ["*"] @11:23
      statements.0.principals: ["arn:aws:iam::\${AWS::AccountId}:root"] @9:31
      statements.0.conditional: false @8:21
      statements.0.open: false @9:31

    access-policy template.yaml:Function.Policies "Function.Policies" @12:3
      system: "aws-iam"
      on: "identity"
      statements.0.effect: "allow" @12:3
      statements.0.actions: ["AdministratorAccess","*"] @16:11
      statements.0.resources: ["*"] @16:11
      statements.0.principals: [] @12:3
      statements.0.conditional: false @12:3
      statements.0.open: false @12:3"
  `);
});
