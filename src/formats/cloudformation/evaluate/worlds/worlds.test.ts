import { describe, expect, it } from 'vitest';
import { resourcesIn } from '../../testing/values.ts';

const template = (parameters: string, resources: string): Readonly<Record<string, string>> => ({
  'template.yaml': `
Parameters:
${parameters}
Conditions:
  IsProduction: !Equals [!Ref Stage, production]
  IsDevelopment: !Equals [development, !Ref Stage]
  IsHere: !Equals [!Ref "AWS::Region", eu-central-1]
Resources:
${resources}
`,
});

const OPEN = '  Stage: { Type: String }';
const reason = 'the condition IsProduction is not known, since the parameter Stage has no default';

describe('where a condition is not known', () => {
  it('those that cannot hold with it are false', () => {
    expect(
      resourcesIn(
        template(
          OPEN,
          `
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      A: !If [IsProduction, !If [IsDevelopment, 1, 2], 2]
      B: !If [IsProduction, !If [IsProduction, 1, 2], !If [IsProduction, 3, 1]]
      C: !If [IsProduction, 1, !If [IsDevelopment, 1, 2]]
      D: !If [IsHere, !If [IsProduction, 1, 1], 1]`,
        ),
      ),
    ).toEqual(['stack template.yaml', `  AWS::SQS::Queue Queue A=2 B=1 C=unknown because ${reason} D=1`]);
  });

  it('a resource under it has what it has where the condition is true', () => {
    expect(
      resourcesIn(
        template(
          OPEN,
          `
  Queue:
    Type: AWS::SQS::Queue
    Condition: IsProduction
    Properties: { A: !If [IsProduction, 1, 2], B: !If [IsDevelopment, 1, 2] }`,
        ),
      ),
    ).toEqual([
      'stack template.yaml',
      '  AWS::SQS::Queue Queue (uncertain: its condition IsProduction is not known, since the parameter Stage has no default) A=1 B=2',
    ]);
  });

  it('the values that are allowed may decide it', () => {
    expect(
      resourcesIn(
        template(
          '  Stage: { Type: String, AllowedValues: [development, test] }',
          `
  Queue:
    Type: AWS::SQS::Queue
    Properties: { A: !If [IsProduction, 1, 2] }
  Never:
    Type: AWS::SQS::Queue
    Condition: IsProduction`,
        ),
      ),
    ).toEqual(['stack template.yaml', '  AWS::SQS::Queue Queue A=2']);
  });
});

it('conditions that combine in too many ways are taken alone, which is told', () => {
  const names = Array.from({ length: 9 }, (_, index) => `P${index}`);
  const parameters = names.map((name) => `  ${name}: { Type: String }`).join('\n');
  const conditions = names.map((name) => `  Is${name}: !Equals [!Ref ${name}, x]`).join('\n');
  const text = `
Parameters:
${parameters}
Conditions:
${conditions}
Resources:
  Queue: { Type: "AWS::SQS::Queue", Properties: { A: !If [IsP0, 1, 1] } }
`;
  expect(resourcesIn({ 'template.yaml': text })).toEqual([
    'stack template.yaml',
    '  AWS::SQS::Queue Queue A=1',
    '  cloudformation/limit: The parameters that decide the conditions combine in too many ways: each was taken alone.',
  ]);
});
