import { describe, expect, it } from 'vitest';
import { BUCKET, environmentFacts, environmentsPlan } from '../testing/environments.ts';

const inRegion = (region: string): string => `provider "aws" {\n  region = ${region}\n}\n${BUCKET}`;

describe('stacks and regions of an environment', () => {
  it('are those in the folders that the plan states', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan('[{ name: production, infrastructure: [tf/main, tf/eu] }]'),
          'tf/main/main.tf': inRegion('"eu-central-1"'),
          'tf/eu/main.tf': inRegion('"eu-west-1"'),
        },
        'infrastructure',
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        infrastructure.0.path: "tf/main" @4:53
        infrastructure.0.exists: true @4:53
        infrastructure.1.path: "tf/eu" @4:62
        infrastructure.1.exists: true @4:62
        foundStacks: ["tf/eu","tf/main"] (found here @tf/eu/main.tf:1:1) (found here @tf/main/main.tf:1:1)
        foundRegions: ["eu-central-1","eu-west-1"] (provisioned here @tf/eu/main.tf:2:12) (provisioned here @tf/main/main.tf:2:12)"
    `);
  });

  it('are not known where a region is not', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan('[{ name: production }]'),
          'tf/production/main.tf': `variable "region" {}\n${inRegion('var.region')}`,
        },
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        foundStacks: ["tf/production"] (found here @tf/production/main.tf:2:1)
        foundRegions: unknown because var.region has no value (var.region is used here @tf/production/main.tf:3:12)"
    `);
  });

  it('are none when the stated folder does not exist', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan('[{ name: production, infrastructure: [tf/production] }]'),
          'tf/main.tf': BUCKET,
        },
        'infrastructure',
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        infrastructure.0.path: "tf/production" @4:53
        infrastructure.0.exists: false @4:53
        foundStacks: []
        foundRegions: []"
    `);
  });

  it('are not known when the stated folder holds something else', async () => {
    expect(
      await environmentFacts(
        { ...environmentsPlan('[{ name: production, infrastructure: [infra] }]'), 'infra/template.txt': '' },
        'infrastructure',
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        infrastructure.0.path: "infra" @4:53
        infrastructure.0.exists: true @4:53
        foundStacks: unknown because no infrastructure code was understood in infra
        foundRegions: unknown because no infrastructure code was understood in infra"
    `);
  });

  it('are not known when the stated folder is that of several environments', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan(
            '[{ name: staging, infrastructure: [infra] }, { name: production, infrastructure: [infra] }]',
          ),
          'infra/main.tf': inRegion('"eu-west-1"'),
        },
        'foundStacks',
        'foundRegions',
      ),
    ).toMatchInlineSnapshot(`
      "staging (staging)
        foundStacks: unknown because infra serves several environments, which its files do not tell apart; state the workspace of each in the plan
        foundRegions: unknown because infra serves several environments, which its files do not tell apart; state the workspace of each in the plan
      production (production)
        foundStacks: unknown because infra serves several environments, which its files do not tell apart; state the workspace of each in the plan
        foundRegions: unknown because infra serves several environments, which its files do not tell apart; state the workspace of each in the plan"
    `);
  });

  it('are not known when the stated folder of several environments holds templates', async () => {
    expect(
      await environmentFacts(
        {
          ...environmentsPlan(
            '[{ name: staging, infrastructure: [infra] }, { name: production, infrastructure: [infra] }]',
          ),
          'infra/stack.yaml':
            'AWSTemplateFormatVersion: "2010-09-09"\nResources: { Logs: { Type: AWS::S3::Bucket } }\n',
        },
        'foundStacks',
      ),
    ).toMatchInlineSnapshot(`
      "staging (staging)
        foundStacks: unknown because infra serves several environments, which its files do not tell apart
      production (production)
        foundStacks: unknown because infra serves several environments, which its files do not tell apart"
    `);
  });

  it('are not known when no infrastructure code was scanned', async () => {
    expect(await environmentFacts(environmentsPlan('[{ name: production }]'), 'foundStacks'))
      .toMatchInlineSnapshot(`
      "production (production)
        foundStacks: unknown because no infrastructure code was scanned"
    `);
  });

  it('are not known when code names no environment', async () => {
    expect(
      await environmentFacts(
        { ...environmentsPlan('[{ name: production }]'), 'tf/main.tf': BUCKET },
        'foundStacks',
      ),
    ).toMatchInlineSnapshot(`
      "production (production)
        foundStacks: unknown because the infrastructure code in tf names no environment"
    `);
  });

  it('are none when all code is of other environments', async () => {
    expect(
      await environmentFacts(
        { ...environmentsPlan('[{ name: dev }, { name: production }]'), 'tf/dev/main.tf': BUCKET },
        'foundStacks',
      ),
    ).toMatchInlineSnapshot(`
      "dev (dev)
        foundStacks: ["tf/dev"] (found here @tf/dev/main.tf:1:1)
      production (production)
        foundStacks: []"
    `);
  });
});
