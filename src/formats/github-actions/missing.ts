import type { Diagnostic } from '../../source/index.ts';
import type { FormatContext } from '../format.ts';
import { missingFile } from '../paths.ts';
import { isLocal, type Library } from './read/library.ts';
import type { Workflow } from './read/workflow.ts';

/** Files of the repository that a workflow names and that are not there: what they do is not examined. */
export function missingFiles(
  workflow: Workflow,
  library: Library,
  context: FormatContext,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const job of workflow.jobs.values()) {
    if (job.uses !== undefined && isLocal(job.uses) && !library.calledBy(job)) {
      found.push(missingFile('github-actions', job.uses, job.node.get('uses').at));
    }
    for (const step of job.node.get('steps').items()) {
      const uses = step.get('uses');
      const text = uses.text ?? '';
      if (!isLocal(text) || text.includes('${{') || library.actionAt(workflow.root, text)) continue;
      if (!context.exists(workflow.root + text.slice(2).replace(/\/+$/, '')))
        found.push(missingFile('github-actions', text, uses.at));
    }
  }
  return found;
}
