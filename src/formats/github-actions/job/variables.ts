import type { Variables } from '../../../delivery/index.ts';
import { expressionsIn, parseExpression } from '../read/expression.ts';
import { outermost, type JobRun } from '../read/run.ts';

const EXPRESSION = /\$\{\{.*?\}\}/g;
const FIXED =
  /\bgithub\.(?:sha|run_id|run_number|event\.release\.tag_name|event\.pull_request\.head\.sha|event\.workflow_run\.head_sha|event\.after)\b|outputs\.(?:[\w-]*digest|[\w-]*sha\d*|imageid)\b/i;
const BRANCH = /\bgithub\.(?:ref|ref_name|head_ref|base_ref|event\.repository\.default_branch)\b/;

export function variablesOf(run: JobRun): Variables {
  return {
    pattern: EXPRESSION,
    fixed: FIXED,
    branch: BRANCH,
    startsFromTags: startsFromTags(run),
    whyOpen: (text) => whyOpen(text, run),
  };
}

/** Pushed tags and releases stay where they are. */
function startsFromTags(run: JobRun): boolean {
  const { triggers } = outermost(run).job.workflow;
  if (triggers.size === 0) return false;
  for (const [event, node] of triggers) {
    if (event === 'release') continue;
    const tags = event === 'push' && node.get('tags').exists && !node.get('branches').exists;
    if (!tags) return false;
  }
  return true;
}

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
