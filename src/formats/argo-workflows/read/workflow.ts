import type { Location } from '../../../source/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import { nearestTo } from '../../paths.ts';

/** An object that holds templates. */
export interface Holder {
  /** The document, or the workflow that a sensor submits. */
  readonly node: DataNode;
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly namespace: string | undefined;
  /** The place of its name. */
  readonly header: Location;
  /** The spec of the workflow. */
  readonly spec: DataNode;
  readonly templates: ReadonlyMap<string, DataNode>;
  /** The trigger of a sensor that submits it. */
  readonly sensor: DataNode | undefined;
}

/** Finds templates of other objects. */
export interface Library {
  readonly holders: readonly Holder[];
  find(from: string, name: string, cluster: boolean): Holder | undefined;
  /** All objects of the kind and the name of one. */
  named(holder: Holder): readonly Holder[];
}

export function readLibrary(documents: readonly DataDocument[]): Library {
  const holders = documents.flatMap(holdersOf);
  const byName = new Map<string, Holder[]>();
  for (const holder of holders) {
    if (!holder.kind.endsWith('WorkflowTemplate')) continue;
    const key = `${holder.kind} ${holder.name}`;
    byName.set(key, [...(byName.get(key) ?? []), holder]);
  }
  return {
    holders,
    named: ({ kind, name }) => byName.get(`${kind} ${name}`) ?? [],
    find: (from, name, cluster) =>
      nearestTo(
        from,
        byName.get(`${cluster ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'} ${name}`) ?? [],
        ({ path }) => path,
      ),
  };
}

/** Sensors of Argo Events submit workflows that are written in them. */
export function holdersOf(document: DataDocument): readonly Holder[] {
  const root = rootNode(document);
  if (root.get('kind').text !== 'Sensor') return [holderOf(root, undefined)];
  return root
    .get('spec', 'triggers')
    .items()
    .flatMap((trigger) =>
      ['k8s', 'argoWorkflow'].flatMap((key) => {
        const node = trigger.get('template', key);
        const object = node.get('source', 'resource');
        return object.get('kind').text === 'Workflow' ? [holderOf(object, node)] : [];
      }),
    );
}

function holderOf(node: DataNode, sensor: DataNode | undefined): Holder {
  const kind = node.get('kind').text ?? '';
  const metadata = node.get('metadata');
  const named = [metadata.get('name'), metadata.get('generateName')].find(({ text }) => text);
  const spec = kind === 'CronWorkflow' ? node.get('spec', 'workflowSpec') : node.get('spec');
  return {
    node,
    kind,
    name: named?.text?.replace(/-$/, '') ?? 'unnamed',
    path: node.document.file.path,
    namespace: metadata.get('namespace').text,
    header: (named ?? node.get('kind')).at,
    spec,
    templates: new Map(
      spec
        .get('templates')
        .items()
        .flatMap((one) =>
          one.get('name').text === undefined ? [] : [[one.get('name').text ?? '', one] as const],
        ),
    ),
    sensor,
  };
}

/** A template that something runs, with the object whose other templates it may name. */
export interface Found {
  readonly holder: Holder;
  readonly node: DataNode;
  readonly name: string;
}

/** A template that is not known; `elsewhere` says that it may be all the same. */
export interface NotFound {
  readonly reason: string;
  readonly by: string;
  readonly elsewhere: boolean;
}

/** The template that a step or task names, or why that is not known. */
export function templateOf(step: DataNode, holder: Holder, library: Library): Found | NotFound {
  const inline = step.get('inline');
  if (inline.isMap) return { holder, node: inline, name: step.get('name').text ?? 'inline' };
  const reference = step.get('templateRef');
  if (reference.isMap) {
    const [object = '', name = ''] = ['name', 'template'].map((key) => reference.get(key).text);
    const other = library.find(holder.path, object, reference.get('clusterScope').value === true);
    const node = other?.templates.get(name);
    const by = `${object}/${name}`;
    if (!other)
      return { by, elsewhere: true, reason: `the object of template \`${by}\` is not among the files` };
    if (node) return { holder: other, node, name };
    return { by, elsewhere: by.includes('{{'), reason: `\`${object}\` has no template \`${name}\`` };
  }
  const name = step.get('template').text ?? '';
  const node = holder.templates.get(name);
  if (node) return { holder, node, name };
  const elsewhere = name.includes('{{');
  const reason = elsewhere
    ? `\`${name}\` is known only while the workflow runs`
    : `no template \`${name}\` is among the files`;
  return { by: name, elsewhere, reason };
}

/** The object whose spec a workflow takes. */
export function submittedBy({ spec, path }: Holder, library: Library): Holder | undefined {
  const reference = spec.get('workflowTemplateRef');
  const name = reference.get('name').text;
  return name === undefined
    ? undefined
    : library.find(path, name, reference.get('clusterScope').value === true);
}
