import type { Value } from '../../../cloud/index.ts';
import type { Declared } from '../evaluate/resource.ts';
import { entriesOf, made, referring, renamed, text, textOf } from './make.ts';
import { tagsOf } from './tags.ts';

const same = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, name]));

const REST_API: Readonly<Record<string, string>> = {
  ...same('ApiKeySourceType', 'BinaryMediaTypes', 'Description', 'DisableExecuteApiEndpoint'),
  ...same('EndpointConfiguration', 'FailOnWarnings', 'MinimumCompressionSize', 'Mode', 'Name', 'Policy'),
  DefinitionBody: 'Body',
};
const REST_STAGE: Readonly<Record<string, string>> = {
  ...same('AccessLogSetting', 'CacheClusterEnabled', 'CacheClusterSize', 'MethodSettings', 'StageName'),
  ...same('TracingEnabled', 'Variables'),
  CanarySetting: 'CanarySetting',
};
const HTTP_API: Readonly<Record<string, string>> = {
  ...same('CorsConfiguration', 'Description', 'DisableExecuteApiEndpoint', 'FailOnWarnings', 'Name'),
  DefinitionBody: 'Body',
};
const HTTP_STAGE: Readonly<Record<string, string>> = {
  ...same('DefaultRouteSettings', 'RouteSettings', 'StageName'),
  AccessLogSettings: 'AccessLogSettings',
  StageVariables: 'StageVariables',
};

/** A REST API with its stage. */
export function apiResources(declared: Declared): readonly Declared[] {
  const { address, at, properties } = declared;
  const stage = textOf(properties.get('StageName')) ?? '';
  const api = made(declared, address, 'AWS::ApiGateway::RestApi', {
    ...renamed(properties, REST_API),
    Tags: tagsOf(properties.get('Tags')),
  });
  const staged = made(declared, `${address}${stage.replace(/\W/g, '')}Stage`, 'AWS::ApiGateway::Stage', {
    ...renamed(properties, REST_STAGE),
    RestApiId: referring(at, address),
  });
  return [{ ...api, attributes: declared.attributes }, staged];
}

/** An HTTP API with its stage. */
export function httpApiResources(declared: Declared): readonly Declared[] {
  const { address, at, properties } = declared;
  const stage = textOf(properties.get('StageName'));
  const api = made(declared, address, 'AWS::ApiGatewayV2::Api', {
    ...renamed(properties, HTTP_API),
    ProtocolType: text(at, 'HTTP'),
  });
  const suffix = stage === undefined ? 'ApiGatewayDefault' : stage.replace(/\W/g, '');
  const staged = made(declared, `${address}${suffix}Stage`, 'AWS::ApiGatewayV2::Stage', {
    ...renamed(properties, HTTP_STAGE),
    StageName: properties.get('StageName') ?? text(at, '$default'),
    ApiId: referring(at, address),
  });
  return [{ ...api, attributes: declared.attributes }, staged];
}

/** The APIs that functions have in common, when their events name none: Globals say how they are. */
export function implicitApis(
  functions: readonly Declared[],
  globals: { readonly api: Declared['properties']; readonly httpApi: Declared['properties'] },
): readonly Declared[] {
  const prefix = prefixOf(functions[0]);
  const events = functions.flatMap(({ properties }) => [...entriesOf(properties.get('Events')).values()]);
  const rest = events.find((event) => isImplicit(event, 'Api', 'RestApiId'));
  const http = events.find((event) => isImplicit(event, 'HttpApi', 'ApiId'));
  const attributes: Declared['attributes'] = new Map();
  const common = { type: '', related: [], attributes };
  return [
    ...(rest
      ? apiResources({
          ...common,
          address: prefix + 'ServerlessRestApi',
          at: rest.at,
          properties: new Map([...globals.api, ['StageName', text(rest.at, 'Prod')]]),
        })
      : []),
    ...(http
      ? httpApiResources({
          ...common,
          address: prefix + 'ServerlessHttpApi',
          at: http.at,
          properties: globals.httpApi,
        })
      : []),
  ];
}

/** The stacks around, `Network.`. */
function prefixOf(declared: Declared | undefined): string {
  return declared?.address.slice(0, declared.address.lastIndexOf('.') + 1) ?? '';
}

function isImplicit(event: Value, type: string, id: string): boolean {
  const entries = entriesOf(event);
  return textOf(entries.get('Type')) === type && !entriesOf(entries.get('Properties')).has(id);
}
