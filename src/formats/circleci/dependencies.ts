import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { buildDependency, hasDigest } from '../build-dependency.ts';
import type { DataNode } from '../data-node.ts';
import type { Config } from './read/config.ts';

/** Images and orbs that a configuration runs. */
export function dependenciesOf(config: Config): readonly SubjectOf<'build-dependency'>[] {
  const { node } = config;
  const jobs = node.get('jobs').entries();
  const executors = node.get('executors').entries();
  const orbs = node.get('orbs').entries();
  return eachPlaceOnce([
    ...orbs.flatMap(([name, orb]) => orbDependency(config, name, orb)),
    ...executors.flatMap(([name, executor]) => imagesOf(config, `executors/${name}`, executor)),
    ...jobs.flatMap(([name, job]) => imagesOf(config, name, job)),
  ]);
}

/** Jobs that share an image by an alias of YAML are one place to change. */
function eachPlaceOnce<T extends { readonly location: Location }>(all: readonly T[]): readonly T[] {
  const byPlace = new Map<string, T>();
  for (const one of all) {
    const { file, span } = one.location;
    const key = `${file.path} ${span.start}`;
    if (!byPlace.has(key)) byPlace.set(key, one);
  }
  return [...byPlace.values()];
}

/** A published version of an orb cannot be changed; parts of one, `volatile` and `dev:` can. */
function orbDependency(
  config: Config,
  name: string,
  orb: DataNode,
): readonly SubjectOf<'build-dependency'>[] {
  const { text } = orb;
  if (text === undefined) return [];
  const version = text.slice(text.indexOf('@') + 1);
  return [
    dependency(config, `orbs/${name}`, text, orb, {
      type: 'orb',
      firstParty: text.startsWith('circleci/'),
      pinned: text.includes('@') && /^\d+\.\d+\.\d+$/.test(version),
    }),
  ];
}

/** The first image runs the steps; the others run beside it. */
function imagesOf(config: Config, name: string, holder: DataNode): readonly SubjectOf<'build-dependency'>[] {
  return holder
    .get('docker')
    .items()
    .flatMap((item, index) => {
      const image = item.get('image');
      const { text } = image;
      if (text === undefined) return [];
      return [
        dependency(config, `${name}/image${index === 0 ? '' : index + 1}`, text, image, {
          type: index === 0 ? 'image' : 'service',
          firstParty: /^(?:cimg|circleci)\//.test(text),
          pinned: hasDigest(text),
        }),
      ];
    });
}

function dependency(
  { path }: Config,
  id: string,
  text: string,
  node: DataNode,
  facts: {
    readonly type: 'orb' | 'image' | 'service';
    readonly firstParty: boolean;
    readonly pinned: boolean;
  },
): SubjectOf<'build-dependency'> {
  const open = text.includes('<<');
  const pinned: Fact<boolean> = open
    ? unknown(`\`${text}\` is chosen by who uses it`, node.at)
    : known(facts.pinned, node.at);
  return buildDependency('circleci', {
    id: `${path}:${id}`,
    name: text.replace(/@.*$/, ''),
    type: facts.type,
    text,
    at: node.at,
    firstParty: known(facts.firstParty, node.at),
    pinned,
  });
}
