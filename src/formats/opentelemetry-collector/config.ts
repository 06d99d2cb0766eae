import { known, type Fact, type HolderFacts } from '../../model/index.ts';
import { seesContainerLogs } from '../../monitoring/index.ts';
import type { Location } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { parseInnerYaml } from '../../syntax/yaml/index.ts';
import { embeddedCollectors, holderOf, isCollectorObject } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { baseName, directoryOf } from '../paths.ts';

/** One configuration of a collector, wherever it is kept. */
export interface CollectorConfig {
  readonly body: DataNode;
  readonly name: string;
  readonly path: string;
  readonly location: Location;
  /** Undefined for files, empty for objects that name none. */
  readonly namespace: string | undefined;
  /** Why other files may add to it or change it; undefined when it is the whole. */
  readonly layered: string | undefined;
  /** The other layers of its folder. */
  readonly beside: readonly DataNode[];
  readonly heldBy?: HolderFacts;
}

/** Layers of a folder that are read together; more are no layers of one collector. */
const MAX_LAYERS = 20;

const LAYER = 'the collector merges this file with others';
const CHART = "the Helm chart's own defaults are merged with it";

export interface ReadConfigs {
  readonly configs: readonly CollectorConfig[];
  /** Values that should hold a configuration and cannot be read as one. */
  readonly unreadable: readonly DataNode[];
}

/** All configurations of all documents. Files of a folder of which one is not whole by itself are layers of each other. */
export function readConfigs(documents: readonly DataDocument[]): ReadConfigs {
  const configs: CollectorConfig[] = [];
  const unreadable: DataNode[] = [];
  for (const document of documents) {
    const root = rootNode(document);
    if (root.get('apiVersion').exists) ofObject(root, configs, unreadable);
    else configs.push(ofFile(document));
  }
  const files = configs.filter(({ namespace }) => namespace === undefined);
  const folders = new Map<string, CollectorConfig[]>();
  for (const file of files) {
    const folder = directoryOf(file.path);
    folders.set(folder, [...(folders.get(folder) ?? []).slice(0, MAX_LAYERS), file]);
  }
  return {
    configs: configs.map((config) => {
      const folder = config.namespace === undefined ? folders.get(directoryOf(config.path)) : undefined;
      if (!folder?.some(({ layered }) => layered === LAYER)) return config;
      const beside = folder.length > MAX_LAYERS ? [] : folder.filter((one) => one !== config);
      return { ...config, layered: config.layered ?? LAYER, beside: beside.map(({ body }) => body) };
    }),
    unreadable,
  };
}

function ofFile(document: DataDocument): CollectorConfig {
  const { path } = document.file;
  const root = rootNode(document);
  const inside = root.get('config', 'service', 'pipelines').isMap;
  const body = inside ? root.get('config') : root;
  return {
    body,
    name: fileName(path),
    path,
    location: body.get('service').exists ? body.get('service').header : body.header,
    namespace: undefined,
    ...(inside && { heldBy: { ...holderOf(root, null), kind: 'Helm chart' } }),
    layered: inside ? CHART : isWhole(body) ? undefined : LAYER,
    beside: [],
  };
}

function ofObject(root: DataNode, configs: CollectorConfig[], unreadable: DataNode[]): void {
  const { path } = root.document.file;
  const name = root.get('metadata', 'name');
  const common = { path, location: name.at, namespace: root.get('metadata', 'namespace').text ?? '' };
  const made = isCollectorObject(root) && { onMachines: onMachines(root) };
  const add = (body: DataNode, called: string, part: string | null): void => {
    const layered = isWhole(body) ? undefined : LAYER;
    configs.push({
      ...common,
      body,
      name: called,
      layered,
      beside: [],
      heldBy: { ...holderOf(root, part), ...made },
    });
  };
  const own = name.text ?? fileName(path);
  if (isCollectorObject(root)) {
    const config = root.get('spec', 'config');
    if (config.text === undefined) add(config, own, null);
    else addInner(config, own, (body, called) => add(body, called, null), unreadable);
    return;
  }
  const embedded = embeddedCollectors(root);
  for (const node of embedded)
    addInner(
      node,
      embedded.length > 1 ? `${own}/${node.label}` : own,
      (body, called) => add(body, called, node.label),
      unreadable,
    );
}

/** The operator runs one on each machine where the mode says so, with the folders that the object gives it. */
function onMachines(root: DataNode): Fact<boolean> {
  const mode = root.get('spec', 'mode');
  const volumes = root.get('spec', 'volumes').items();
  const folders = volumes.flatMap((volume) => volume.get('hostPath', 'path').text ?? []);
  return known(mode.text === 'daemonset' && seesContainerLogs(folders), mode.at);
}

function addInner(
  node: DataNode,
  name: string,
  add: (body: DataNode, name: string) => void,
  unreadable: DataNode[],
): void {
  const inner = node.text === undefined ? undefined : parseInnerYaml(node.text, node.at);
  const body = inner && rootNode(inner);
  if (body?.isMap) add(body, name);
  else unreadable.push(node);
}

/** Each of its pipelines has what comes in and what goes out. */
function isWhole(body: DataNode): boolean {
  const pipelines = body.get('service', 'pipelines').entries();
  return (
    pipelines.length > 0 &&
    pipelines.every(([, pipeline]) => pipeline.get('receivers').exists && pipeline.get('exporters').exists)
  );
}

function fileName(path: string): string {
  return baseName(path).replace(/\.[^.]*$/, '');
}
