import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('an aggregator shows regions, a recorder types, all but those that a strategy leaves out', async () => {
  const text = `
resource "aws_config_configuration_aggregator" "all" {
  account_aggregation_source { all_regions = true }
}
resource "aws_config_configuration_recorder" "most" {
  recording_group {
    all_supported = false
    recording_strategy { use_only = "EXCLUSION_BY_RESOURCE_TYPES" }
  }
}
`;
  expect(await terraformSubjects(text, 'inventory')).toMatchInlineSnapshot(`
    "inventory :aws_config_configuration_aggregator.all "aws_config_configuration_aggregator.all" @2:1
      provider: "aws"
      everyRegion: true @3:46
      everyType: true @2:1

    inventory :aws_config_configuration_recorder.most "aws_config_configuration_recorder.most" @5:1
      provider: "aws"
      everyRegion: null @5:1
      everyType: true @8:37"
  `);
  const template = `
Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RecordingGroup: { AllSupported: false }
`;
  expect(await cloudFormationSubjects(template, 'inventory')).toMatchInlineSnapshot(`
    "inventory template.yaml:Recorder "Recorder" @3:3
      provider: "aws"
      everyRegion: null @3:3
      everyType: false @6:39"
  `);
});
