import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';

test('a plan of AWS Backup takes what its selection names, in the midst of an ARN too, or by tags', async () => {
  const text = `
Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule:
          - RuleName: daily
            ScheduleExpression: cron(0 5 * * ? *)
            Lifecycle: { DeleteAfterDays: 35 }
            CopyActions:
              - DestinationBackupVaultArn: arn:aws:backup:eu-west-1:1:backup-vault:x
          - RuleName: continuous
            EnableContinuousBackup: true
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: !Ref Plan
      BackupSelection:
        IamRoleArn: x
        Resources:
          - !GetAtt Database.DBInstanceArn
          - !Sub arn:aws:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/\${Table}
        ListOfTags:
          - ConditionType: STRINGEQUALS
            ConditionKey: backup
            ConditionValue: daily
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      BackupRetentionPeriod: 0
  Table:
    Type: AWS::DynamoDB::Table
  Docs:
    Type: AWS::S3::Bucket
    Properties:
      Tags:
        - { Key: backup, Value: daily }
`;
  expect(await cloudFormationSubjects(text, 'backup')).toMatchInlineSnapshot(`
    "backup template.yaml:Plan.BackupPlanRule[0] "Plan.BackupPlanRule[0]" @9:23
      mechanism: "backup-plan"
      method: "snapshot" @9:23
      intervalHours: 24 @10:33
      retentionDays: 35 @11:43
      offsite: true @13:44
      copyRegions: ["eu-west-1"] @13:44
      encrypted: true @9:23
      immutable: unknown because the vault is not among the files @9:23
      active: true @9:23
      lasting: true @9:23
      sources: []
      covers: ["template.yaml:Database","template.yaml:Docs","template.yaml:Table"] @16:3

    backup template.yaml:Plan.BackupPlanRule[1] "Plan.BackupPlanRule[1]" @14:23
      mechanism: "backup-plan"
      method: "continuous" @15:37
      intervalHours: 0.08333333333333333 @15:37
      retentionDays: 36500 @14:23
      offsite: false @14:23
      copyRegions: [] @14:23
      encrypted: true @14:23
      immutable: unknown because the vault is not among the files @14:23
      active: true @14:23
      lasting: true @14:23
      sources: []
      covers: ["template.yaml:Database","template.yaml:Docs","template.yaml:Table"] @16:3"
  `);
});
