import type { EvaluatedBlock } from '../../evaluate/index.ts';

/** A plan has blocks as lists of objects, among the attributes. */
export const withoutOwnBlocks: Pick<EvaluatedBlock, 'attributeLocations' | 'blocks'> = {
  attributeLocations: new Map(),
  blocks: [],
};
