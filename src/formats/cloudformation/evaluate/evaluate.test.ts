import { describe, expect, it } from 'vitest';
import { valueIn } from '../testing/values.ts';

/** A template around a value. */
const template = (value: string): string => `
Parameters:
  Given: { Type: String, Default: logs }
  Open: { Type: String }
  Names: { Type: CommaDelimitedList, Default: "a, b" }
  Secret: { Type: String, NoEcho: true, Default: hunter2 }
  Stored: { Type: "AWS::SSM::Parameter::Value<String>", Default: /ami }
Mappings:
  Sizes: { prod: { Size: 2, Kind: x }, dev: { Size: 1, Kind: x } }
Conditions:
  Yes: !Equals [!Ref Given, logs]
  No: !Not [!Condition Yes]
  Perhaps: !Equals [!Ref Open, logs]
  Either: !Or [!Condition Perhaps, !Condition Yes]
  Both: { "Fn::And": [{ Condition: Perhaps }, { Condition: No }] }
Resources:
  Other: { Type: "AWS::S3::Bucket" }
  It:
    Type: AWS::S3::Bucket
    Properties:
      Value: ${value}
`;

const CASES: Readonly<Record<string, readonly (readonly [value: string, ...expected: string[]])[]>> = {
  'a literal': [
    ['logs', '"logs"'],
    ['7', '7'],
    ['8.0', '"8.0"'],
    ['{ A: [1, true] }', '{A: [1, true]}'],
    [
      '"{{resolve:secretsmanager:db/main:SecretString:password}}"',
      'unknown because db/main is read from Secrets Manager at deployment in ${…} (sensitive)',
    ],
    ['a-{{resolve:ssm:/x:1}}', 'unknown because /x is read from Parameter Store at deployment in a-${…}'],
  ],
  'a reference': [
    ['!Ref Given', '"logs"'],
    ['{ Ref: Given }', '"logs"'],
    ['!Ref Names', '["a", "b"]'],
    ['!Ref Open', 'unknown because the parameter Open has no default'],
    ['!Ref Secret', '"hunter2" (sensitive)'],
    [
      '!Ref Stored',
      'unknown because the parameter Stored is read from /ami in Parameter Store at deployment',
    ],
    ['!Ref Other', 'unknown because Other is known after deployment <Other>'],
    ['!GetAtt Other.Arn', 'unknown because Other.Arn is known after deployment <Other.Arn>'],
    ['{ "Fn::GetAtt": [Other, Arn] }', 'unknown because Other.Arn is known after deployment <Other.Arn>'],
    ['!Ref AWS::Region', 'unknown because the region is chosen at deployment <AWS::Region>'],
    ['!Ref AWS::NoValue', 'nothing'],
    ['[a, !Ref AWS::NoValue, { B: !Ref AWS::NoValue }]', '["a", {}]'],
    ['!ImportValue "vpc-id"', 'unknown because vpc-id is exported by another stack'],
    [
      '!Ref Missing',
      'unknown because Missing is neither a parameter nor a resource of the template',
      'cloudformation/unknown-reference: Missing is neither a parameter nor a resource of the template.',
    ],
    [
      '!GetAtt Given.Arn',
      'unknown because Given is no resource of the template',
      'cloudformation/unknown-reference: Given is no resource of the template.',
    ],
  ],
  'a text of parts': [
    ['!Sub "${Given}-x"', '"logs-x"'],
    ['!Sub "${!Given}"', '"${Given}"'],
    ['!Sub ["${A}/${Given}", { A: !Ref Given }]', '"logs/logs"'],
    ['!Sub "${Other}"', 'unknown because Other is known after deployment <Other>'],
    ['!Sub "${Other.Arn}/*"', 'unknown because Other.Arn is known after deployment in ${…}/*'],
    ['!Join ["-", [a, !Ref Given, 1]]', '"a-logs-1"'],
    ['!Join [",", !Ref Names]', '"a,b"'],
    [
      '!Join ["/", [!GetAtt Other.Arn, "*"]]',
      'unknown because Other.Arn is known after deployment in ${…}/*',
    ],
    ['!Split ["-", "a-b"]', '["a", "b"]'],
    ['!Select [1, !Ref Names]', '"b"'],
    ['!Select ["0", !Split ["-", !Sub "${Given}-x"]]', '"logs"'],
    ['!Base64 x', '"eA=="'],
  ],
  'a lookup': [
    ['!FindInMap [Sizes, prod, Size]', '2'],
    ['!FindInMap [Sizes, !Ref Open, Size]', 'unknown because the parameter Open has no default'],
    ['!FindInMap [Sizes, !Ref Open, Kind]', '"x"'],
    ['!FindInMap [Sizes, test, Size, { DefaultValue: 9 }]', '9'],
    [
      '!FindInMap [Sizes, test, Size]',
      'unknown because the mapping Sizes has no entry test.Size',
      'cloudformation/missing-mapping: The mapping Sizes has no entry test.Size.',
    ],
    [
      '!FindInMap [Shapes, test, Size]',
      'unknown because Shapes is no mapping of the template',
      'cloudformation/missing-mapping: Shapes is no mapping of the template.',
    ],
  ],
  'a choice': [
    ['!If [Yes, 1, 2]', '1'],
    ['!If [No, 1, 2]', '2'],
    ['!If [Either, 1, 2]', '1'],
    ['!If [Both, 1, 2]', '2'],
    ['!If [No, 1, !Ref "AWS::NoValue"]', 'nothing'],
    [
      '!If [Perhaps, 1, 2]',
      'unknown because the condition Perhaps is not known, since the parameter Open has no default',
    ],
    ['!If [Perhaps, 1, 1]', '1'],
    [
      '!If [Perhaps, { A: 1, B: 2 }, { A: 1, C: 2 }]',
      '{A: 1, B: unknown because the condition Perhaps is not known, since the parameter Open has no default, C: unknown because the condition Perhaps is not known, since the parameter Open has no default}',
    ],
  ],
  'other functions': [
    ['!Cidr ["10.0.0.0/16", 2, 8]', '["10.0.0.0/24", "10.0.1.0/24"]'],
    ['!GetAZs ""', 'unknown because the zones of the region are known at deployment'],
    ['{ "Fn::Length": !Ref Names }', '2'],
    ['{ "Fn::ToJsonString": { A: 1 } }', '"{\\"A\\":1}"'],
    [
      '{ "Fn::Transform": { Name: "AWS::Include" } }',
      'unknown because AWS::Include puts it in at deployment',
    ],
    [
      '!Frobnicate x',
      'unknown because !Frobnicate is no function that Planproof knows',
      'cloudformation/unknown-function: !Frobnicate is no function that Planproof knows.',
    ],
    [
      '!Join x',
      'unknown because !Join needs a delimiter and a list',
      'cloudformation/invalid-function: !Join needs a delimiter and a list.',
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases.map(([value, ...expected]) => [value, expected] as const))('%s', (value, expected) => {
    expect(valueIn(template(value))).toEqual(expected);
  });
});

it('conditions that depend on each other are told', () => {
  const rings = 'Conditions:\n  Ring: !Not [!Condition Knot]\n  Knot: !Not [!Condition Ring]\n';
  expect(valueIn(template('!If [Ring, 1, 2]').replace('Conditions:\n', rings))).toEqual([
    'unknown because the condition Ring is not known, since conditions depend on each other in a ring: Ring -> Knot -> Ring',
    'cloudformation/cycle: Conditions depend on each other in a ring: Ring -> Knot -> Ring.',
  ]);
});
