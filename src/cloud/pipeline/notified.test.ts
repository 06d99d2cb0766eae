import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const notified = (printed: string): string | undefined => /failureNotified: .*/.exec(printed)?.[0];
const rule = (events: string): string => `resource "aws_codepipeline" "shop" {
  name = "shop"
  stage {
    name = "Production"
    action {
      name     = "Deploy"
      category = "Deploy"
      provider = "ECS"
    }
  }
}
resource "aws_codestarnotifications_notification_rule" "shop" {
  resource       = aws_codepipeline.shop.arn
  event_type_ids = ["codepipeline-pipeline-pipeline-execution-${events}"]
}
`;

test('a notification rule that names the pipeline tells of its failures', async () => {
  const printed = await terraformSubjects(rule('failed'), 'deploy-job');
  expect(notified(printed)).toBe('failureNotified: true @14:20');
});

test('one that tells of successes only leaves that open', async () => {
  const printed = await terraformSubjects(rule('succeeded'), 'deploy-job');
  expect(notified(printed)).toContain('unknown because no notification rule');
});

test('templates name the pipeline within a text', async () => {
  const text = `Resources:
  Pipeline:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Stages:
        - Name: Production
          Actions:
            - Name: Deploy
              ActionTypeId: { Category: Deploy, Provider: ECS }
  Rule:
    Type: AWS::CodeStarNotifications::NotificationRule
    Properties:
      Resource: !Sub arn:aws:codepipeline:eu-central-1:111122223333:\${Pipeline}
      EventTypeIds: [codepipeline-pipeline-pipeline-execution-failed]
`;
  expect(notified(await cloudFormationSubjects(text, 'deploy-job'))).toBe('failureNotified: true @14:21');
});
