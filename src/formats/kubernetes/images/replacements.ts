import { isUnknown, known, unknown, valueOf, type Fact } from '../../../model/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import { textFact } from '../read.ts';

/** What a tool's file puts in the place of an image that manifests name. */
type Replacement = (image: Fact<string>) => Fact<string>;

/** Replacements by the image that they are for, without its tag and digest. */
export type Replacements = ReadonlyMap<string, readonly Replacement[]>;

const KUSTOMIZATION = /(?:^|\/)kustomization\.ya?ml$/;

/** A file of Kustomize, which may leave out what it is, or of Skaffold. */
export function isReplacing(document: DataDocument): boolean {
  const group = groupOf(document);
  if (group !== undefined) return group === 'kustomize.config.k8s.io' || group === 'skaffold';
  return KUSTOMIZATION.test(document.file.path);
}

export function replacementsOf(documents: readonly DataDocument[]): Replacements {
  const all = new Map<string, Replacement[]>();
  for (const document of documents) {
    const entries = groupOf(document) === 'skaffold' ? artifacts(document) : overrides(document);
    for (const [name, replacement] of entries) {
      const list = all.get(name);
      if (list) list.push(replacement);
      else all.set(name, [replacement]);
    }
  }
  return all;
}

/** The image that is deployed. Of several that take its place, in overlays, the one that says least about its version. */
export function deployedImage(image: Fact<string>, replacements: Replacements): Fact<string> {
  const text = valueOf(image);
  const replacing = text === undefined ? undefined : replacements.get(nameOf(text));
  if (!replacing) return image;
  const [first, ...others] = replacing.map((replacement) => replacement(image));
  return others.reduce(
    (least, other) => (precision(other) < precision(least) ? other : least),
    first ?? image,
  );
}

type Entry = readonly [name: string, replacement: Replacement];

/** Kustomize's `images`. A tag that is a number is read as it is written, as Kustomize wants texts. */
function overrides(document: DataDocument): readonly Entry[] {
  return rootNode(document)
    .get('images')
    .items()
    .flatMap((entry): readonly Entry[] => {
      const name = entry.get('name').text;
      if (name === undefined) return [];
      const version = [entry.get('digest'), entry.get('newTag'), entry.get('newName')].find(
        ({ exists }) => exists,
      );
      return version ? [[name, (image) => overridden(image, entry, version)]] : [];
    });
}

function overridden(image: Fact<string>, entry: DataNode, version: DataNode): Fact<string> {
  for (const key of ['newName', 'newTag', 'digest']) {
    const node = entry.get(key);
    if (node.text === undefined) continue;
    const stated = textFact(node, '');
    if (isUnknown(stated.value)) return stated;
  }
  const written = valueOf(image) ?? '';
  const name = nameOf(written);
  const suffix =
    version.label === 'digest'
      ? `@${version.written ?? ''}`
      : version.label === 'newTag'
        ? `:${version.written ?? ''}`
        : written.slice(name.length);
  const related = image.at && [{ location: image.at, message: `${written} is named here` }];
  return known(`${entry.get('newName').text ?? name}${suffix}`, version.at, related);
}

/** Skaffold builds its artifacts, and names what it has built in the manifests that it applies. */
function artifacts(document: DataDocument): readonly Entry[] {
  const root = rootNode(document);
  const { path } = document.file;
  return [root, ...root.get('profiles').items()]
    .flatMap((part) => part.get('build', 'artifacts').items())
    .flatMap((artifact): readonly Entry[] => {
      const name = artifact.get('image').text;
      if (name === undefined) return [];
      const related = [{ location: artifact.get('image').at, message: 'It is built here' }];
      const reason = `${path} builds the image and names its version when it deploys`;
      return [[name, (image) => unknown(reason, image.at, related)]];
    });
}

function groupOf(document: DataDocument): string | undefined {
  const apiVersion = rootNode(document).get('apiVersion').text;
  return apiVersion?.slice(0, Math.max(0, apiVersion.indexOf('/')));
}

/** `registry:5000/shop` of `registry:5000/shop:1.2@sha256:…`. */
function nameOf(image: string): string {
  const [named = ''] = image.split('@', 1);
  const tag = named.indexOf(':', named.lastIndexOf('/') + 1);
  return tag === -1 ? named : named.slice(0, tag);
}

/** How much an image says of its version: nothing or `latest`, untold, a tag, a digest. */
function precision(image: Fact<string>): number {
  const text = valueOf(image);
  if (text === undefined) return 1;
  if (text.includes('@')) return 3;
  const tag = text.slice(nameOf(text).length);
  return tag === '' || tag === ':latest' ? 0 : 2;
}
