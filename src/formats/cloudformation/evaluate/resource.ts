import { present, unknownAt, valueParts, type Resource, type Value } from '../../../cloud/index.ts';
import type { Location, RelatedLocation } from '../../../source/index.ts';
import { callOf } from './call.ts';
import { evaluate } from './evaluate.ts';
import type { DataNode } from '../../data-node.ts';
import { substituted, type Entry } from './for-each.ts';
import { within, worldsWhere } from './scope.ts';
import type { Template } from './template.ts';

/** What a resource has beside its properties; it is read by its name where no property has that name. */
const ATTRIBUTES = [
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Metadata',
  'UpdatePolicy',
  'UpdateReplacePolicy',
];

/** A resource as a template declares it, or as a transform makes it of one. */
export interface Declared {
  /** Its logical id, behind those of the stacks around. */
  readonly address: string;
  readonly type: string;
  /** Its name in the template. */
  readonly at: Location;
  /** The nested stacks that lead to it. */
  readonly related: readonly RelatedLocation[];
  /** Why it is not known whether it exists, or what properties it has. */
  readonly uncertain?: string;
  readonly properties: ReadonlyMap<string, Value>;
  /** What stands for each property that is not written, where a transform may put some in. */
  readonly included?: Value;
  readonly attributes: ReadonlyMap<string, Value>;
}

/** The resources of a template that exist. */
export function declaredResources(template: Template): readonly Declared[] {
  return [...template.resources.values()].flatMap((entry) => declaredResource(entry, template) ?? []);
}

function declaredResource({ key, node, scope: outer }: Entry, template: Template): Declared | undefined {
  const type = node.get('Type');
  if (type.text === undefined) {
    const { runtime } = template;
    if (isMadeByModule(type)) {
      const message = `What the module makes of the resource ${key} is not in the template, and was not judged.`;
      runtime.note('module', message, type.at);
    } else {
      const what = type.exists ? 'a type that is no text' : 'no type';
      const message = `The resource ${key} has ${what}; neither it nor what belongs to it was judged.`;
      runtime.report('cloudformation/no-type', message, type.at);
    }
    return undefined;
  }
  const condition = node.get('Condition');
  const name = condition.text && substituted(condition.text, outer.loop);
  const existence = existenceOf(name, condition, template);
  if (existence === false) return undefined;
  const where = existence === undefined ? undefined : worldsWhere(outer, name ?? '', true);
  const scope = within(outer, where);
  const properties = evaluate(node.get('Properties'), scope);
  const attributes = new Map<string, Value>();
  for (const name of ATTRIBUTES) if (node.has(name)) attributes.set(name, evaluate(node.get(name), scope));
  const uncertain = properties.kind === 'unknown' ? properties.reason : existence;
  const included = includedIn(node.get('Properties'));
  return {
    address: template.address(key),
    type: type.text,
    at: node.header,
    related: [],
    ...(uncertain !== undefined && { uncertain }),
    properties: 'entries' in properties ? properties.entries : new Map<string, Value>(),
    ...(included && { included }),
    attributes,
  };
}

/** `Fn::Transform` among the properties: AWS or a macro puts others beside them. */
function includedIn(properties: DataNode): Value | undefined {
  const transform = properties.get('Fn::Transform');
  if (!transform.exists) return undefined;
  const name = transform.get('Name').text ?? 'a macro';
  return unknownAt(transform.header, `${name} may put it in at deployment`);
}

/** Rain has the file of a module in a type's place: `!Rain::Module network.yaml`. */
function isMadeByModule(type: DataNode): boolean {
  return callOf(type)?.name.endsWith('Rain::Module') === true;
}

/** False where its condition is false, a reason where that is not known. */
function existenceOf(
  name: string | undefined,
  condition: DataNode,
  template: Template,
): string | false | undefined {
  if (name === undefined) return undefined;
  const value = template.condition(name);
  if (value?.kind === 'bool') return value.value ? undefined : false;
  if (!value) {
    const reason = `${name} is no condition of the template`;
    return template.runtime.failure('unknown-condition', reason, condition.at).reason;
  }
  if (worldsWhere(template.scope, name, true)?.length === 0) return false;
  if (worldsWhere(template.scope, name, false)?.length === 0) return undefined;
  return `its condition ${name} is not known${value.kind === 'unknown' ? `, since ${value.reason}` : ''}`;
}

/** The resource as what it is does not depend on the language that made it. */
export function resourceOf(declared: Declared): Resource {
  const { address, type, at, related, uncertain, properties, attributes, included } = declared;
  const get = (name: string): Value | undefined => {
    const value = properties.get(name) ?? attributes.get(name);
    return value ? present(value) : ATTRIBUTES.includes(name) ? undefined : included;
  };
  return {
    at,
    related,
    ...(uncertain !== undefined && { uncertain }),
    address,
    type,
    name: address.slice(address.lastIndexOf('.') + 1),
    managed: true,
    names: () => [...new Set([...properties.keys(), ...attributes.keys()])],
    get,
    parts: (name) => {
      const value = get(name);
      return value ? valueParts(value, related) : [];
    },
  };
}
