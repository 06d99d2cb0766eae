import type { DataDocument } from '../../syntax/data/index.ts';
import { pipelinesIn } from './detect.ts';
import { stagesOf } from './stage.ts';

/** Manifests that stand in stages are objects of Kubernetes. */
export function inside(document: DataDocument): readonly DataDocument[] {
  return pipelinesIn(document)
    .flatMap(stagesOf)
    .flatMap(({ node }) => [node.get('manifest'), ...node.get('manifests').items()])
    .filter((manifest) => manifest.get('kind').text !== undefined)
    .map((manifest) => manifest.asDocument());
}
