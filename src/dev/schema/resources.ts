import { readFileSync } from 'node:fs';
import { brotliCompressSync, gunzipSync } from 'node:zlib';

/** What we read of AWS' specification of its resources: entities that refer to each other by id. */
interface Specification {
  readonly schema: {
    readonly resource: { readonly entities: readonly (Entity & { readonly cloudFormationType: string })[] };
    readonly typeDefinition: { readonly entities: readonly Entity[] };
  };
}

interface Entity {
  readonly $id: string;
  readonly properties: Readonly<Record<string, Property>>;
}

interface Property {
  readonly type: Type;
  readonly previousTypes?: readonly Type[];
  readonly required?: boolean;
}

interface Type {
  readonly type: string;
  readonly element?: Type;
  readonly types?: readonly Type[];
  readonly reference?: { readonly $ref: string };
  readonly allowedValues?: readonly unknown[];
}

type Schema = Record<string, unknown>;

/** By service (`AWS::S3`): the schemas of its resources, JSON by Brotli, in base 64. */
export function resourceSchemas(database: string): Record<string, string> {
  const { schema } = JSON.parse(gunzipSync(readFileSync(database)).toString('utf8')) as Specification;
  const types = new Map(schema.typeDefinition.entities.map((entity) => [entity.$id, entity]));
  const services: Record<string, { definitions: Schema; resources: Schema }> = {};
  for (const resource of schema.resource.entities) {
    const service = resource.cloudFormationType.split('::').slice(0, 2).join('::');
    const { definitions, resources } = (services[service] ??= { definitions: {}, resources: {} });
    resources[resource.cloudFormationType] = mapping(resource, types, definitions);
  }
  return Object.fromEntries(
    Object.entries(services)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, tables]) => [name, pack(tables)]),
  );
}

const pack = (value: unknown): string => brotliCompressSync(JSON.stringify(value)).toString('base64');

function mapping(entity: Entity, types: ReadonlyMap<string, Entity>, definitions: Schema): Schema {
  const entries = Object.entries(entity.properties);
  const required = entries.filter(([, property]) => property.required === true).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, property]) => [name, propertySchema(property, types, definitions)]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** A property may also be what it was in an earlier form of the specification. */
function propertySchema(
  { type, previousTypes = [] }: Property,
  types: ReadonlyMap<string, Entity>,
  definitions: Schema,
): unknown {
  return union([type, ...previousTypes], types, definitions);
}

function union(all: readonly Type[], types: ReadonlyMap<string, Entity>, definitions: Schema): unknown {
  const schemas = all.map((type) => typeSchema(type, types, definitions));
  return schemas.length === 1 ? schemas[0] : { anyOf: schemas };
}

function typeSchema(type: Type, types: ReadonlyMap<string, Entity>, definitions: Schema): unknown {
  switch (type.type) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return { type: type.type, ...(type.allowedValues && { enum: type.allowedValues }) };
    case 'array':
      return { type: 'array', items: type.element && typeSchema(type.element, types, definitions) };
    case 'map':
      return {
        type: 'object',
        additionalProperties: type.element && typeSchema(type.element, types, definitions),
      };
    case 'union':
      return union(type.types ?? [], types, definitions);
    case 'ref':
      return reference(type.reference?.$ref ?? '', types, definitions);
    default:
      // Tags, dates and documents of JSON: whatever stands there.
      return {};
  }
}

function reference(id: string, types: ReadonlyMap<string, Entity>, definitions: Schema): Schema {
  const entity = types.get(id);
  if (entity === undefined) return {};
  if (!Object.hasOwn(definitions, id)) {
    // Stands there before its properties are made, since types refer to themselves.
    definitions[id] = {};
    definitions[id] = mapping(entity, types, definitions);
  }
  return { $ref: `#/definitions/${id}` };
}
