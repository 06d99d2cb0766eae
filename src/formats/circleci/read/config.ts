import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';

/** A configuration, or an orb that is written in one: jobs, commands and the orbs that they use. */
export interface Config {
  readonly path: string;
  readonly node: DataNode;
  /** The configuration that an inline orb stands in. */
  readonly outer: Config | undefined;
}

/** What a name of a job or command means: its definition, or something of an orb that is not among the files. */
export type Definition =
  | { readonly kind: 'here'; readonly node: DataNode; readonly config: Config }
  | { readonly kind: 'orb'; readonly orb: string; readonly name: string; readonly at: DataNode };

export function readConfig(document: DataDocument): Config {
  return { path: document.file.path, node: rootNode(document), outer: undefined };
}

/** Finds `deploy`, or `orb/deploy`; undefined when nothing has that name. */
export function definitionOf(
  config: Config,
  section: 'jobs' | 'commands' | 'executors',
  name: string,
): Definition | undefined {
  const slash = name.indexOf('/');
  if (slash < 0) {
    const node = config.node.get(section, name);
    return node.isMap ? { kind: 'here', node, config } : undefined;
  }
  const orb = orbOf(config, name.slice(0, slash));
  if (!orb?.exists) return undefined;
  const inner = name.slice(slash + 1);
  if (orb.text !== undefined) return { kind: 'orb', orb: orbName(orb.text), name: inner, at: orb };
  const node = orb.get(section, inner);
  return node.isMap ? { kind: 'here', node, config: { ...config, node: orb, outer: config } } : undefined;
}

function orbOf(config: Config, name: string): DataNode | undefined {
  for (let up: Config | undefined = config; up; up = up.outer) {
    const orb = up.node.get('orbs', name);
    if (orb.exists) return orb;
  }
  return undefined;
}

/** `circleci/aws-ecs@7.1` without the version. */
export const orbName = (written: string): string => written.replace(/@.*$/, '');
