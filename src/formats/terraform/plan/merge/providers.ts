import type { EvaluatedBlock } from '../../evaluate/index.ts';
import { overlayBlock } from './overlay.ts';

/** The code's providers, with what the plan tells of them. */
export function mergeProviders(
  source: readonly EvaluatedBlock[],
  planned: readonly EvaluatedBlock[],
): readonly EvaluatedBlock[] {
  const byName = new Map(planned.map((block) => [nameOf(block), block]));
  return source.map((block) => {
    const attributes = byName.get(nameOf(block))?.attributes;
    if (!attributes) return block;
    const told = new Map([...attributes].filter(([, value]) => value.kind !== 'unknown'));
    return overlayBlock(told, block);
  });
}

function nameOf({ labels, attributes }: EvaluatedBlock): string {
  const alias = attributes.get('alias');
  return [labels[0], ...(alias?.kind === 'string' ? [alias.value] : [])].join('.');
}
