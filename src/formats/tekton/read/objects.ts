import type { Naming } from '../../../delivery/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, scalarText, type DataNode } from '../../data-node.ts';
import { nearestTo } from '../../paths.ts';
import type { Values } from './values.ts';

/** An object of Tekton as a file, or the run that a trigger makes. */
export interface TektonObject {
  readonly node: DataNode;
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly namespace: string | undefined;
  readonly header: Location;
  readonly spec: DataNode;
  /** The template of a trigger that it stands in, and what the events give to its parameters. */
  readonly trigger: { readonly node: DataNode; readonly values: Values } | undefined;
}

export interface Library {
  readonly objects: readonly TektonObject[];
  find(from: string, kinds: readonly string[], name: string): TektonObject | undefined;
  /** All objects that have a name. */
  named(kinds: readonly string[], name: string): readonly TektonObject[];
}

export function readLibrary(documents: readonly DataDocument[]): Library {
  const plain = documents.map((document) => objectOf(rootNode(document), undefined));
  const objects = [...plain, ...plain.flatMap((one) => runsOf(one, plain))];
  const byName = new Map<string, TektonObject[]>();
  for (const object of objects) {
    const key = `${object.kind} ${object.name}`;
    byName.set(key, [...(byName.get(key) ?? []), object]);
  }
  const named: Library['named'] = (kinds, name) =>
    kinds.flatMap((kind) => byName.get(`${kind} ${name}`) ?? []);
  return {
    objects,
    named,
    find: (from, kinds, name) => nearestTo(from, named(kinds, name), ({ path }) => path),
  };
}

/** The object that a document is, and the runs that it makes of templates. */
export function objectsOf(document: DataDocument): readonly TektonObject[] {
  const object = objectOf(rootNode(document), undefined);
  return [object, ...runsOf(object, [object])];
}

function objectOf(node: DataNode, trigger: TektonObject['trigger']): TektonObject {
  const metadata = node.get('metadata');
  const named = [metadata.get('name'), metadata.get('generateName')].find(({ text }) => text);
  return {
    node,
    kind: node.get('kind').text ?? '',
    name: named?.text?.replace(/-$/, '') ?? 'unnamed',
    path: node.document.file.path,
    namespace: metadata.get('namespace').text,
    header: (named ?? node.get('kind')).at,
    spec: node.get('spec'),
    trigger,
  };
}

/** The runs that a template of a trigger makes, with what the bindings beside it in a listener give. */
function runsOf({ kind, spec, name }: TektonObject, all: readonly TektonObject[]): readonly TektonObject[] {
  if (kind !== 'TriggerTemplate') return [];
  const values = new Map<string, Naming>();
  const add = (param: DataNode, key: string): void => {
    const text = scalarText(param.get(key));
    const own = param.get('name').text;
    if (own !== undefined && text !== undefined && (key === 'value' || !values.has(`tt.params.${own}`)))
      values.set(`tt.params.${own}`, { text, at: param.get(key).at });
  };
  for (const binding of bindingsFor(name, all)) for (const param of binding.items()) add(param, 'value');
  for (const param of spec.get('params').items()) add(param, 'default');
  const templates = [...spec.get('resourcetemplates').items(), ...spec.get('resourceTemplates').items()];
  return templates
    .filter((node) => /^(?:Pipeline|Task)Run$/.test(node.get('kind').text ?? ''))
    .map((node) => objectOf(node, { node: spec, values }));
}

function bindingsFor(template: string, all: readonly TektonObject[]): readonly DataNode[] {
  const triggers = all.flatMap(({ kind, spec }) =>
    kind === 'Trigger' ? [spec] : kind === 'EventListener' ? spec.get('triggers').items() : [],
  );
  return triggers
    .filter((trigger) => ['ref', 'name'].some((key) => trigger.get('template', key).text === template))
    .flatMap((trigger) =>
      trigger
        .get('bindings')
        .items()
        .flatMap((binding) => {
          const name =
            binding.get('ref').text ?? (binding.has('value') ? undefined : binding.get('name').text);
          const found = all.find((one) => one.kind.endsWith('TriggerBinding') && one.name === name);
          return found ? [found.spec.get('params')] : [binding.get('spec', 'params')];
        }),
    );
}
