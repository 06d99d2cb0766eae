import { brotliDecompressSync } from 'node:zlib';
import type { JsonSchema, PublishedSchema } from '../../schema/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import resources from './published/resources.json' with { type: 'json' };

/** AWS' own specification of its resources, as its CDK is made from, by service and packed. */
const BY = `AWS' service specification`;

/** What AWS' own transforms make of a template is known; other macros turn anything into anything. */
const KNOWN_TRANSFORM = /^AWS::(?:Serverless|LanguageExtensions|SecretsManager|CodeDeploy)/;

/** What the schemas are about: the properties of each resource whose type they know. */
export function published(document: DataDocument): readonly PublishedSchema[] {
  const root = rootNode(document);
  const transforms = root.get('Transform');
  const names = transforms.isList ? transforms.items().map(({ text }) => text) : [transforms.text];
  if (transforms.exists && !names.every((name) => name !== undefined && KNOWN_TRANSFORM.test(name)))
    return [];
  return root
    .get('Resources')
    .entries()
    .flatMap(([name, resource]) => {
      const schema = schemaOf(resource.get('Type').text ?? '');
      if (schema === undefined) return [];
      return [{ at: ['Resources', name], schema, what: 'resource', by: BY, isOpen }];
    });
}

interface Service {
  readonly definitions: JsonSchema;
  readonly resources: Readonly<Record<string, JsonSchema>>;
}

const services: Readonly<Record<string, string>> = resources;
const unpacked = new Map<string, Service>();

function schemaOf(type: string): JsonSchema | undefined {
  const name = type.split('::').slice(0, 2).join('::');
  const packed = Object.hasOwn(services, name) ? services[name] : undefined;
  if (packed === undefined) return undefined;
  const known = unpacked.get(name);
  const service =
    known ?? (JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8')) as Service);
  unpacked.set(name, service);
  const schema = Object.hasOwn(service.resources, type) ? service.resources[type] : undefined;
  if (typeof schema !== 'object') return undefined;
  const needs = Array.isArray(schema['required']) ? { required: ['Properties'] } : {};
  return { properties: { Properties: schema }, ...needs, definitions: service.definitions };
}

/** Functions, dynamic references and macros: known when the stack is made. */
function isOpen(value: unknown): boolean {
  if (typeof value === 'string') return FUNCTION.test(value) || value.includes('{{resolve:');
  if (typeof value !== 'object' || value === null) return false;
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && (name === 'Ref' || FUNCTION.test(name));
}

/** Of CloudFormation, and of Rain, which writes the text of a file into a template. */
const FUNCTION = /^(?:Fn::|Rain::|!)/;
