import type { Variables } from '../../../delivery/index.ts';
import type { PipelineRead } from '../read/pipeline.ts';
import type { VariableSet } from '../read/variables.ts';

const PATTERN = /\$\([a-z_][\w.-]*\)|\$\{\{(?:(?!\$\{\{|\}\}).)*\}\}|\$\[(?:(?!\$\[)[^\]])*\]/gi;
const FIXED =
  /\bbuild\.(?:sourceversion|buildid|buildnumber)\b|\bresources\.pipeline\.[\w-]+\.(?:runid|runname|sourcecommit)\b|\bsystem\.pullrequest\.sourcecommitid\b/i;
const BRANCH = /\bbuild\.sourcebranch(?:name)?\b|\bsystem\.pullrequest\.(?:source|target)branch(?:name)?\b/i;

export function variablesOf(pipeline: PipelineRead, variables: VariableSet): Variables {
  return {
    pattern: PATTERN,
    fixed: FIXED,
    branch: BRANCH,
    startsFromTags: startsFromTags(pipeline),
    whyOpen: (text) => whyOpen(text, variables),
  };
}

function startsFromTags({ view }: PipelineRead): boolean {
  const trigger = view.get('trigger');
  return trigger.get('tags').exists && !trigger.get('branches').exists;
}

/** Why the files do not tell what a text is; finishes "unknown because …". */
export function whyOpen(text: string, { others }: VariableSet): string {
  const [open] = text.match(PATTERN) ?? [];
  if (open === undefined) return `\`${text}\` is known only while the job runs`;
  if (open.startsWith('$[')) return `\`${open}\` is known only while the pipeline runs`;
  if (!open.startsWith('${{')) {
    return `\`${open}\` is set outside the files${others === undefined ? '' : `, or in ${others}`}`;
  }
  const body = open.slice(3, -2).trim();
  return body.startsWith('parameters')
    ? `\`${body}\` is chosen when the pipeline is started`
    : `\`${body}\` is known only while the pipeline is compiled`;
}
