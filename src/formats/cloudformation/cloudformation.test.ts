import { describe, expect, it } from 'vitest';
import { detects, printSample, samplesBeside } from '../../../test/support/read-samples.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))('$name', async ({ name, text, expected }) => {
    await expect(await printSample(format, name, text)).toMatchFileSnapshot(expected);
  });
});

describe('the format', () => {
  it.each([
    ['a template', 'AWSTemplateFormatVersion: "2010-09-09"\n'],
    ['resources of AWS', 'Resources: { A: { Type: "AWS::S3::Bucket" } }\n'],
    [
      'a loop that makes all resources',
      'Resources: { "Fn::ForEach::Q": [N, [a], { "Q${N}": { Type: "AWS::SQS::Queue" } }] }\n',
    ],
    ['a parameter file of the CLI', '[{ ParameterKey: A, ParameterValue: b }]\n'],
    ['a parameter file of CodePipeline', 'Parameters: { A: b }\n'],
  ])('is that of %s', (_, text) => {
    expect(detects(format, text)).toBe(true);
  });

  it.each([
    ['an object of Kubernetes', 'apiVersion: v1\nkind: X\nResources: { A: { Type: "AWS::S3::Bucket" } }\n'],
    ['a specification for CodeDeploy', 'version: 0.0\nResources: [{ T: { Type: "AWS::ECS::Service" } }]\n'],
    ["a file of another tool's parameters", 'Parameters: { A: { b: c } }\n'],
    ['an empty list', '[]\n'],
  ])('is not that of %s', (_, text) => {
    expect(detects(format, text)).toBe(false);
  });
});
