import { describe, expect, it } from 'vitest';
import { publishedWarnings } from '../../../test/support/published.ts';
import { format } from './index.ts';

const warnings = (text: string): Promise<readonly string[]> =>
  publishedWarnings(format, 'template.yaml', text);

describe("AWS' specification of its resources", () => {
  it('warns of properties that are unknown, missing, or of another type, at their place', async () => {
    const text = `
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Privat
      VersioningConfigration: { Status: Enabled }
      LifecycleConfiguration: { Rules: nothing }
  Key:
    Type: AWS::SecretsManager::RotationSchedule
  Table:
    Type: AWS::DynamoDB::Table
    Properties: { BillingMode: PAY_PER_REQUEST }
`;
    expect(await warnings(text)).toEqual([
      '6 "Resources.Logs.Properties.AccessControl" must be "AuthenticatedRead", "AwsExecRead", "BucketOwnerFullControl", "BucketOwnerRead", "LogDeliveryWrite", "Private", "PublicRead" or "PublicReadWrite", found the text "Privat". Did you mean "Private"?',
      '7 "Resources.Logs.Properties" has no property "VersioningConfigration". Did you mean "VersioningConfiguration"?',
      '8 "Resources.Logs.Properties.LifecycleConfiguration.Rules" must be a list, found the text "nothing".',
      '9 "Resources.Key" needs the property "Properties".',
      '13 "Resources.Table.Properties" needs the property "KeySchema".',
    ]);
  });

  it('takes functions, dynamic references and what Rain embeds for anything', async () => {
    const text = `
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: !Ref Delay
      FifoQueue: { 'Fn::If': [IsFifo, true, { Ref: 'AWS::NoValue' }] }
      MaximumMessageSize: '{{resolve:ssm:size}}'
      VisibilityTimeout: '30'
  Table:
    Type: AWS::DynamoDB::Table
    Properties: { 'Fn::Transform': { Name: AWS::Include } }
  Code:
    Type: AWS::Lambda::Function
    Properties: { Role: !GetAtt Role.Arn, Code: { ZipFile: { 'Rain::Embed': handler.py } } }
`;
    expect(await warnings(text)).toEqual([]);
  });

  it('says nothing of types that it does not know, nor where a macro may change everything', async () => {
    const wrong = 'Type: AWS::S3::Bucket, Properties: { Nonsense: 1 }';
    expect(await warnings(`Resources: { A: { ${wrong} } }`)).toHaveLength(1);
    expect(await warnings(`Transform: AWS::LanguageExtensions\nResources: { A: { ${wrong} } }`)).toHaveLength(
      1,
    );
    expect(await warnings(`Transform: [Ours]\nResources: { A: { ${wrong} } }`)).toEqual([]);
    expect(await warnings('Resources: { A: { Type: Custom::Thing, Properties: { Nonsense: 1 } } }')).toEqual(
      [],
    );
    expect(await warnings('Resources: { A: { Type: AWS::S3::Nonsense, Properties: { X: 1 } } }')).toEqual([]);
    expect(await warnings('Resources: { A: { Type: constructor::constructor, Properties: 1 } }')).toEqual([]);
  });
});
