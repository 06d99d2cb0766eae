import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext } from '../format.ts';
import { CloudFormationStack } from './cloudformation-stack.ts';
import { isTemplate } from './detect.ts';
import { Template } from './evaluate/template.ts';

/** Evaluates each template. */
export function evaluateStacks(
  documents: readonly DataDocument[],
  context: FormatContext,
): readonly CloudFormationStack[] {
  return documents
    .map(rootNode)
    .filter(isTemplate)
    .map((root) => {
      const { path } = root.document.file;
      return new CloudFormationStack(new Template(root), path, context.environmentOf(path));
    });
}
