import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';

const DEPENDABOT = /(?:^|\/)\.github\/dependabot\.ya?ml$/;
const RENOVATE = /(?:^|\/)(?:renovate|\.renovaterc)\.json$/;

export function detect(document: DataDocument): boolean {
  return toolOf(document) !== undefined;
}

/** Presets of Renovate, which others extend, are named otherwise. */
export function toolOf(document: DataDocument): 'dependabot' | 'renovate' | undefined {
  const { path } = document.file;
  const root = rootNode(document);
  if (DEPENDABOT.test(path)) return root.get('updates').isList ? 'dependabot' : undefined;
  return RENOVATE.test(path) && root.isMap ? 'renovate' : undefined;
}
