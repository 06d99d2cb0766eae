import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resourcesIn } from '../testing/values.ts';

const name = fc.constantFrom('A', 'B', 'C', 'Fn::ForEach::L', '__proto__', 'constructor', 'AWS::Region');
const FUNCTIONS = [
  ...[
    'And',
    'Base64',
    'Cidr',
    'Equals',
    'FindInMap',
    'GetAtt',
    'GetAZs',
    'If',
    'ImportValue',
    'Join',
    'Length',
  ],
  ...['Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform', 'ForEach::X', 'Nothing'],
].map((each) => `Fn::${each}`);

/** What may stand anywhere in a template, and mostly makes no sense. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    name,
    fc.constantFrom(null, true, 1.5, '', '${A}', '${A.B}', '${', '&{A}', '10.0.0.0/8', '{{resolve:ssm:x}}'),
    name.map((target) => ({ Ref: target })),
    name.map((target) => ({ Condition: target })),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
    fc
      .tuple(fc.constantFrom(...FUNCTIONS), fc.oneof(tie('value'), fc.array(tie('value'), { maxLength: 4 })))
      .map(([called, argument]) => ({ [called]: argument })),
  ),
}));

const type = fc.constantFrom(
  'AWS::S3::Bucket',
  'AWS::CloudFormation::Stack',
  ...['Api', 'Application', 'Function', 'HttpApi', 'LayerVersion', 'SimpleTable', 'StateMachine'].map(
    (each) => `AWS::Serverless::${each}`,
  ),
);
const section = fc.dictionary(name, value, { maxKeys: 3 });
const resource = fc.record(
  { Type: type, Condition: value, Properties: value, DependsOn: value },
  { requiredKeys: ['Type'] },
);
const template = fc.record({
  Transform: fc.constantFrom('AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions', 'X'),
  Globals: section,
  Parameters: section,
  Mappings: section,
  Conditions: section,
  Resources: fc.oneof(value, fc.dictionary(name, fc.oneof(resource, value), { maxKeys: 4 })),
  Outputs: section,
});

test('whatever is written is evaluated, or unknown with a reason', () => {
  fc.assert(
    fc.property(template, (root) => {
      const text = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', ...root });
      expect(resourcesIn({ 'a.json': text }).join('\n')).not.toContain('undefined');
    }),
    { numRuns: 400 },
  );
});

test('outputs that multiply are given up, which is told', () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => {
      const inner = { 'Fn::GetAtt': ['A', 'Outputs.X'] };
      const stack = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: `${index + 1}.json` } };
      const template = {
        AWSTemplateFormatVersion: 'x',
        Resources: { A: stack, B: { Type: 'AWS::SNS::Topic', Properties: { A: inner } } },
        Outputs: { X: { Value: { 'Fn::Join': ['', [inner, inner]] } } },
      };
      return [`${index}.json`, JSON.stringify(template)];
    }),
  );
  expect(resourcesIn(files).at(-1)).toBe(
    '  cloudformation/limit: From here on the template was not read: it takes too many steps to evaluate.',
  );
});

test('parameters, loops and stacks that multiply end', () => {
  const many = Array.from({ length: 100 }, (_, index) => `x${index}`);
  const loop = (body: unknown): unknown => ({ 'Fn::ForEach::L': ['A', many, body] });
  const looped = {
    AWSTemplateFormatVersion: 'x',
    Resources: { 'Fn::ForEach::K': ['B', many, loop({ '${A}${B}': { Type: 'AWS::S3::Bucket' } })] },
  };
  expect(resourcesIn({ 'a.json': JSON.stringify(looped) }).at(-1)).toBe(
    '  cloudformation/limit: Fn::ForEach::K makes too many entries: from 2000 on they were left out.',
  );
  const twice = (url: string): string =>
    JSON.stringify({
      AWSTemplateFormatVersion: 'x',
      Resources: Object.fromEntries(
        ['A', 'B'].map((id) => [
          id,
          { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url } },
        ]),
      ),
    });
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`${index}.json`, twice(`${index + 1}.json`)]),
  );
  expect(resourcesIn(files).length).toBeLessThan(1000);
});

test('texts that repeat each other are not built beyond what memory holds, known or not', () => {
  const repeated = (from: unknown): unknown =>
    Array.from({ length: 20 }).reduce((inner) => ({ 'Fn::Sub': ['${A}'.repeat(10), { A: inner }] }), {
      'Fn::Join': ['', Array.from({ length: 100 }, () => from)],
    });
  const values = [{ Ref: 'P' }, { 'Fn::Sub': 'x${AWS::Region}' }].map((from) => repeated(from));
  const files = values.map((Value, index) => ({
    [`${index}.json`]: JSON.stringify({
      AWSTemplateFormatVersion: 'x',
      Parameters: { P: { Default: 'x'.repeat(100_000) } },
      Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { Value } } },
    }),
  }));
  for (const each of files) {
    const [, bucket = ''] = resourcesIn(each);
    expect(bucket).toContain('unknown because the text is too long');
    expect(bucket.length).toBeLessThan(10_000);
  }
});
