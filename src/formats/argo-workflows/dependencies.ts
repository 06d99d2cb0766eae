import { known, unknown, type SubjectOf } from '../../model/index.ts';
import { buildDependency, hasDigest } from '../build-dependency.ts';
import type { DataNode } from '../data-node.ts';
import { containersOf } from './job/activities.ts';
import type { Holder } from './read/workflow.ts';

type Dependency = SubjectOf<'build-dependency'>;

/** Images that templates run, and those beside them. */
export function dependenciesOf({ path, name, templates }: Holder): readonly Dependency[] {
  return [...templates].flatMap(([template, node]) => {
    const id = `${path}:${name}/${template}`;
    const sidecars = node.get('sidecars').items();
    return [
      ...containersOf(node).flatMap((one) => imageOf(id, 'image', one.node.get('image'))),
      ...sidecars.flatMap((one) => imageOf(id, 'service', one.get('image'))),
    ];
  });
}

function imageOf(id: string, type: 'image' | 'service', image: DataNode): readonly Dependency[] {
  const { text, at } = image;
  if (text === undefined || text === '') return [];
  const open = unknown(`\`${text}\` is chosen while the workflow runs`, at);
  return [
    buildDependency('argo-workflows', {
      id: `${id}/${type}`,
      name: text.replace(/@.*$/, ''),
      type,
      text,
      at,
      firstParty: known(/^(?:quay\.io\/)?argoproj\//.test(text), at),
      pinned: hasDigest(text) ? known(true, at) : /\{\{|\$/.test(text) ? open : known(false, at),
    }),
  ];
}
