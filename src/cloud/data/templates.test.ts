import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';

test('CloudFormation has volumes, file systems and keys with the defaults of its own', async () => {
  const text = `
Resources:
  Orders:
    Type: AWS::EC2::Volume
    Properties: { Encrypted: "true" }
  Web:
    Type: AWS::EC2::Instance
    Properties:
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs: { SnapshotId: snap-1 }
        - DeviceName: /dev/sdb
          NoDevice: {}
        - DeviceName: /dev/sdc
          Ebs: { VolumeSize: 100 }
  Bare:
    Type: AWS::EC2::Instance
  Templated:
    Type: AWS::EC2::Instance
    Properties:
      LaunchTemplate: { LaunchTemplateName: web, Version: "1" }
  Uploads:
    Type: AWS::EFS::FileSystem
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes:
        - Name: scratch
        - Name: uploads
          EFSVolumeConfiguration: { FilesystemId: !Ref Uploads, TransitEncryption: ENABLED }
  Key:
    Type: AWS::KMS::Key
  Signing:
    Type: AWS::KMS::Key
    Properties: { KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY }
`;
  expect(await cloudFormationSubjects(text, 'disk', 'file-system', 'key')).toMatchInlineSnapshot(`
    "disk template.yaml:Orders "Orders" @3:3
      provider: "aws"
      encrypted: true @5:30
      machineEncrypted: null @3:3

    disk template.yaml:Web.BlockDeviceMappings[0] "Web.BlockDeviceMappings[0]" @11:11
      provider: "aws"
      encrypted: unknown because it is as the snapshot in SnapshotId is @11:30
      machineEncrypted: null @11:11

    disk template.yaml:Web.BlockDeviceMappings[2] "Web.BlockDeviceMappings[2]" @15:11
      provider: "aws"
      encrypted: false @15:11
      machineEncrypted: null @15:11

    disk template.yaml:Bare.root "Bare.root" @16:3
      provider: "aws"
      encrypted: unknown because no root volume is written here, so that the image and the region's default decide @16:3
      machineEncrypted: null @16:3

    file-system template.yaml:Uploads "Uploads" @22:3
      provider: "aws"
      encrypted: false @22:3 (Encrypted is not set here @22:3)
      encryptedInTransit: null @22:3

    file-system template.yaml:Task.Volumes[1] "Task.Volumes[1]" @30:11
      provider: "aws"
      encrypted: null @30:11
      encryptedInTransit: true @30:84

    key template.yaml:Key "Key" @31:3
      provider: "aws"
      rotationDays: 0 @31:3 (EnableKeyRotation is not set here @31:3)
      expires: null @31:3
      enabled: true @31:3 (Enabled is not set here @31:3)

    key template.yaml:Signing "Signing" @33:3
      provider: "aws"
      rotationDays: null @33:3
      expires: null @33:3
      enabled: true @33:3 (Enabled is not set here @33:3)"
  `);
});

test('CloudFormation has queues, search domains and data services with the defaults of its own', async () => {
  const text = `
Parameters:
  KeyId: { Type: String }
Resources:
  Orders:
    Type: AWS::SQS::Queue
  Mails:
    Type: AWS::SNS::Topic
    Properties: { KmsMasterKeyId: !Ref Key }
  Perhaps:
    Type: AWS::SNS::Topic
    Properties: { KmsMasterKeyId: !Ref KeyId }
  Key:
    Type: AWS::KMS::Key
  Archive:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamEncryptionConfigurationInput: { KeyType: AWS_OWNED_CMK }
  Catalog:
    Type: AWS::OpenSearchService::Domain
    Properties:
      VPCOptions: { SubnetIds: [subnet-1] }
  Move:
    Type: AWS::DMS::ReplicationInstance
  Build:
    Type: AWS::CodeBuild::Project
    Properties:
      Artifacts: { Type: NO_ARTIFACTS, EncryptionDisabled: true }
      SecondaryArtifacts:
        - { Type: S3, EncryptionDisabled: Yes }
  Piped:
    Type: AWS::CodeBuild::Project
    Properties:
      Artifacts: { Type: CODEPIPELINE, EncryptionDisabled: true }
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      StreamEncryption: { EncryptionType: KMS }
`;
  expect(await cloudFormationSubjects(text, 'queue', 'search-domain', 'data-service')).toMatchInlineSnapshot(`
    "queue template.yaml:Orders "Orders" @5:3
      provider: "aws"
      encrypted: true @5:3 (SqsManagedSseEnabled is not set here @5:3)
      encryptedInTransit: null @5:3
      public: null @5:3
      logged: null @5:3

    queue template.yaml:Mails "Mails" @7:3
      provider: "aws"
      encrypted: true @9:35
      encryptedInTransit: null @7:3
      public: null @7:3
      logged: null @7:3

    queue template.yaml:Perhaps "Perhaps" @10:3
      provider: "aws"
      encrypted: unknown because the parameter KeyId has no default @3:3 (KeyId is used here @12:35)
      encryptedInTransit: null @10:3
      public: null @10:3
      logged: null @10:3

    queue template.yaml:Clicks "Clicks" @35:3
      provider: "aws"
      encrypted: false @38:7 (KeyId is not set here @38:7)
      encryptedInTransit: null @35:3
      public: null @35:3
      logged: null @35:3

    queue template.yaml:Archive "Archive" @15:3
      provider: "aws"
      encrypted: true @18:7
      encryptedInTransit: null @15:3
      public: null @15:3
      logged: null @15:3

    search-domain template.yaml:Catalog "Catalog" @19:3
      provider: "aws"
      encrypted: false @19:3 (EncryptionAtRestOptions.Enabled is not set here @19:3)
      encryptedBetweenNodes: false @19:3 (NodeToNodeEncryptionOptions.Enabled is not set here @19:3)
      httpsOnly: false @19:3 (DomainEndpointOptions.EnforceHTTPS is not set here @19:3)
      modernTls: false @19:3 (DomainEndpointOptions.TLSSecurityPolicy is not set here @19:3)
      public: false @22:7
      logged: false @19:3 (LogPublishingOptions.AUDIT_LOGS.Enabled is not set here @19:3)

    data-service template.yaml:Move "Move" @23:3
      provider: "aws"
      encrypted: true @23:3
      enforced: null @23:3
      public: true @23:3 (PubliclyAccessible is not set here @23:3)

    data-service template.yaml:Build "Build" @25:3
      provider: "aws"
      encrypted: false @30:43
      enforced: null @25:3
      public: null @25:3

    data-service template.yaml:Piped "Piped" @31:3
      provider: "aws"
      encrypted: true @34:26
      enforced: null @31:3
      public: null @31:3"
  `);
});
