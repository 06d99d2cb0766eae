import { known, unknown, type SubjectOf } from '../../../model/index.ts';
import { buildDependency, hasDigest } from '../../build-dependency.ts';
import type { DataNode } from '../../data-node.ts';

type Dependency = SubjectOf<'build-dependency'>;

/**
 * Images and repositories of templates that a file names. Which release of a task runs is up to the organization, which
 * installs it, so that tasks are none.
 */
export function dependenciesOf(root: DataNode): readonly Dependency[] {
  const { path } = root.document.file;
  const resources = root.get('resources');
  const containers = resources.get('containers').items();
  const aliases = new Set(containers.flatMap((one) => one.get('container').text ?? []));
  const found: Dependency[] = [
    ...containers.flatMap((one) =>
      image(one.get('image'), 'image', `${path}:resources/${one.get('container').text ?? ''}`, aliases),
    ),
    ...resources
      .get('repositories')
      .items()
      .flatMap((one) => repository(one, path)),
  ];
  for (const job of holders(root, 0)) {
    const address = `${path}:${job.get('job').text ?? job.get('deployment').text ?? 'job'}`;
    const container = job.get('container');
    found.push(
      ...image(
        container.isMap ? container.get('image') : container,
        'image',
        `${address}/container`,
        aliases,
      ),
    );
    for (const [name, service] of job.get('services').entries()) {
      found.push(
        ...image(
          service.isMap ? service.get('image') : service,
          'service',
          `${address}/services/${name}`,
          aliases,
        ),
      );
    }
  }
  return found;
}

const DEPTH = 12;

/** Everything that may be a job: the file itself, and what its stages, jobs and conditions hold. */
function holders(node: DataNode, depth: number): readonly DataNode[] {
  if (depth > DEPTH) return [];
  const inner = node
    .entries()
    .filter(([key]) => key === 'stages' || key === 'jobs' || key.startsWith('${{'))
    .flatMap(([, one]) => [one, ...one.items()])
    .flatMap((one) => holders(one, depth + 1));
  return [node, ...inner];
}

/** The alias of a container resource is no image of its own. */
function image(
  node: DataNode,
  type: 'image' | 'service',
  id: string,
  aliases: ReadonlySet<string>,
): readonly Dependency[] {
  const { text } = node;
  if (text === undefined || text === '' || aliases.has(text)) return [];
  const name = text.replace(/@.*$/, '');
  const open = /\$[({[]/.test(text);
  const digest = hasDigest(text);
  const pinned =
    open && !digest
      ? unknown(`\`${text}\` is chosen while the pipeline runs`, node.at)
      : known(digest, node.at);
  const firstParty = known(false, node.at);
  return [buildDependency('azure-pipelines', { id, name, type, text, at: node.at, firstParty, pinned })];
}

/** Repositories are taken by branch or tag only; those of the same organization are the team's own. */
function repository(one: DataNode, path: string): readonly Dependency[] {
  const alias = one.get('repository').text;
  const name = one.get('name');
  if (alias === undefined || name.text === undefined) return [];
  const ref = one.get('ref');
  const at = ref.exists ? ref.at : name.at;
  const own = one.get('type').text === undefined || one.get('type').text === 'git';
  const tag = ref.text?.startsWith('refs/tags/') === true;
  const pinned = tag
    ? unknown('repositories can be taken by branch or tag only, and tags can be moved', at)
    : known(false, at);
  const text = `${name.text}@${ref.text ?? 'default branch'}`;
  return [
    buildDependency('azure-pipelines', {
      id: `${path}:resources/${alias}`,
      name: name.text,
      type: 'reusable-workflow',
      text,
      at: name.at,
      firstParty: known(own, name.at),
      pinned,
      version: { text: ref.text ?? null, at },
    }),
  ];
}
