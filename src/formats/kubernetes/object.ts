import type { Location } from '../../source/index.ts';
import {
  known,
  unknown,
  type Fact,
  type SubjectFacts,
  type SubjectKind,
  type SubjectOf,
} from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { nativeOf, rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext } from '../format.ts';
import { mistyped } from './read.ts';

/** One object of the Kubernetes API with what identifies it. */
export interface KubernetesObject {
  readonly root: DataNode;
  /** Of the API; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** As stated; absent when the file leaves it to whoever applies it. */
  readonly namespace: string | undefined;
  readonly path: string;
  readonly id: string;
  readonly location: Location;
  readonly environment: string | undefined;
}

export function readObject(
  document: DataDocument,
  context: FormatContext,
  uniqueId: (id: string) => string,
): KubernetesObject {
  const root = rootNode(document);
  const apiVersion = root.get('apiVersion').text ?? '';
  const kind = root.get('kind').text ?? '';
  const metadata = root.get('metadata');
  const named = [metadata.get('name'), metadata.get('generateName')].find((node) => node.text);
  const name = named?.text ?? 'unnamed';
  const namespace = metadata.get('namespace').text;
  const { path } = document.file;
  return {
    root,
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind,
    name,
    namespace,
    path,
    id: uniqueId(`${path}:${[kind, namespace, name].filter(Boolean).join('/')}`),
    location: (named ?? root.get('kind')).at,
    environment:
      context.environmentOf(path) ?? (namespace === undefined ? undefined : context.environmentOf(namespace)),
  };
}

/** What an object tells of itself as a subject of this kind. */
export function subjectFrom<K extends SubjectKind>(
  object: KubernetesObject,
  kind: K,
  facts: SubjectFacts[K],
): SubjectOf<K> {
  return {
    kind,
    id: object.id,
    name: object.name,
    format: 'kubernetes',
    ...(object.environment !== undefined && { environment: object.environment }),
    location: object.location,
    facts,
  };
}

/** The object as it is written, for policies of one's own. */
export function resourceSubject(object: KubernetesObject): SubjectOf<'resource'> {
  const { root } = object;
  const apiVersion = root.get('apiVersion').text ?? '';
  return subjectFrom(object, 'resource', {
    type: `${apiVersion}/${object.kind}`,
    native: nativeOf(root),
  });
}

export function namespaceOf(object: KubernetesObject): Fact<string> {
  const node = object.root.get('metadata', 'namespace');
  if (object.namespace !== undefined) return known(object.namespace, node.at);
  if (node.exists) return mistyped(node, 'a text');
  return unknown('no namespace is stated; it is chosen when the manifest is applied', object.location);
}

/** Objects by what others call them, and of each name the first one in every file and folder. */
export type ObjectIndex = ReadonlyMap<string, ReadonlyMap<string, KubernetesObject>>;

export function indexBy(
  objects: readonly KubernetesObject[],
  keysOf: (object: KubernetesObject) => readonly string[],
): ObjectIndex {
  const index = new Map<string, Map<string, KubernetesObject>>();
  for (const object of objects) {
    for (const key of keysOf(object)) {
      const places = index.get(key) ?? new Map<string, KubernetesObject>();
      index.set(key, places);
      for (const place of placesOf(object.path)) if (!places.has(place)) places.set(place, object);
    }
  }
  return index;
}

/** `Deployment/checkout`, with the namespace where there is one: references never leave their namespace. */
export function referenceKey(namespace: string | undefined, kind: string, name: string): string {
  return JSON.stringify([namespace ?? null, kind, name]);
}

/**
 * The object that `from` means by a key. Overlays often hold an object of the same name for each environment: the
 * one in the same file, or in the nearest folder, is meant.
 */
export function nearest(
  from: KubernetesObject,
  index: ObjectIndex,
  key: string,
): KubernetesObject | undefined {
  const places = index.get(key);
  if (!places) return undefined;
  for (const place of placesOf(from.path)) {
    const object = places.get(place);
    if (object) return object;
  }
  return undefined;
}

/** A path and all folders above it, the nearest first; the root is ''. */
function placesOf(path: string): readonly string[] {
  const places: string[] = [path];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    places.push(path.slice(0, end));
  return [...places, ''];
}
