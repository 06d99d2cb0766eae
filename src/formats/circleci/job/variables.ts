import type { Variables } from '../../../delivery/index.ts';
import type { JobRun } from '../read/workflow.ts';

/** Expressions of CircleCI and variables of the shell. */
const PATTERN = /<<\s*[\w.-]+\s*>>|\$\{[^{}]*\}|\$\w+/g;
const FIXED =
  /\bCIRCLE_(?:SHA1|TAG|BUILD_NUM|WORKFLOW_ID|PIPELINE_ID|PIPELINE_NUMBER)\b|\bpipeline\.(?:id|number|git\.(?:revision|tag))\b/;
const BRANCH = /\bCIRCLE_BRANCH\b|\bpipeline\.git\.branch\b/;

export function variablesOf(run: JobRun): Variables {
  return {
    pattern: PATTERN,
    fixed: FIXED,
    branch: BRANCH,
    startsFromTags: startsFromTags(run),
    whyOpen,
  };
}

/** Only tags start the job: it asks for them and ignores all branches. */
export function startsFromTags({ given }: JobRun): boolean {
  const filters = given.get('filters');
  const ignored = filters.get('branches', 'ignore');
  const all = ignored.oneOrMoreTexts();
  return filters.get('tags').exists && all.some((one) => one === '/.*/');
}

function whyOpen(text: string): string {
  const parameter = /<<\s*pipeline\.parameters\.([\w-]+)\s*>>|\$\{pipeline\.parameters\.([\w-]+)\}/.exec(
    text,
  );
  const name = parameter?.[1] ?? parameter?.[2];
  if (name !== undefined) return `\`${name}\` is chosen when the pipeline is started`;
  return `\`${text}\` is known only while the job runs`;
}
