import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';

const stores = (text: string): Promise<string> => cloudFormationSubjects(text, 'object-store');

test('a template has in the bucket itself what Terraform has beside it', async () => {
  const text = `
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
      VersioningConfiguration:
        Status: Enabled
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
      LifecycleConfiguration:
        Rules:
          - Status: Disabled
            ExpirationInDays: 1
          - Status: Enabled
            NoncurrentVersionExpiration:
              NoncurrentDays: 30
            ExpirationInDays: 90
  Plain:
    Type: AWS::S3::Bucket
`;
  expect(await stores(text)).toMatchInlineSnapshot(`
    "object-store template.yaml:Logs "Logs" @3:3
      provider: "aws"
      public: true @6:22
      publicAccessBlocked: true @3:3
      tlsRequired: false @3:3
      minimumTls: null @3:3
      networkLimited: null @3:3
      encrypted: true @12:29
      versioned: true @8:17
      retentionDays: 30 @19:31
      storeName: null @3:3
      uniformAccess: null @3:3

    object-store template.yaml:Plain "Plain" @21:3
      provider: "aws"
      public: false @21:3
      publicAccessBlocked: true @21:3
      tlsRequired: false @21:3
      minimumTls: null @21:3
      networkLimited: null @21:3
      encrypted: true @21:3
      versioned: false @21:3
      retentionDays: null @21:3
      storeName: null @21:3
      uniformAccess: null @21:3"
  `);
});

test('a public grant is nothing where the bucket blocks public access', async () => {
  const text = `
Resources:
  Blocked:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicReadWrite
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: 'true'
        BlockPublicPolicy: true
`;
  expect(await stores(text)).toMatchInlineSnapshot(`
    "object-store template.yaml:Blocked "Blocked" @3:3
      provider: "aws"
      public: false @9:27
      publicAccessBlocked: false @7:7 (RestrictPublicBuckets is not set here @7:7)
      tlsRequired: false @3:3
      minimumTls: null @3:3
      networkLimited: null @3:3
      encrypted: true @3:3
      versioned: false @3:3
      retentionDays: null @3:3
      storeName: null @3:3
      uniformAccess: null @3:3"
  `);
});

test('a policy is joined by reference or by name, and opens a bucket of elsewhere', async () => {
  const policy = `PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: s3:GetObject
            Resource: '*'`;
  const text = `
Resources:
  Site:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: our-site
  ByName:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: our-site
      ${policy}
  Docs:
    Type: AWS::S3::Bucket
  ByReference:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Docs
      ${policy}
  Elsewhere:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !ImportValue assets
      ${policy}
`;
  const lines = (await stores(text)).split('\n').filter((line) => /^\S|public:/.test(line));
  expect(lines).toMatchInlineSnapshot(`
    [
      "object-store template.yaml:Site "Site" @3:3",
      "  public: true @14:24",
      "object-store template.yaml:Docs "Docs" @17:3",
      "  public: true @26:24",
      "object-store template.yaml:Elsewhere "Elsewhere" @29:3",
      "  public: true @36:24",
    ]
  `);
});

test('what is not written where AWS includes properties may be among these', async () => {
  const text = `
Resources:
  Site:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicAcls: false }
      Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://shared/bucket.yaml } }
`;
  expect(await cloudFormationSubjects(text, 'object-store')).toMatchInlineSnapshot(`
    "object-store template.yaml:Site "Site" @3:3
      provider: "aws"
      public: unknown because AWS::Include may put it in at deployment @7:7
      publicAccessBlocked: false @6:58
      tlsRequired: false @3:3
      minimumTls: null @3:3
      networkLimited: null @3:3
      encrypted: true @3:3
      versioned: unknown because AWS::Include may put it in at deployment @7:7
      retentionDays: null @3:3
      storeName: unknown because AWS::Include may put it in at deployment @7:7
      uniformAccess: null @3:3"
  `);
});
