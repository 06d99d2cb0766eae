import {
  isUnknown,
  known,
  valueOf,
  type Fact,
  type GivenFacts,
  type WorkloadFacts,
} from '../../../model/index.ts';
import { partsStarted } from '../../../monitoring/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import { directoryOf } from '../../paths.ts';
import { pathIn } from '../read/files.ts';
import type { Service } from '../read/services.ts';
import { filled, type Variables } from '../read/variables.ts';
import { mountOf } from './mounts.ts';

/** Files of the project that a service is given, by volumes and by configs. */
export function givenTo(service: Service, variables: Variables): Pick<WorkloadFacts, 'given'> {
  const { all, path } = service;
  const command = ['entrypoint', 'command'].flatMap((key) =>
    (all.get(key).node?.oneOrMoreTexts() ?? []).map((word) => {
      const text = variables.fill(word);
      return 'text' in text ? text.text : word;
    }),
  );
  const places = [
    ...all
      .get('volumes')
      .items()
      .flatMap((volume) => mountOf(volume, variables) ?? []),
    ...all
      .get('configs')
      .items()
      .flatMap((config) => configOf(config, variables) ?? []),
  ];
  const given = places.flatMap(({ path: source, target }): readonly GivenFacts[] => {
    if (isUnknown(source.value) || !/^\.{0,2}\/|^\.$|\//.test(source.value)) return [];
    const inside = pathIn(directoryOf(path), source.value);
    if (inside === undefined) return [];
    return partsStarted(target ?? '', command).map((part) => ({
      from: 'file' as const,
      name: known(part === null ? inside : `${inside}/${part}`, source.at),
      part: null,
    }));
  });
  return given.length > 0 ? { given } : {};
}

interface Place {
  readonly path: Fact<string>;
  readonly target: string | undefined;
}

/** A config by its name, for which the file says which file it is; it stands at `/name` where nothing else is said. */
function configOf(config: DataNode, variables: Variables): Place | undefined {
  const source = config.isMap ? config.get('source') : config;
  if (source.text === undefined) return undefined;
  const file = rootNode(config.document).get('configs', source.text, 'file');
  if (!file.exists) return undefined;
  const path = filled(file, variables);
  const text = valueOf(path);
  return {
    path: text === undefined || text.includes('/') ? path : known(`./${text}`, path.at),
    target: config.get('target').text ?? `/${source.text}`,
  };
}
