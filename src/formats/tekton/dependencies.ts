import { known, unknown, type SubjectOf } from '../../model/index.ts';
import { buildDependency, hasDigest, type Use } from '../build-dependency.ts';
import { scalarText, type DataNode } from '../data-node.ts';
import type { TektonObject } from './read/objects.ts';

type Dependency = SubjectOf<'build-dependency'>;

/** Images of steps and of what runs beside them, and what resolvers and bundles bring. */
export function dependenciesOf({ kind, spec, path, name }: TektonObject): readonly Dependency[] {
  const id = `${path}:${name}`;
  if (kind === 'Task' || kind === 'ClusterTask' || kind === 'StepAction') return imagesOf(id, spec);
  if (kind === 'TaskRun' || kind === 'PipelineRun') {
    const embedded = spec.get('pipelineSpec');
    return [...ofHolder(id, spec), ...(embedded.isMap ? ofPipeline(id, embedded) : [])];
  }
  return kind === 'Pipeline' ? ofPipeline(id, spec) : [];
}

function ofPipeline(id: string, spec: DataNode): readonly Dependency[] {
  const tasks = [...spec.get('tasks').items(), ...spec.get('finally').items()];
  return tasks.flatMap((task) => ofHolder(`${id}/${task.get('name').text ?? ''}`, task));
}

function ofHolder(id: string, holder: DataNode): readonly Dependency[] {
  return [
    ...imagesOf(id, holder.get('taskSpec')),
    ...['taskRef', 'pipelineRef'].flatMap((key) => referenceOf(id, holder.get(key))),
  ];
}

function imagesOf(id: string, spec: DataNode): readonly Dependency[] {
  const single = spec.get('image').exists ? [spec] : [];
  return [
    ...[...single, ...spec.get('steps').items(), spec.get('stepTemplate')].flatMap((step) =>
      imageOf(id, 'image', step.get('image')),
    ),
    ...spec
      .get('sidecars')
      .items()
      .flatMap((one) => imageOf(id, 'service', one.get('image'))),
  ];
}

/** What resolvers name: a bundle is an image, a repository has commits, the hub has versions. */
function referenceOf(id: string, reference: DataNode): readonly Dependency[] {
  const bundle = reference.get('bundle');
  if (bundle.text !== undefined) return imageOf(id, 'image', bundle);
  const resolver = reference.get('resolver').text;
  const given = new Map(
    reference
      .get('params')
      .items()
      .map((one) => [one.get('name').text, one.get('value')] as const),
  );
  const node = (name: string): DataNode => given.get(name) ?? reference.get('\0');
  if (resolver === 'bundles') return imageOf(id, 'image', node('bundle'));
  if (resolver === 'git') {
    const url = node('url');
    const revision = scalarText(node('revision'));
    if (url.text === undefined) return [];
    const ours = unknown(`whether \`${url.text}\` belongs to the same owners is not in the files`, url.at);
    const version = { text: revision ?? null, at: revision === undefined ? url.at : node('revision').at };
    return [one(id, 'reusable-workflow', url, ours, /^[0-9a-f]{40}$/.test(revision ?? ''), version)];
  }
  if (resolver === 'hub') {
    const version = node('version');
    const name = node('name');
    return name.text === undefined ? [] : [one(id, 'library', name, known(false, name.at), version.exists)];
  }
  return [];
}

function one(
  id: string,
  type: Dependency['facts']['type'],
  node: DataNode,
  firstParty: Dependency['facts']['firstParty'],
  pinned: boolean,
  version?: Use['version'],
): Dependency {
  const text = node.text ?? '';
  return buildDependency('tekton', {
    id: `${id}/${type}`,
    name: text,
    type,
    text,
    at: node.at,
    firstParty,
    pinned: known(pinned, node.at),
    ...(version && { version }),
  });
}

function imageOf(id: string, type: 'image' | 'service', image: DataNode): readonly Dependency[] {
  const { text, at } = image;
  if (text === undefined || text === '') return [];
  const open = unknown(`\`${text}\` is chosen while the pipeline runs`, at);
  return [
    buildDependency('tekton', {
      id: `${id}/${type}`,
      name: text.replace(/@.*$/, ''),
      type,
      text,
      at,
      firstParty: known(/^(?:gcr\.io\/tekton-releases|ghcr\.io\/tektoncd)\//.test(text), at),
      pinned: hasDigest(text) ? known(true, at) : /\$\(|\{\{/.test(text) ? open : known(false, at),
    }),
  ];
}
