import type { Choice } from './choice.ts';

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };

const PARAMETERS = ['Env', 'Size', 'Names', 'Flag'] as const;
const CONDITIONS = ['IsProd', 'IsBig', 'Both'] as const;
const RESOURCES = ['Bucket', 'Queue', 'Group', 'Role', 'Fn'] as const;

/** A template by CloudFormation's rules, as a tree; most functions are given what they take. */
export function template(choice: Choice): Tree {
  const resources = Object.fromEntries(RESOURCES.map((name) => [name, resource(choice)]));
  const loop = {
    'Fn::ForEach::Each': ['X', list(choice), { 'Made${X}': resource(choice) }],
  };
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: choice.of<Tree>([
      'AWS::LanguageExtensions',
      ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'],
    ]),
    Parameters: {
      Env: { Type: 'String', Default: choice.of(['prod', 'dev']), AllowedValues: ['prod', 'dev'] },
      Size: { Type: 'Number', ...(choice.chance(0.5) && { Default: 3 }) },
      Names: { Type: 'CommaDelimitedList', Default: 'a,b' },
      Flag: { Type: 'String' },
    },
    Mappings: { Table: { prod: { size: 3, list: ['a', 'b'] }, dev: { size: 1, list: [] } } },
    Conditions: Object.fromEntries(CONDITIONS.map((name) => [name, condition(choice, 3)])),
    ...(choice.chance(0.2) && {
      Globals: { Function: { Environment: { Variables: { A: value(choice) } } } },
    }),
    Resources: { ...resources, ...(choice.chance(0.4) && loop) },
    Outputs: { Out: { Value: value(choice), Condition: choice.of(CONDITIONS) } },
  };
}

function resource(choice: Choice): Tree {
  const Type = choice.of([
    ...(['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::EC2::SecurityGroup', 'AWS::IAM::Role'] as const),
    ...(['AWS::Lambda::Function', 'AWS::Serverless::Function', 'Custom::Thing'] as const),
  ]);
  const names = [
    'BucketName',
    'Tags',
    'Policies',
    'SecurityGroupIngress',
    'Events',
    'KmsMasterKeyId',
    'Environment',
  ] as const;
  const Properties = Object.fromEntries(
    Array.from({ length: choice.below(5) }, () => [choice.of(names), value(choice)]),
  );
  return { Type, Properties, ...(choice.chance(0.3) && { Condition: choice.of(CONDITIONS) }) };
}

function condition(choice: Choice, depth: number): Tree {
  const inner = (): Tree => condition(choice, depth - 1);
  if (depth === 0) return { 'Fn::Equals': [value(choice, 2), value(choice, 2)] };
  return choice.of<() => Tree>([
    () => ({ 'Fn::Equals': [{ Ref: choice.of(PARAMETERS) }, choice.of(['prod', 'dev', ''])] }),
    () => ({ 'Fn::And': [inner(), inner()] }),
    () => ({ 'Fn::Or': [inner(), { Condition: choice.of(CONDITIONS) }] }),
    () => ({ 'Fn::Not': [inner()] }),
  ])();
}

function list(choice: Choice, depth = 3): Tree {
  return choice.of<() => Tree>([
    () => ['a', 'b', { Ref: 'Env' }],
    () => ({ Ref: 'Names' }),
    () => ({ 'Fn::Split': [',', value(choice, depth - 1)] }),
    () => ({ 'Fn::GetAZs': '' }),
    () => ({ 'Fn::Cidr': ['10.0.0.0/16', 4, 8] }),
    () => [value(choice, depth - 1)],
  ])();
}

function value(choice: Choice, depth = 4): Tree {
  if (depth <= 0) return choice.of<Tree>(['a', 1, true, '', null, { Ref: 'Env' }, '${AWS::Region}']);
  const inner = (): Tree => value(choice, depth - 1);
  return choice.of<() => Tree>([
    () => ({
      Ref: choice.of([...PARAMETERS, ...RESOURCES, 'AWS::Region', 'AWS::NoValue', 'AWS::AccountId', 'X']),
    }),
    () => ({ 'Fn::GetAtt': choice.of<Tree>(['Bucket.Arn', ['Role', 'Arn'], ['Queue', inner()]]) }),
    () => ({
      'Fn::Sub': choice.of(['${Env}-${Bucket}', '${!Literal}${Fn.Arn}', '$', '${', '${AWS::Region}']),
    }),
    () => ({ 'Fn::Sub': ['${A}-${Env}', { A: inner() }] }),
    () => ({ 'Fn::If': [choice.of(CONDITIONS), inner(), inner()] }),
    () => ({ 'Fn::Join': [choice.of(['', '-']), list(choice, depth - 1)] }),
    () => ({ 'Fn::Select': [choice.below(4), list(choice, depth - 1)] }),
    () => ({ 'Fn::FindInMap': ['Table', { Ref: 'Env' }, choice.of(['size', 'list', 'none'])] }),
    () => ({ 'Fn::FindInMap': ['Table', inner(), 'size', { DefaultValue: inner() }] }),
    () => ({ 'Fn::Base64': inner() }),
    () => ({ 'Fn::ImportValue': inner() }),
    () => ({ 'Fn::ToJsonString': inner() }),
    () => ({ 'Fn::Length': list(choice, depth - 1) }),
    () => [inner(), inner()],
    () => ({ Key: inner(), Value: inner(), Effect: 'Allow', Action: ['s3:*'] }),
  ])();
}

/** The tree as YAML, with short forms, flows, blocks, quotes and anchors by chance. */
export function yamlOf(tree: Tree, choice: Choice, indent = ''): string {
  if (Array.isArray(tree)) {
    if (tree.length === 0 || choice.chance(0.2)) return ` ${JSON.stringify(tree)}\n`;
    return `\n${tree.map((item: Tree) => `${indent}-${yamlOf(item, choice, `${indent}  `)}`).join('')}`;
  }
  if (typeof tree !== 'object' || tree === null) return ` ${scalar(tree, choice, indent)}\n`;
  const entries = Object.entries(tree);
  const [only, ...others] = entries;
  if (only === undefined) return ' {}\n';
  if (
    others.length === 0 &&
    (only[0] === 'Ref' || only[0].startsWith('Fn::')) &&
    !only[0].includes('ForEach')
  ) {
    const short = `!${only[0].replace('Fn::', '')}`;
    // A short form right within a short form is none.
    const plain = typeof only[1] !== 'object' || Array.isArray(only[1]);
    if (plain && choice.chance(0.6)) return ` ${short}${yamlOf(only[1], choice, indent)}`;
  }
  if (choice.chance(0.15)) return ` ${JSON.stringify(tree)}\n`;
  return `\n${entries
    .map(
      ([key, item]) =>
        `${indent}${/^\w+$/.test(key) ? key : JSON.stringify(key)}:${yamlOf(item, choice, `${indent}  `)}`,
    )
    .join('')}`;
}

function scalar(tree: string | number | boolean | null, choice: Choice, indent: string): string {
  if (typeof tree !== 'string') return String(tree);
  if (tree !== '' && choice.chance(0.15)) return `|-\n${indent}  ${tree}`;
  return choice.chance(0.3) && /^[a-z]\w*$/i.test(tree) ? tree : JSON.stringify(tree);
}
