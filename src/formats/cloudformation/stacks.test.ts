import { describe, expect, it } from 'vitest';
import { resourcesIn } from './testing/values.ts';

const BUCKET = `
Parameters:
  Name: { Type: String }
  Retain: { Type: String, Default: "false" }
Conditions:
  IsRetained: !Equals [!Ref Retain, "true"]
Resources:
  Logs:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    Properties:
      BucketName: !Ref Name
  Copies:
    Type: AWS::S3::Bucket
    Condition: IsRetained
`;

describe('parameter files', () => {
  it('that are named like environments make a stack each', () => {
    expect(
      resourcesIn({
        'infra/bucket.yaml': BUCKET,
        'infra/parameters/prod.json':
          '[{ "ParameterKey": "Name", "ParameterValue": "logs" }, { "ParameterKey": "Retain", "ParameterValue": "true" }]',
        'infra/parameters/staging.json': '{ "Parameters": { "Name": "logs-staging" } }',
      }),
    ).toMatchInlineSnapshot(`
      [
        "stack infra/parameters/prod.json (prod)",
        "  AWS::S3::Bucket Logs BucketName="logs" DeletionPolicy="Retain"",
        "  AWS::S3::Bucket Copies",
        "stack infra/parameters/staging.json (staging)",
        "  AWS::S3::Bucket Logs BucketName="logs-staging" DeletionPolicy="Retain"",
      ]
    `);
  });

  it('count for the stack when there is one', () => {
    expect(
      resourcesIn({
        'bucket.yaml': BUCKET,
        'bucket.parameters.json': '[{ "ParameterKey": "Name", "ParameterValue": "logs" }]',
      }),
    ).toMatchInlineSnapshot(`
      [
        "stack bucket.yaml",
        "  AWS::S3::Bucket Logs BucketName="logs" DeletionPolicy="Retain"",
      ]
    `);
  });

  it('of other templates do not count', () => {
    expect(
      resourcesIn({
        'bucket.yaml': BUCKET,
        'prod.json': '[{ "ParameterKey": "Other", "ParameterValue": "logs" }]',
      }),
    ).toMatchInlineSnapshot(`
      [
        "stack bucket.yaml",
        "  AWS::S3::Bucket Logs BucketName=unknown because the parameter Name has no default DeletionPolicy="Retain"",
      ]
    `);
  });
});

describe('nested stacks', () => {
  const parent = (url: string): string => `
Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${url}
      Parameters: { Name: !Sub "logs-\${Key.Arn}" }
  Key: { Type: "AWS::KMS::Key" }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties: { Bucket: !GetAtt Storage.Outputs.Bucket }
`;

  it('are evaluated with the parameters that they are given', () => {
    expect(
      resourcesIn({
        'infra/main.yaml': parent('./nested/bucket.yaml'),
        'infra/nested/bucket.yaml': `${BUCKET}Outputs:\n  Bucket: { Value: !Ref Logs }\n`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "stack infra/main.yaml",
        "  AWS::CloudFormation::Stack Storage TemplateURL="./nested/bucket.yaml" Parameters={Name: unknown because Key.Arn is known after deployment in logs-\${…}}",
        "  AWS::S3::Bucket Storage.Logs BucketName=unknown because Key.Arn is known after deployment in logs-\${…} DeletionPolicy="Retain"",
        "  AWS::KMS::Key Key",
        "  AWS::S3::BucketPolicy Policy Bucket=unknown because Logs is known after deployment <Storage.Logs>",
      ]
    `);
  });

  it('that are elsewhere stay what they are', () => {
    expect(resourcesIn({ 'main.yaml': parent('https://s3.amazonaws.com/b/bucket.yaml') }))
      .toMatchInlineSnapshot(`
      [
        "stack main.yaml",
        "  AWS::CloudFormation::Stack Storage TemplateURL="https://s3.amazonaws.com/b/bucket.yaml" Parameters={Name: unknown because Key.Arn is known after deployment in logs-\${…}}",
        "  AWS::KMS::Key Key",
        "  AWS::S3::BucketPolicy Policy Bucket=unknown because Storage.Outputs.Bucket is known after deployment <Storage.Outputs.Bucket>",
      ]
    `);
  });

  it('that make each other are told', () => {
    expect(resourcesIn({ 'a.yaml': parent('b.yaml'), 'b.yaml': parent('a.yaml') })).toMatchInlineSnapshot(`
      [
        "stack a.yaml",
        "  AWS::CloudFormation::Stack Storage TemplateURL="b.yaml" Parameters={Name: unknown because Key.Arn is known after deployment in logs-\${…}}",
        "  AWS::CloudFormation::Stack Storage.Storage TemplateURL="a.yaml" Parameters={Name: unknown because Key.Arn is known after deployment in logs-\${…}}",
        "  AWS::KMS::Key Storage.Key",
        "  AWS::S3::BucketPolicy Storage.Policy Bucket=unknown because Storage.Outputs.Bucket is known after deployment <Storage.Storage.Outputs.Bucket>",
        "  AWS::KMS::Key Key",
        "  AWS::S3::BucketPolicy Policy Bucket=unknown because Storage.Outputs.Bucket is known after deployment <Storage.Outputs.Bucket>",
        "  cloudformation/cycle: Templates make stacks of each other in a ring: a.yaml -> b.yaml -> a.yaml.",
      ]
    `);
  });
});

it('loops make an entry for each element', () => {
  expect(
    resourcesIn({
      'main.yaml': `
Transform: AWS::LanguageExtensions
Parameters:
  Names: { Type: CommaDelimitedList, Default: "Logs,Data" }
Conditions:
  Fn::ForEach::Conditions:
    - Name
    - !Ref Names
    - Is\${Name}: !Equals ["\${Name}", Logs]
Resources:
  Fn::ForEach::Buckets:
    - Name
    - !Ref Names
    - Bucket\${Name}:
        Type: AWS::S3::Bucket
        Properties: { BucketName: !Sub "my-\${Name}", Tags: [{ Key: "a-\${Name}", Value: !Ref Name }] }
  Fn::ForEach::Topics:
    - Name
    - !Ref Names
    - Topic\${Name}: { Type: "AWS::SNS::Topic", Condition: "Is\${Name}", Properties: { A: !If ["Is\${Name}", 1, 2] } }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties: { Bucket: !Ref BucketLogs }
`,
    }),
  ).toMatchInlineSnapshot(`
    [
      "stack main.yaml",
      "  AWS::S3::Bucket BucketLogs BucketName="my-Logs" Tags=[{Key: "a-Logs", Value: "Logs"}]",
      "  AWS::S3::Bucket BucketData BucketName="my-Data" Tags=[{Key: "a-Data", Value: "Data"}]",
      "  AWS::SNS::Topic TopicLogs A=1",
      "  AWS::S3::BucketPolicy Policy Bucket=unknown because BucketLogs is known after deployment <BucketLogs>",
    ]
  `);
});

it('a broken resource costs itself', () => {
  expect(
    resourcesIn({
      'main.json': JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Resources: {
          A: {},
          B: 7,
          C: { Type: 'AWS::S3::Bucket', Condition: 'Missing' },
          D: { Type: { Ref: 'X' } },
        },
      }),
    }),
  ).toMatchInlineSnapshot(`
    [
      "stack main.json",
      "  AWS::S3::Bucket C (uncertain: Missing is no condition of the template)",
      "  cloudformation/no-type: The resource A has no type; neither it nor what belongs to it was judged.",
      "  cloudformation/no-type: The resource B has no type; neither it nor what belongs to it was judged.",
      "  cloudformation/unknown-condition: Missing is no condition of the template.",
      "  cloudformation/no-type: The resource D has a type that is no text; neither it nor what belongs to it was judged.",
    ]
  `);
});

it('what modules of Rain make is not known, which is told once', () => {
  expect(
    resourcesIn({
      'main.yaml': `
Resources:
  Network: { Type: !Rain::Module network.yaml }
  Site:
    Type: AWS::S3::Bucket
    Properties: { BucketName: !Sub "x-\${NetworkVpc}", Script: { "Fn::Sub": !Rain::Embed a.sh } }
`,
    }),
  ).toMatchInlineSnapshot(`
    [
      "stack main.yaml",
      "  AWS::S3::Bucket Site BucketName=unknown because a module may make it before deployment in x-\${…} Script=unknown because !Rain::Embed is filled in before deployment",
      "  cloudformation/module: What the module makes of the resource Network is not in the template, and was not judged.",
    ]
  `);
});

it('what a macro makes of a template is not known, which is told', () => {
  expect(
    resourcesIn({
      'main.yaml': `
Transform: [Standards, AWS::LanguageExtensions]
Resources:
  Site: { Type: AWS::S3::Bucket, Properties: { BucketName: site } }
`,
    }),
  ).toMatchInlineSnapshot(`
    [
      "stack main.yaml",
      "  AWS::S3::Bucket Site BucketName="site"",
      "  cloudformation/macro: What Standards makes of the template at deployment is not known: it was judged as it is written.",
    ]
  `);
});

it('what AWS includes in a template is not known, wherever it stands', () => {
  const include = '{ Name: AWS::Include, Parameters: { Location: s3://shared/part.yaml } }';
  const site = 'Site: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Shared } }';
  expect([
    ...resourcesIn({ 'main.yaml': `Transform: ${include}\nResources:\n  ${site}\n` }),
    ...resourcesIn({ 'main.yaml': `Resources:\n  Fn::Transform: ${include}\n  ${site}\n` }),
  ]).toMatchInlineSnapshot(`
    [
      "stack main.yaml",
      "  AWS::S3::Bucket Site BucketName=unknown because AWS::Include may make it at deployment",
      "  cloudformation/macro: What AWS::Include makes of the template at deployment is not known: it was judged as it is written.",
      "stack main.yaml",
      "  AWS::S3::Bucket Site BucketName=unknown because AWS::Include may make it at deployment",
      "  cloudformation/macro: What AWS::Include makes of the template at deployment is not known: it was judged as it is written.",
    ]
  `);
});
