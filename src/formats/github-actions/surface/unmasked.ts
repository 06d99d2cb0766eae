import { known, type PipelineSurface } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { expressionsIn } from '../read/expression.ts';
import { stepsOf, type JobRun } from '../read/run.ts';

type Unmasked = PipelineSurface['unmaskedSecrets'][number];

const PART = /\bfromjson\(\s*secrets(?:\.[\w-]+|\[[^\]]*\])\s*\)\s*[.[]/i;

/** Parts of secrets that hold JSON: the runner hides the whole text in its logs, and none of its parts. */
export function unmaskedSecretsOf(run: JobRun): readonly Unmasked[] {
  const { job } = run;
  const holders = [job.workflow.node, job.node, ...stepsOf(run).map(({ node }) => node)];
  return holders.flatMap((holder) =>
    ['run', 'env', 'with'].flatMap((key) => {
      const node = holder.get(key);
      return node.isMap ? node.entries().flatMap(([, value]) => partsIn(value)) : partsIn(node);
    }),
  );
}

function partsIn(node: DataNode): readonly Unmasked[] {
  const { text } = node;
  if (text === undefined || !PART.test(text)) return [];
  return expressionsIn(text)
    .filter(({ body }) => PART.test(body))
    .map((one) => ({ expression: known(one.body.trim(), scalarPlaces(node)(one)) }));
}
