import { present, valueParts, type Resource, type Value } from '../../../cloud/index.ts';
import { evaluate } from './evaluate.ts';
import type { Entry } from './for-each.ts';
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

/** The resources of a template that exist. */
export function resourcesOf(template: Template): readonly Resource[] {
  return [...template.resources.values()].flatMap((entry) => resourceOf(entry, template) ?? []);
}

function resourceOf({ key, node, scope }: Entry, template: Template): Resource | undefined {
  const { runtime } = template;
  const type = node.get('Type').text;
  if (type === undefined) {
    const message = `The resource ${key} has no type; what depends on it was not judged.`;
    runtime.report('cloudformation/no-type', message, node.header);
    return undefined;
  }
  const existence = existenceOf(node.get('Condition').text, template);
  if (existence === false) return undefined;
  const properties = evaluate(node.get('Properties'), scope);
  const attributes = new Map<string, Value>();
  for (const name of ATTRIBUTES) if (node.has(name)) attributes.set(name, evaluate(node.get(name), scope));
  const related: Resource['related'] = [];
  const entries = 'entries' in properties ? properties.entries : new Map<string, Value>();
  const get = (name: string): Value | undefined => present(entries.get(name) ?? attributes.get(name));
  const uncertain = properties.kind === 'unknown' ? properties.reason : existence;
  return {
    at: node.header,
    related,
    ...(uncertain !== undefined && { uncertain }),
    address: key,
    type,
    name: key,
    managed: true,
    names: () => [...new Set([...entries.keys(), ...attributes.keys()])],
    get,
    parts: (name) => {
      const value = get(name);
      return value ? valueParts(value, related) : [];
    },
  };
}

/** False where its condition is false, a reason where that is not known. */
function existenceOf(name: string | undefined, template: Template): string | false | undefined {
  if (name === undefined) return undefined;
  const value = template.condition(name);
  if (value?.kind === 'bool') return value.value ? undefined : false;
  if (!value) return `its condition ${name} is not in the template`;
  return `its condition ${name} is not known${value.kind === 'unknown' ? `, since ${value.reason}` : ''}`;
}
