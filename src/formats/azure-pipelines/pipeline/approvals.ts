import { mistakeOf, unawaitedApprovals, type Job, type Mistake } from '../../../delivery/index.ts';
import { taskName } from '../activities/commands.ts';
import { inputOf } from '../activities/script.ts';
import type { PipelineRead } from '../read/pipeline.ts';

/**
 * Steps that ask a person and stop nothing: those that go on when nobody answers
 * (https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/manual-validation-v1), and those that nothing
 * waits for, where no template elsewhere may.
 */
export function approvalMistakes({ stages, hidden }: PipelineRead, jobs: readonly Job[]): readonly Mistake[] {
  const passed = stages
    .flatMap((stage) => stage.jobs)
    .flatMap(({ id, steps }) =>
      steps.flatMap(({ view }): readonly Mistake[] => {
        if (taskName(view.get('task').text ?? '') !== 'manualvalidation') return [];
        const onTimeout = inputOf(view, 'onTimeout');
        if (onTimeout.text?.toLowerCase() !== 'resume') return [];
        const problem = `what \`${id}\` asks for goes on by itself when nobody answers`;
        return [mistakeOf('approval', problem, onTimeout.at)];
      }),
    );
  return hidden.length > 0 ? passed : [...passed, ...unawaitedApprovals(jobs)];
}
