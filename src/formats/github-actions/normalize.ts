import { deliver } from '../../delivery/index.ts';
import type { Subject } from '../../model/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { createPlaceholderCheck } from './activities/placeholder.ts';
import { createRecognizer } from './activities/recognize.ts';
import { isWorkflow } from './detect.ts';
import { createJobs } from './job/job.ts';
import { missingFiles } from './missing.ts';
import { dependenciesOfAction, dependenciesOfWorkflow } from './pipeline/dependencies.ts';
import { pipelineOfAction, unusedActions } from './pipeline/published-action.ts';
import { pipelineOf } from './pipeline/subject.ts';
import { literalsOf } from './surface/literals.ts';
import { createLibrary } from './read/library.ts';
import { readAction, readWorkflow } from './read/workflow.ts';

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const workflows = documents.filter((one) => isWorkflow(rootNode(one))).map(readWorkflow);
  const actions = documents.filter((one) => !isWorkflow(rootNode(one))).map(readAction);
  const library = createLibrary(workflows, actions);
  const jobs = createJobs(library, createRecognizer(createPlaceholderCheck(context)));
  const delivered = deliver([
    ...workflows.map((workflow) => pipelineOf(workflow, library, jobs)),
    ...unusedActions(workflows, actions, library).map((action) => pipelineOfAction(action, library, jobs)),
  ]);
  const subjects: Subject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, workflow] of workflows.entries()) {
    subjects.push(...(delivered[index] ?? []), ...dependenciesOfWorkflow(workflow), ...literalsOf(workflow));
    diagnostics.push(...missingFiles(workflow, library, context));
  }
  subjects.push(...delivered.slice(workflows.length).flat());
  for (const action of actions) subjects.push(...dependenciesOfAction(action));
  return { subjects: withUniqueIds(subjects), diagnostics };
}
