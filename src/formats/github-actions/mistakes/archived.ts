import { actionName } from '../read/library.ts';
import type { Workflow } from '../read/workflow.ts';
import archived from './archived.json' with { type: 'json' };
import { mistake, type Mistake } from './mistake.ts';

/** Repositories of much-used actions that their owners have archived; it lags behind, as any such list does. */
const ARCHIVED = new Set(archived);

/** Uses of actions and workflows that nobody mends any more. */
export function archivedMistakes({ jobs }: Workflow): readonly Mistake[] {
  return [...jobs.values()].flatMap(({ node }) => {
    const steps = node.get('steps').items();
    return [node, ...steps].flatMap((holder) => {
      const uses = holder.get('uses');
      const repository = /^[^/]+\/[^/]+/.exec(actionName(uses.text ?? '').toLowerCase())?.[0] ?? '';
      if (!ARCHIVED.has(repository)) return [];
      return [mistake('archived', `nobody keeps \`${actionName(uses.text ?? '')}\` any more`, uses.at)];
    });
  });
}
