import { known, type PlanMissingFacts } from '../../model/index.ts';
import type { PlanStep } from '../types.ts';

/** What the bullets of the task ask for and the plan does not state, in the order of the task. */
export function missingStatements(steps: readonly PlanStep[]): readonly PlanMissingFacts[] {
  return steps.flatMap(({ number, bullets }) =>
    bullets.flatMap(({ id, parts }) =>
      parts
        .filter(({ stated }) => !stated)
        .map(({ title, of, path, at, example }) => ({
          check: id,
          step: number,
          title: of === null ? title : `${title} of ${of}`,
          path: known(path, at),
          example,
        })),
    ),
  );
}
