import { valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { bool, byDefault, text } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

type Method = SubjectOf<'api-method'>;

const METHODS = [
  {
    type: 'aws_api_gateway_method',
    verb: 'http_method',
    authorization: 'authorization',
    key: 'api_key_required',
    api: 'rest_api_id',
    configuration: 'endpoint_configuration',
    types: 'types',
  },
  {
    type: 'AWS::ApiGateway::Method',
    verb: 'HttpMethod',
    authorization: 'AuthorizationType',
    key: 'ApiKeyRequired',
    api: 'RestApiId',
    configuration: 'EndpointConfiguration',
    types: 'Types',
  },
] as const;

const ROUTES = [
  {
    type: 'aws_apigatewayv2_route',
    route: 'route_key',
    authorization: 'authorization_type',
    key: 'api_key_required',
  },
  {
    type: 'AWS::ApiGatewayV2::Route',
    route: 'RouteKey',
    authorization: 'AuthorizationType',
    key: 'ApiKeyRequired',
  },
] as const;

/** Methods and routes that callers use by themselves: a browser asks `OPTIONS` before it may send credentials. */
export function apiMethods(stack: Stack): readonly Method[] {
  return [
    ...METHODS.flatMap((names) =>
      stack
        .of(names.type)
        .filter((method) => valueOf(text(method, names.verb) ?? byDefault('', method)) !== 'OPTIONS')
        .filter((method) => !isPrivate(stack.target(method.get(names.api)), names))
        .map((method) => subjectOf(stack, method, names)),
    ),
    ...ROUTES.flatMap((names) =>
      stack
        .of(names.type)
        .filter((route) => isCalled(valueOf(text(route, names.route) ?? byDefault('', route))))
        .map((route) => subjectOf(stack, route, names)),
    ),
  ];
}

function subjectOf(
  stack: Stack,
  method: Resource,
  names: { readonly authorization: string; readonly key: string },
): Method {
  const kind = text(method, names.authorization) ?? byDefault('NONE', method);
  const checked: Fact<boolean> = derive(kind, (name) => name.toUpperCase() !== 'NONE');
  const key = bool(method, names.key) ?? byDefault(false, method);
  return stack.subject('api-method', method, {
    provider: 'aws',
    authenticated: anyTrue([checked, key], checked),
  });
}

/** Of an HTTP API, `GET /orders`, or `$connect` of a WebSocket API; what comes after that is already connected. */
function isCalled(route: string | undefined): boolean {
  if (route === undefined || route === '$connect') return true;
  return route.includes(' ') && !route.startsWith('OPTIONS ');
}

/** Only endpoints in one's own networks reach a private API. */
function isPrivate(
  api: Resource | undefined,
  { configuration, types }: { readonly configuration: string; readonly types: string },
): boolean {
  return (
    api?.parts(configuration).some((part) => {
      const value = part.get(types);
      return value !== undefined && 'items' in value
        ? value.items.some((item) => item.kind === 'string' && item.value === 'PRIVATE')
        : false;
    }) ?? false
  );
}
