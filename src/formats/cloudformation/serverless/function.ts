import type { Value } from '../../../cloud/index.ts';
import type { Declared } from '../evaluate/resource.ts';
import { eventResources } from './events.ts';
import { entriesOf, made, object, referring, renamed, text, textOf } from './make.ts';
import { deploymentOf, preferenceOf, updatePolicyOf } from './deployment.ts';
import { roleOf } from './role.ts';
import { tagsOf } from './tags.ts';

/** Properties that a Lambda function has under the same name. */
const SAME = [
  'Architectures',
  'CodeSigningConfigArn',
  'Description',
  'Environment',
  'EphemeralStorage',
  'FileSystemConfigs',
  'FunctionName',
  'Handler',
  'ImageConfig',
  'KmsKeyArn',
  'Layers',
  'LoggingConfig',
  'MemorySize',
  'PackageType',
  'RecursiveLoop',
  'ReservedConcurrentExecutions',
  'Runtime',
  'RuntimeManagementConfig',
  'SnapStart',
  'Timeout',
  'VpcConfig',
];

/** A function with its role, its alias and URL, and what calls it. */
export function functionResources(declared: Declared): readonly Declared[] {
  const { address, at, properties } = declared;
  const role = properties.has('Role') ? undefined : roleOf(declared, 'lambda.amazonaws.com');
  const tracing = properties.get('Tracing');
  const deadLetters = properties.get('DeadLetterQueue');
  const lambda: Declared = {
    ...made(declared, address, 'AWS::Lambda::Function', {
      ...renamed(properties, Object.fromEntries(SAME.map((name) => [name, name]))),
      Code: codeOf(declared),
      Role: properties.get('Role') ?? referring(at, `${address}Role`, 'Arn'),
      TracingConfig: tracing && object(tracing.at, { Mode: tracing }),
      DeadLetterConfig:
        deadLetters && object(deadLetters.at, { TargetArn: entriesOf(deadLetters).get('TargetArn') }),
      Tags: tagsOf(properties.get('Tags')),
    }),
    attributes: declared.attributes,
  };
  return [
    lambda,
    ...(role ? [role] : []),
    ...versionsOf(declared),
    ...urlOf(declared),
    ...eventResources(declared),
  ];
}

function codeOf({ at, properties }: Declared): Value | undefined {
  const inline = properties.get('InlineCode');
  if (inline) return object(inline.at, { ZipFile: inline });
  const image = properties.get('ImageUri');
  if (image) return object(image.at, { ImageUri: image });
  const code = properties.get('CodeUri');
  if (!code || !('entries' in code)) return code && object(at, { S3Key: code });
  return object(
    code.at,
    renamed(code.entries, { Bucket: 'S3Bucket', Key: 'S3Key', Version: 'S3ObjectVersion' }),
  );
}

function versionsOf(declared: Declared): readonly Declared[] {
  const { address, properties } = declared;
  const alias = properties.get('AutoPublishAlias');
  if (!alias) return [];
  const name = textOf(alias) ?? '';
  const preference = preferenceOf(properties);
  const version = made(declared, `${address}.Version`, 'AWS::Lambda::Version', {
    FunctionName: referring(alias.at, address),
  });
  const published = made(declared, `${address}Alias${name}`, 'AWS::Lambda::Alias', {
    Name: alias,
    FunctionName: referring(alias.at, address),
    FunctionVersion: referring(alias.at, `${address}.Version`, 'Version'),
    ProvisionedConcurrencyConfig: properties.get('ProvisionedConcurrencyConfig'),
  });
  if (!preference) return [version, published];
  const attributes = new Map([['UpdatePolicy', updatePolicyOf(declared, preference)]]);
  return [version, { ...published, attributes }, deploymentOf(declared, preference)];
}

/** A URL of the function's own; without authorization everyone may call it. */
function urlOf(declared: Declared): readonly Declared[] {
  const { address, properties } = declared;
  const config = properties.get('FunctionUrlConfig');
  if (!config) return [];
  const { at } = config;
  const { AuthType, ...rest } = Object.fromEntries(entriesOf(config));
  const url = made(declared, `${address}Url`, 'AWS::Lambda::Url', {
    ...rest,
    AuthType,
    TargetFunctionArn: referring(at, address),
  });
  if (textOf(AuthType) !== 'NONE') return [url];
  const permission = made(declared, `${address}UrlPublicPermissions`, 'AWS::Lambda::Permission', {
    Action: text(at, 'lambda:InvokeFunctionUrl'),
    FunctionName: referring(at, address),
    FunctionUrlAuthType: AuthType,
    Principal: text(at, '*'),
  });
  return [url, permission];
}
