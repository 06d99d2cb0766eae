import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';

const databases = (text: string): Promise<string> => cloudFormationSubjects(text, 'database');

test('an instance has what is written, and else the defaults of CloudFormation', async () => {
  const text = `
Resources:
  Plain:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
  Written:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      StorageEncrypted: 'true'
      PubliclyAccessible: 'false'
      BackupRetentionPeriod: '7'
      DeletionProtection: true
      MultiAZ: true
      DBParameterGroupName: !Ref Parameters
      EnableCloudwatchLogsExports: [error]
  Parameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: mysql8.0
      Parameters:
        require_secure_transport: 'ON'
`;
  expect(await databases(text)).toMatchInlineSnapshot(`
    "database template.yaml:Plain "Plain" @3:3
      provider: "aws"
      engine: "postgres" @6:15
      encrypted: false @3:3 (StorageEncrypted is not set here @3:3)
      public: unknown because PubliclyAccessible is not set, and then the subnets' way to the internet decides @3:3
      replica: false @3:3
      backupRetentionDays: 1 @3:3 (BackupRetentionPeriod is not set here @3:3)
      pointInTimeRecovery: true @3:3 (BackupRetentionPeriod is not set here @3:3)
      multiZone: false @3:3 (MultiAZ is not set here @3:3)
      deletionProtection: false @3:3 (DeletionProtection is not set here @3:3)
      tlsRequired: null @3:3
      minimumTls: null @3:3
      logExports: [] @3:3
      authority: null @3:3
      riskySettings: [] @3:3

    database template.yaml:Written "Written" @7:3
      provider: "aws"
      engine: "mysql" @10:15
      encrypted: true @11:25
      public: false @12:27
      replica: false @7:3
      backupRetentionDays: 7 @13:30
      pointInTimeRecovery: true @13:30
      multiZone: true @15:16
      deletionProtection: true @14:27
      tlsRequired: true @23:35
      minimumTls: null @7:3
      logExports: ["error"] @17:36
      authority: null @7:3
      riskySettings: [] @7:3"
  `);
});

test('an instance of a cluster is no database of its own, but decides whether the cluster is open', async () => {
  const text = `
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      StorageEncrypted: true
  First:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Cluster
      PubliclyAccessible: true
  Second:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Cluster
      PubliclyAccessible: false
  Elsewhere:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: reporting
      PubliclyAccessible: true
`;
  const lines = (await databases(text)).split('\n').filter((line) => /^\S|public|multiZone/.test(line));
  expect(lines).toMatchInlineSnapshot(`
    [
      "database template.yaml:Cluster "Cluster" @3:3",
      "  public: true @12:27",
      "  multiZone: true @13:3",
      "database template.yaml:Elsewhere "Elsewhere" @18:3",
      "  public: true @22:27",
      "  multiZone: unknown because the cluster is not in the files @18:3",
    ]
  `);
});

test('tables of DynamoDB are backed up where point-in-time recovery is on', async () => {
  const text = `
Resources:
  Plain:
    Type: AWS::DynamoDB::Table
  Kept:
    Type: AWS::DynamoDB::Table
    Properties:
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true
  Everywhere:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      Replicas:
        - Region: eu-west-1
          PointInTimeRecoverySpecification:
            PointInTimeRecoveryEnabled: true
  Locks:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema:
        - AttributeName: LockID
          KeyType: HASH
`;
  const lines = (await databases(text)).split('\n').filter((line) => /^\S|backup/.test(line));
  expect(lines).toMatchInlineSnapshot(`
    [
      "database template.yaml:Plain "Plain" @3:3",
      "  backupRetentionDays: 0 @3:3 (PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled is not set here @3:3)",
      "database template.yaml:Kept "Kept" @5:3",
      "  backupRetentionDays: 35 @8:7 (RecoveryPeriodInDays is not set here @8:7)",
      "database template.yaml:Everywhere "Everywhere" @10:3",
      "  backupRetentionDays: 35 @15:11 (RecoveryPeriodInDays is not set here @15:11)",
    ]
  `);
});

test('Redshift, DocumentDB and Neptune have their clusters', async () => {
  const text = `
Resources:
  Warehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterParameterGroupName: !Ref WarehouseParameters
  WarehouseParameters:
    Type: AWS::Redshift::ClusterParameterGroup
    Properties:
      Parameters:
        - ParameterName: require_ssl
          ParameterValue: 'false'
  Documents:
    Type: AWS::DocDB::DBCluster
  Graph:
    Type: AWS::Neptune::DBCluster
    Properties:
      StorageEncrypted: true
`;
  const lines = (await databases(text)).split('\n').filter((line) => /^\S|encrypted|public|tls/.test(line));
  expect(lines).toMatchInlineSnapshot(`
    [
      "database template.yaml:Documents "Documents" @13:3",
      "  encrypted: false @13:3 (StorageEncrypted is not set here @13:3)",
      "  public: false @13:3",
      "  tlsRequired: null @13:3",
      "database template.yaml:Graph "Graph" @15:3",
      "  encrypted: true @18:25",
      "  public: false @15:3",
      "  tlsRequired: null @15:3",
      "database template.yaml:Warehouse "Warehouse" @3:3",
      "  encrypted: unknown because Encrypted is not set, and Redshift's default for new clusters changed in January 2025 @3:3",
      "  public: unknown because PubliclyAccessible is not set, and Redshift's default for new clusters changed in January 2025 @3:3",
      "  tlsRequired: false @12:27",
    ]
  `);
});
