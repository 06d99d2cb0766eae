import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import { baseName, directoryOf } from '../../paths.ts';
import type { Files } from './files.ts';
import { Layered } from './layered.ts';

/** A service as it runs: with what it extends, and with what the files say that its file completes. */
export interface Service {
  readonly name: string;
  /** The file that names it. */
  readonly path: string;
  readonly location: Location;
  readonly all: Layered;
}

/** What Compose reads when nobody names a file, the first that there is; and what it reads beside it. */
const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const OVERRIDE = /^(?:docker-)?compose\.override\.ya?ml$/;
/** How deep services extend each other at most. */
const MAX_DEPTH = 20;
/** More files that complete each other than anyone keeps in a folder. */
const MAX_FILES = 50;

/** The services that a file names. */
export function servicesOf(file: DataNode, files: Files): readonly Service[] {
  const { path } = file.document.file;
  const base = baseOf(file, files);
  return file
    .get('services')
    .entries()
    .map(([name, node]) => {
      const layers: DataNode[] = [];
      const lost = addLayers(file, name, files, layers, 0);
      const below =
        base?.get('services', name).exists === true ? addLayers(base, name, files, layers, 0) : undefined;
      const incomplete = !base && !isWhole(node) ? whatIsMissing(baseName(path)) : undefined;
      return { name, path, location: node.header, all: new Layered(layers, lost ?? below ?? incomplete) };
    });
}

/**
 * The file that another one completes. A file with a service that is none by itself is meant to be read after the one
 * in its folder that has that service.
 */
function baseOf(file: DataNode, files: Files): DataNode | undefined {
  const { path } = file.document.file;
  const name = baseName(path);
  const partial = file
    .get('services')
    .entries()
    .filter(([, service]) => !isWhole(service));
  if (partial.length === 0 && !OVERRIDE.test(name)) return undefined;
  if (BASES.includes(name)) return undefined;
  const beside = files.in(directoryOf(path));
  for (const usual of BASES) {
    const base = beside.get(usual);
    if (base) return base;
  }
  if (beside.size > MAX_FILES) return undefined;
  const fitting = [...beside.values()].filter(
    (other) => other !== file && partial.every(([one]) => isWhole(other.get('services', one))),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function whatIsMissing(name: string): string {
  return BASES.includes(name)
    ? 'the service has neither an image nor a build'
    : `the file that ${name} completes is not among the files`;
}

function isWhole(service: DataNode): boolean {
  return ['image', 'build', 'extends', 'provider'].some((key) => service.get(key).exists);
}

/** Adds a service and those that it extends; tells what of them is not there. */
function addLayers(
  file: DataNode,
  name: string,
  files: Files,
  layers: DataNode[],
  depth: number,
): string | undefined {
  const service = file.get('services', name);
  layers.push(service);
  const extended = service.get('extends');
  if (!extended.exists) return undefined;
  const wanted = extended.text ?? extended.get('service').text;
  const from = extended.get('file').text;
  if (wanted === undefined) return 'what it extends has no name';
  const path = file.document.file.path;
  const other = from === undefined ? file : files.read(directoryOf(path), from);
  if (!other) return `${from ?? ''}, which has the service that it extends, is not among the files`;
  if (!other.get('services', wanted).isMap) return `the service \`${wanted}\` that it extends is not there`;
  if (depth >= MAX_DEPTH || layers.some((one) => one.value === other.get('services', wanted).value))
    return `the services that \`${wanted}\` extends extend each other`;
  return addLayers(other, wanted, files, layers, depth + 1);
}
