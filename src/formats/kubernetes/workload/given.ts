import { known, type GivenFacts } from '../../../model/index.ts';
import { partsStarted } from '../../../monitoring/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import { baseName, directoryOf, joinedPath } from '../../paths.ts';

/** Files from which Kustomize makes ConfigMaps and Secrets, by the name that manifests know them by. */
export type Generated = ReadonlyMap<string, readonly GeneratedText[]>;

interface GeneratedText {
  readonly part: string;
  readonly path: string;
}

/** What the files of Kustomize say that it makes. */
export function generatedBy(documents: readonly DataDocument[]): Generated {
  const all = new Map<string, GeneratedText[]>();
  for (const document of documents)
    for (const list of ['configMapGenerator', 'secretGenerator'])
      for (const entry of rootNode(document).get(list).items()) {
        const name = entry.get('name').text;
        if (name === undefined) continue;
        const texts = entry
          .get('files')
          .texts()
          .flatMap((written) => generatedText(document, written));
        const before = all.get(name);
        if (before) before.push(...texts);
        else all.set(name, texts);
      }
  return all;
}

/** `fluent-bit.conf`, `fluent-bit.conf=conf/production.conf`. */
function generatedText({ file }: DataDocument, written: string): readonly GeneratedText[] {
  const split = written.indexOf('=');
  const path = joinedPath(directoryOf(file.path), written.slice(split + 1));
  return path === undefined ? [] : [{ part: split < 0 ? baseName(path) : written.slice(0, split), path }];
}

/** What the containers of a pod are given as files from ConfigMaps and Secrets. */
export function givenTo(pod: DataNode, generated: Generated): readonly GivenFacts[] {
  const volumes = new Map(
    pod
      .get('volumes')
      .items()
      .map((volume) => [volume.get('name').text, volume]),
  );
  return pod
    .get('containers')
    .items()
    .flatMap((container) => {
      const command = [...container.get('command').texts(), ...container.get('args').texts()];
      return container
        .get('volumeMounts')
        .items()
        .flatMap((mount) => {
          const volume = volumes.get(mount.get('name').text);
          return volume ? mounted(mount, volume, command, generated) : [];
        });
    });
}

function mounted(
  mount: DataNode,
  volume: DataNode,
  command: readonly string[],
  generated: Generated,
): readonly GivenFacts[] {
  const within = mount.get('subPath').text;
  const parts = partsStarted(mount.get('mountPath').text ?? '', command);
  return sourcesOf(volume).flatMap(({ from, name, items }) =>
    parts.flatMap((one): readonly GivenFacts[] => {
      const file = within ?? one;
      const renamed = items.find((item) => item.get('path').text === file)?.get('key').text;
      const part = renamed ?? file;
      const text = name.text;
      if (text === undefined) return [];
      const made = (generated.get(text) ?? []).filter((each) => part === null || each.part === part);
      return [
        { from, name: known(text, name.at), part },
        ...made.map(({ path }) => ({ from: 'file' as const, name: known(path, name.at), part: null })),
      ];
    }),
  );
}

interface Source {
  readonly from: 'ConfigMap' | 'Secret';
  readonly name: DataNode;
  readonly items: readonly DataNode[];
}

/** A volume is one object, or is put together of several. */
function sourcesOf(volume: DataNode): readonly Source[] {
  return [volume, ...volume.get('projected', 'sources').items()].flatMap((one) => {
    const [map, secret] = [one.get('configMap'), one.get('secret')];
    return [
      ...(map.isMap
        ? [{ from: 'ConfigMap' as const, name: map.get('name'), items: map.get('items').items() }]
        : []),
      ...(secret.isMap
        ? [{ from: 'Secret' as const, name: secretName(secret), items: secret.get('items').items() }]
        : []),
    ];
  });
}

/** A volume says `secretName`, a projected one `name`. */
function secretName(secret: DataNode): DataNode {
  return secret.get('secretName').exists ? secret.get('secretName') : secret.get('name');
}
