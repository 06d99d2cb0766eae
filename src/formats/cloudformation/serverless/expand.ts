import type { Declared } from '../evaluate/resource.ts';
import { apiResources, httpApiResources, implicitApis } from './api.ts';
import { functionResources } from './function.ts';
import { withGlobals } from './globals.ts';
import { entriesOf, made, object, referring, renamed, text, type Properties } from './make.ts';
import { roleOf } from './role.ts';
import { tagsOf } from './tags.ts';

const PREFIX = 'AWS::Serverless::';

/** What each of SAM's types becomes; `AWS::Serverless::Application` is a stack of its own. */
const TYPES: Readonly<Record<string, (declared: Declared) => readonly Declared[]>> = {
  Api: apiResources,
  Function: functionResources,
  HttpApi: httpApiResources,
  LayerVersion: (declared) => [
    converted(declared, 'AWS::Lambda::LayerVersion', {
      ...renamed(declared.properties, LAYER),
      Content: declared.properties.get('ContentUri'),
    }),
  ],
  SimpleTable: (declared) => [tableOf(declared)],
  StateMachine: stateMachineResources,
};

const LAYER: Readonly<Record<string, string>> = {
  CompatibleArchitectures: 'CompatibleArchitectures',
  CompatibleRuntimes: 'CompatibleRuntimes',
  Description: 'Description',
  LayerName: 'LayerName',
  LicenseInfo: 'LicenseInfo',
};

/** The resources of a SAM template as those that SAM makes of them. */
export function expandServerless(resources: readonly Declared[], globals: Properties): readonly Declared[] {
  const merged = resources.map((declared) => {
    if (!declared.type.startsWith(PREFIX)) return declared;
    const common = entriesOf(globals.get(declared.type.slice(PREFIX.length)));
    return { ...declared, properties: withGlobals(declared.properties, common) };
  });
  const functions = merged.filter(({ type }) => type === `${PREFIX}Function`);
  const api = entriesOf(globals.get('Api'));
  const httpApi = entriesOf(globals.get('HttpApi'));
  const expanded = merged.flatMap((declared) => {
    const name = declared.type.slice(PREFIX.length);
    const expand = declared.type.startsWith(PREFIX) && Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    return expand ? expand(declared) : [declared];
  });
  return [...expanded, ...implicitApis(functions, { api, httpApi })];
}

function converted(declared: Declared, type: string, properties: Parameters<typeof made>[3]): Declared {
  return { ...made(declared, declared.address, type, properties), attributes: declared.attributes };
}

function tableOf(declared: Declared): Declared {
  const { at, properties } = declared;
  const key = entriesOf(properties.get('PrimaryKey'));
  const name = key.get('Name') ?? text(at, 'id');
  const throughput = properties.get('ProvisionedThroughput');
  return converted(declared, 'AWS::DynamoDB::Table', {
    ...renamed(properties, {
      TableName: 'TableName',
      SSESpecification: 'SSESpecification',
      PointInTimeRecoverySpecification: 'PointInTimeRecoverySpecification',
      ProvisionedThroughput: 'ProvisionedThroughput',
    }),
    ...(!throughput && { BillingMode: text(at, 'PAY_PER_REQUEST') }),
    KeySchema: object(at, { AttributeName: name, KeyType: text(at, 'HASH') }),
    Tags: tagsOf(properties.get('Tags')),
  });
}

const STATE_MACHINE: Readonly<Record<string, string>> = {
  Definition: 'Definition',
  DefinitionSubstitutions: 'DefinitionSubstitutions',
  Logging: 'LoggingConfiguration',
  Name: 'StateMachineName',
  Tracing: 'TracingConfiguration',
  Type: 'StateMachineType',
};

function stateMachineResources(declared: Declared): readonly Declared[] {
  const { address, at, properties } = declared;
  const role = properties.has('Role') ? undefined : roleOf(declared, 'states.amazonaws.com');
  const machine = converted(declared, 'AWS::StepFunctions::StateMachine', {
    ...renamed(properties, STATE_MACHINE),
    RoleArn: properties.get('Role') ?? referring(at, `${address}Role`, 'Arn'),
    Tags: tagsOf(properties.get('Tags')),
  });
  return role ? [machine, role] : [machine];
}
