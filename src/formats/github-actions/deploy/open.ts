import { expressionsIn, parseExpression } from '../read/expression.ts';
import type { JobRun } from '../read/run.ts';

/** Why the files do not tell what a text with open expressions is; finishes "unknown because …". */
export function whyOpen(text: string, run: JobRun): string {
  const [embedded] = expressionsIn(text);
  if (!embedded) return `\`${text}\` is known only while the job runs`;
  const name = embedded.body.trim();
  const expression = parseExpression(embedded.body);
  const context = expression.kind === 'path' ? expression.segments[0] : undefined;
  switch (context ?? '') {
    case 'inputs':
      return run.job.workflow.triggers.has('workflow_dispatch')
        ? `\`${name}\` is chosen when the workflow is started`
        : `\`${name}\` is given by the workflow that calls this one`;
    case 'vars':
    case 'secrets':
      return `\`${name}\` is set outside the files`;
    case 'matrix':
      return `\`${name}\` comes from a matrix that is computed while the workflow runs`;
    default:
      return `\`${name}\` is known only while the workflow runs`;
  }
}
