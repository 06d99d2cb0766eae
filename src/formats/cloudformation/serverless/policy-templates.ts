import { textAt, unknownAt, type UnknownValue, type Value } from '../../../cloud/index.ts';
import type { Location } from '../../../source/index.ts';
import { entriesOf, list, object, text, type Properties } from './make.ts';
import templates from './policy-templates.json' with { type: 'json' };

/**
 * What a policy template lets a function do: `sqs::{QueueName}` is an ARN in the stack's region and account, of which
 * `{QueueName}` is a parameter. Source: docs.aws.amazon.com/serverless-application-model, list of policy templates.
 */
interface Grant {
  readonly actions: readonly string[];
  readonly on: readonly string[];
}

const TEMPLATES: ReadonlyMap<string, readonly Grant[]> = new Map(Object.entries(templates));

/** The document that SAM makes of `S3ReadPolicy: { BucketName: … }`; undefined for what is no template known here. */
export function templateDocument(policy: Value): Value | undefined {
  const [named] = entriesOf(policy);
  const grants = named && TEMPLATES.get(named[0]);
  if (!grants) return undefined;
  const { at } = policy;
  const parameters = entriesOf(named[1]);
  const statements = grants.map(({ actions, on }) =>
    object(at, {
      Effect: text(at, 'Allow'),
      Action: list(
        at,
        actions.map((action) => text(at, action)),
      ),
      Resource: list(
        at,
        on.map((arn) => arnOf(arn, parameters, at)),
      ),
    }),
  );
  return object(at, { Statement: list(at, statements) });
}

function arnOf(written: string, parameters: Properties, at: Location): Value {
  const [, service, place, name = written] = /^(\w+):(:|::)(?!:)(.*)$/.exec(written) ?? [];
  const start =
    service === undefined
      ? []
      : place === ':'
        ? [`arn:aws:${service}:`, pseudo(at, 'Region'), ':', pseudo(at, 'AccountId'), ':']
        : [`arn:aws:${service}:::`];
  const parts = name
    .split(/[{}]/)
    .map((part, index) => (index % 2 === 0 ? part : given(part, parameters, at)));
  return textAt(at, [...start, ...parts]);
}

function pseudo(at: Location, name: string): UnknownValue {
  const reference = { mode: 'managed', address: `AWS::${name}`, path: [] } as const;
  return unknownAt(at, `AWS::${name} is known after deployment`, { shape: 'string', reference });
}

function given(name: string, parameters: Properties, at: Location): string | UnknownValue {
  const value = parameters.get(name);
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'unknown' ? value : unknownAt(at, `the policy template is not given ${name}`);
}
