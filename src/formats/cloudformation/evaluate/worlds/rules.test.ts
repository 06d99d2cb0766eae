import { describe, expect, it } from 'vitest';
import { resourcesIn } from '../../testing/values.ts';

const template = (rules: string): Readonly<Record<string, string>> => ({
  'template.yaml': `
Parameters:
  Stage: { Type: String }
  Size: { Type: String, AllowedValues: [small, large] }
  Kept: { Type: String, Default: "no" }
Rules:
${rules}
Conditions:
  IsProduction: !Equals [!Ref Stage, production]
  IsLarge: !Equals [!Ref Size, large]
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      A: !Ref Stage
      B: !Ref Size
      C: !If [IsProduction, !If [IsLarge, 1, 2], 1]
`,
});

const results = (rules: string): readonly string[] =>
  resourcesIn(template(rules))
    .slice(1)
    .map((line) => line.replace(/^ *(?:AWS::SQS::Queue Queue )?/, ''));

const stage = 'A=unknown because the parameter Stage has no default';
const size = 'B=unknown because the parameter Size has no default';
const open =
  'C=unknown because the condition IsProduction is not known, since the parameter Stage has no default';

describe('rules about parameters', () => {
  it.each([
    ['Large: { Assertions: [{ Assert: !Equals [!Ref Size, large] }] }', `${stage} B="large" C=1`],
    ['Large: { Assertions: [{ Assert: !Not [!Equals [!Ref Size, small]] }] }', `${stage} B="large" C=1`],
    [
      'Stage: { Assertions: [{ Assert: !Contains [[production], !Ref Stage] }] }',
      `A="production" ${size} C=unknown because the condition IsLarge is not known, since the parameter Size has no default`,
    ],
    [
      'Large: { RuleCondition: !Equals [!Ref Stage, production], Assertions: [{ Assert: !Contains [[large], !Ref Size] }] }',
      `${stage} ${size} C=1`,
    ],
    [
      'Large: { RuleCondition: !Equals [!Ref Kept, "yes"], Assertions: [{ Assert: !Equals [!Ref Size, large] }] }',
      `${stage} ${size} ${open}`,
    ],
    [
      'Large: { RuleCondition: !Equals [!Ref Kept, "no"], Assertions: [{ Assert: !EachMemberIn [[!Ref Size], [large, huge]] }] }',
      `${stage} B="large" C=1`,
    ],
    [
      'Here: { Assertions: [{ Assert: !EachMemberEquals [!ValueOf [Stage, VpcId], vpc-1] }] }',
      `${stage} ${size} ${open}`,
    ],
    ['Same: { Assertions: [{ Assert: !Equals [!Ref Stage, !Ref Kept] }] }', `${stage} ${size} C=1`],
    ['Never: { Assertions: [{ Assert: !Equals [!Ref Kept, "yes"] }] }', `${stage} ${size} ${open}`],
  ])('%s', (rule, expected) => {
    expect(results(`  ${rule}`)).toEqual([expected]);
  });

  it.each([
    ['Empty: {}', 'The rule Empty was not read: it has no list of Assertions.'],
    [
      'Text: { Assertions: [{ Assert: "yes" }] }',
      'The rule Text was not read: an assertion has no function as its Assert.',
    ],
    [
      'Twice: { Assertions: [{ Assert: !Equals [1] }, { Assert: !Equals [!Ref Missing, 1] }] }',
      'The rule Twice was not read: !Equals needs two values.',
    ],
  ])('%s is reported once, and not counted', (rule, message) => {
    expect(results(`  ${rule}`)).toEqual([
      `${stage} ${size} ${open}`,
      `cloudformation/invalid-rule: ${message}`,
    ]);
  });
});
