import type { Library } from '../read/library.ts';
import type { Workflow } from '../read/workflow.ts';
import { archivedMistakes } from './archived.ts';
import { callMistakes } from './calls.ts';
import { expressionMistakes } from './expressions.ts';
import { matrixMistakes } from './matrix.ts';
import type { Mistake } from './mistake.ts';
import { permissionMistakes } from './permissions.ts';
import { turnedOffMistakes } from './turned-off.ts';
import { runnerMistakes } from './runners.ts';

/** What GitHub refuses in a workflow, or takes otherwise than it looks, and what nobody keeps any more. */
export function mistakesOf(workflow: Workflow, library: Library): readonly Mistake[] {
  return [
    ...permissionMistakes(workflow),
    ...matrixMistakes(workflow),
    ...runnerMistakes(workflow, library),
    ...callMistakes(workflow, library),
    ...turnedOffMistakes(workflow),
    ...archivedMistakes(workflow),
    ...expressionMistakes(workflow, library),
  ];
}
