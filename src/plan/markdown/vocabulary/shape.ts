import schema from '../../schema/deployment-plan.schema.json' with { type: 'json' };

/** What the schema wants at a place of the plan, as far as a reader of words must know. */
export type Shape =
  | {
      readonly type: 'object';
      readonly properties: ReadonlyMap<string, Shape>;
      readonly required: readonly string[];
      readonly orText: boolean;
    }
  /** A mapping by names: of environments. */
  | { readonly type: 'map'; readonly value: Shape }
  | { readonly type: 'list'; readonly item: Shape }
  | Scalar;

export interface Scalar {
  readonly type: 'scalar';
  /** `threshold` is a direction, a number and a unit, which the plan states apart. */
  readonly of:
    'text' | 'name' | 'reference' | 'path' | 'date' | 'duration' | 'number' | 'boolean' | 'threshold';
  readonly choices: readonly string[];
}

interface Node {
  readonly description?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Node;
}

/** Definitions whose name tells how they are written. */
const WRITTEN: ReadonlyMap<string, Scalar['of']> = new Map([
  ['name', 'name'],
  ['reference', 'reference'],
  ['path', 'path'],
  ['date', 'date'],
  ['duration', 'duration'],
]);

const definitions: Readonly<Record<string, Node>> = schema.definitions;

/** The shape of the whole plan. */
export const PLAN: Shape = shapeOf(schema);

function shapeOf(node: Node): Shape {
  const named = node.$ref?.slice('#/definitions/'.length);
  const own = named === undefined ? node : (definitions[named] ?? {});
  const written = named === undefined ? undefined : WRITTEN.get(named);
  if (written) return { type: 'scalar', of: written, choices: [] };
  const types = typeof own.type === 'string' ? [own.type] : (own.type ?? []);
  if (own.items) return { type: 'list', item: shapeOf(own.items) };
  if (own.properties) {
    const properties = new Map(Object.entries(own.properties).map(([key, value]) => [key, shapeOf(value)]));
    if (properties.has('above') && properties.has('below'))
      properties.set('threshold', { type: 'scalar', of: 'threshold', choices: [] });
    return { type: 'object', properties, required: own.required ?? [], orText: types.includes('string') };
  }
  if (typeof own.additionalProperties === 'object')
    return { type: 'map', value: shapeOf(own.additionalProperties) };
  const choices = (own.enum ?? []).filter((choice) => typeof choice === 'string');
  const of = types.includes('string')
    ? 'text'
    : types.includes('boolean')
      ? 'boolean'
      : types.length > 0
        ? 'number'
        : 'text';
  return { type: 'scalar', of, choices };
}

/** The shape at a path with its steps: keys, and `*` for any name of a mapping. Lists are passed through. */
export function shapeAt(path: readonly string[], from: Shape = PLAN): Shape | undefined {
  let shape: Shape | undefined = from;
  for (const step of path) {
    while (shape.type === 'list') shape = shape.item;
    if (shape.type === 'object') shape = shape.properties.get(step);
    else shape = shape.type === 'map' ? shape.value : undefined;
    if (!shape) return undefined;
  }
  return shape;
}

/** The key by which entries of a list are told apart, so that several tables may speak of one entry. */
export function identityOf(item: Shape): string | undefined {
  if (item.type !== 'object' || item.orText) return undefined;
  if (item.properties.has('name')) return 'name';
  if (item.required.includes('id')) return 'id';
  return item.required.join() === 'component' ? 'component' : undefined;
}
