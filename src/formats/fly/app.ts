import { known, purposeOf, unknown, type Fact, type RolloutStrategy } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext } from '../format.ts';

export interface FlyApp {
  readonly root: DataNode;
  readonly name: string;
  readonly path: string;
  readonly environment: string | undefined;
  readonly production: Fact<boolean>;
  readonly strategy: Fact<RolloutStrategy>;
  /** Process groups; one called `app` when the file names none. */
  readonly groups: readonly { readonly name: string; readonly node: DataNode }[];
  /** What others call, with the groups that answer; none named is the group `app`, or all. */
  readonly services: readonly DataNode[];
}

export function readApp(document: DataDocument, context: FormatContext): FlyApp {
  const root = rootNode(document);
  const named = root.get('app');
  const name = named.text ?? 'app';
  const { path } = document.file;
  const environment = context.environmentOf(path) ?? context.environmentOf(name);
  const purpose = environment === undefined ? undefined : purposeOf(environment);
  const processes = root.get('processes').entries();
  const http = root.get('http_service');
  return {
    root,
    name,
    path,
    environment,
    production: purpose
      ? known(purpose === 'production', named.at)
      : unknown('neither the path nor the name of the app tells the environment', named.at),
    strategy: strategyOf(root.get('deploy', 'strategy')),
    groups:
      processes.length > 0
        ? processes.map(([group, node]) => ({ name: group, node }))
        : [{ name: 'app', node: named }],
    services: [...(http.isMap ? [http] : []), ...root.get('services').items()],
  };
}

/** `immediate` waits for nothing: all machines are replaced at once. */
function strategyOf(node: DataNode): Fact<RolloutStrategy> {
  switch (node.text) {
    case undefined:
      return node.exists ? unknown('the strategy is no text', node.at) : known('rolling', node.at);
    case 'rolling':
      return known('rolling', node.at);
    case 'immediate':
      return known('recreate', node.at);
    case 'canary':
      return known('canary', node.at);
    case 'bluegreen':
      return known('blue-green', node.at);
    default:
      return unknown(`\`${node.text.slice(0, 40)}\` is no strategy of Fly`, node.at);
  }
}

/** Is this for a group of processes? */
export function isFor(node: DataNode, group: string): boolean {
  const { isList } = node.get('processes');
  return isList
    ? node.get('processes').texts().includes(group)
    : node.get('processes').text === undefined || node.get('processes').text === group;
}
