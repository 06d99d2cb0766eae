import { mistakeOf, type Mistake } from '../../delivery/index.ts';
import type { DataNode } from '../data-node.ts';
import type { Workflow } from './read/workflow.ts';

/** Jobs that a workflow's jobs require and that it does not have: CircleCI refuses the configuration. */
export function missingRequired({ name, runs }: Workflow): readonly Mistake[] {
  const names = new Set(runs.flatMap((run) => run.names));
  // What a parameter names may be any, and not all combinations of a large matrix are told apart.
  if ([...names].some((one) => one.includes('<<'))) return [];
  const matrices = [...new Set(runs.flatMap(({ matrix, uses }) => (matrix.size > 0 ? [uses] : [])))];
  const looked = new Set<DataNode>();
  return runs.flatMap(({ id, given }) => {
    if (looked.has(given)) return [];
    looked.add(given);
    return given
      .get('requires')
      .items()
      .flatMap((item) => {
        const [required = item.text] = item.entries().map(([key]) => key);
        const known = required === undefined || names.has(required) || required.includes('<<');
        if (known || matrices.some((one) => required.startsWith(one))) return [];
        return [
          mistakeOf(
            'call',
            `job \`${id}\` requires \`${required}\`, which workflow \`${name}\` lacks`,
            item.at,
          ),
        ];
      });
  });
}
