import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { buildDependency, hasDigest } from '../build-dependency.ts';
import type { DataNode } from '../data-node.ts';
import type { PipelineRead } from './read/config.ts';
import { partsOf } from './read/script.ts';

type Dependency = SubjectOf<'build-dependency'>;

/** Images, pipes and imported pipelines, each place once: steps are often written once and run by several pipelines. */
export function dependenciesOf(pipelines: readonly PipelineRead[]): readonly Dependency[] {
  const seen = new Set<string>();
  return [...filesOf(pipelines), ...pipelines.flatMap(ofPipeline)].filter(({ location }) => {
    const place = `${location.file.path} ${location.span.start}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function filesOf(pipelines: readonly PipelineRead[]): readonly Dependency[] {
  const files = new Map(pipelines.map(({ path, file }) => [path, file]));
  return [...files].flatMap(([path, file]) => [
    ...imageOf(`${path}:image`, 'image', file.get('image')),
    ...file
      .get('definitions', 'services')
      .entries()
      .flatMap(([name, service]) => imageOf(`${path}:services/${name}`, 'service', service.get('image'))),
  ]);
}

function ofPipeline({ path, name, units, elsewhere }: PipelineRead): readonly Dependency[] {
  const id = `${path}:${name}`;
  const steps = units.flat().flatMap((step) => {
    const own = `${id}/${step.id}`;
    const pipes = ['script', 'after-script'].flatMap((key) => partsOf(step.node.get(key), step.header));
    return [
      ...imageOf(`${own}/image`, 'image', step.node.get('image')),
      ...pipes.flatMap((part) =>
        part.kind === 'pipe' ? pipeOf(`${own}/${part.name}`, part.name, part.written) : [],
      ),
    ];
  });
  return elsewhere ? [...steps, ...importOf(`${id}/import`, elsewhere.node)] : steps;
}

function imageOf(id: string, type: 'image' | 'service', image: DataNode): readonly Dependency[] {
  const node = image.isMap ? image.get('name') : image;
  return node.text ? [dependency(id, type, node, node.text.replace(/@.*$/, ''))] : [];
}

/** A pipe is an image, or a tag of a repository that names one: both can be moved. */
function pipeOf(id: string, name: string, node: DataNode): readonly Dependency[] {
  return [dependency(id, 'action', node, name)];
}

/** A pipeline of another repository of the same workspace. */
function importOf(id: string, node: DataNode): readonly Dependency[] {
  const { text } = node;
  if (text === undefined) return [];
  const [, ref = ''] = text.split(':');
  return [
    buildDependency('bitbucket-pipelines', {
      id,
      name: text,
      type: 'reusable-workflow',
      text,
      at: node.at,
      firstParty: known(true, node.at),
      pinned: known(/^[0-9a-f]{40}$/.test(ref), node.at),
      version: { text: ref, at: node.at },
    }),
  ];
}

function dependency(id: string, type: Dependency['facts']['type'], node: DataNode, name: string): Dependency {
  const text = node.text ?? '';
  const pinned: Fact<boolean> = hasDigest(text)
    ? known(true, node.at)
    : text.includes('$')
      ? unknown(`\`${text}\` is chosen while the pipeline runs`, node.at)
      : known(false, node.at);
  return buildDependency('bitbucket-pipelines', {
    id,
    name,
    type,
    text,
    at: node.at,
    firstParty: known(/^(?:docker:\/\/)?(?:atlassian|bitbucketpipelines)\//.test(text), node.at),
    pinned,
  });
}
