import type { DataNode } from '../../data-node.ts';
import { expressionsIn } from './expression.ts';
import { scalarText } from './scope.ts';
import type { Job } from './workflow.ts';

/** All values of `matrix.<path>` over a job's instances; undefined when the matrix is computed while the workflow runs. */
export function matrixValues(job: Job, path: readonly string[]): readonly string[] | undefined {
  const matrix = job.node.get('strategy', 'matrix');
  const [axis, ...rest] = path;
  if (!matrix.isMap || axis === undefined) return undefined;
  const cells = [
    ...matrix.get(axis).items(),
    ...matrix
      .get('include')
      .items()
      .map((item) => item.get(axis)),
  ];
  const values = cells.flatMap((cell) => textOf(cell, rest));
  if (values.length === 0 || values.some((value) => expressionsIn(value).length > 0)) return undefined;
  return [...new Set(values)];
}

function textOf(cell: DataNode, rest: readonly string[]): readonly string[] {
  const text = scalarText(rest.length > 0 ? cell.get(...rest) : cell);
  return text === undefined ? [] : [text];
}
