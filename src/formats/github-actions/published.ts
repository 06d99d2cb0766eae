import type { PublishedSchema } from '../../schema/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import { isAction } from './detect.ts';
import action from './published/action.json' with { type: 'json' };
import workflow from './published/workflow.json' with { type: 'json' };

const BY = 'SchemaStore, October 2026';

/** Other systems that read such files, with keys of their own. */
const OTHER_SYSTEM = /(?:^|\/)\.(?:gitea|forgejo)\//;

/** SchemaStore's schemas of workflows and actions. */
export function published(document: DataDocument): readonly PublishedSchema[] {
  if (OTHER_SYSTEM.test(document.file.path)) return [];
  const [what, schema] = isAction(rootNode(document)) ? ['action', action] : ['workflow', workflow];
  return [{ at: [], schema: schema, what, by: BY, isOpen }];
}

/** An expression is whatever it evaluates to. */
const isOpen = (value: unknown): boolean => typeof value === 'string' && value.includes('${{');
