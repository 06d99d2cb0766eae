import { expect, it } from 'vitest';
import { resourcesIn } from '../testing/values.ts';

const rolesIn = (policies: string): readonly string[] =>
  resourcesIn({
    'template.yaml': `Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies: [${policies}]\n`,
  })
    .filter((line) => line.includes('AWS::IAM::Role'))
    .map((line) => / Policies=.*/.exec(line)?.[0] ?? '');

it('policy templates are the statements that they stand for, on what they name', () => {
  expect(
    rolesIn(
      'S3ReadPolicy: { BucketName: docs }, SQSSendMessagePolicy: { QueueName: !GetAtt Queue.QueueName }, LambdaInvokePolicy: {}, EC2DescribePolicy: {}',
    ),
  ).toMatchInlineSnapshot(`
    [
      " Policies=[{PolicyName: "OrdersRolePolicy0", PolicyDocument: {Statement: [{Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:GetLifecycleConfiguration", "s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"], Resource: ["arn:aws:s3:::docs", "arn:aws:s3:::docs/*"]}]}}, {PolicyName: "OrdersRolePolicy1", PolicyDocument: {Statement: [{Effect: "Allow", Action: ["sqs:SendMessage*"], Resource: [unknown because AWS::Region is known after deployment in arn:aws:sqs:\${…}:\${…}:\${…}]}]}}, {PolicyName: "OrdersRolePolicy2", PolicyDocument: {Statement: [{Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: [unknown because AWS::Region is known after deployment in arn:aws:lambda:\${…}:\${…}:function:\${…}*]}]}}, {PolicyName: "OrdersRolePolicy3", PolicyDocument: {Statement: [{Effect: "Allow", Action: ["ec2:DescribeInstances", "ec2:DescribeRegions"], Resource: ["*"]}]}}]",
    ]
  `);
});

it('others give none', () => {
  expect(rolesIn('PollyFullAccessPolicy: { LexiconName: x }')).toEqual([' Policies=[]']);
});
