import type { Variables } from '../../../delivery/index.ts';
import { fillVariables } from '../../../syntax/variables/index.ts';
import { assignedIn } from '../../script-text.ts';
import type { PipelineRead } from '../read/config.ts';
import type { Part } from '../read/script.ts';

const PATTERN = /\$\{[^{}]*\}|\$\w+/g;
const FIXED =
  /\bBITBUCKET_(?:COMMIT|TAG|BUILD_NUMBER|PIPELINE_UUID|STEP_UUID|STEP_RUN_NUMBER)\b|\bgit rev-parse [^()]*HEAD\b/;
const BRANCH = /\bBITBUCKET_(?:BRANCH|PR_DESTINATION_BRANCH|BOOKMARK|DEPLOYMENT_ENVIRONMENT)\b/;

export function variablesOf({ section, node }: PipelineRead): Variables {
  const chosen = new Set(inputsOf(node).map(({ name }) => name));
  return {
    pattern: PATTERN,
    fixed: FIXED,
    branch: BRANCH,
    startsFromTags: section === 'tags',
    whyOpen: (text) => {
      const name = /\$\{?(\w+)/.exec(text)?.[1];
      if (name === undefined) return `\`${text}\` is known only while the step runs`;
      if (chosen.has(name)) return `\`${name}\` is chosen when the pipeline is started`;
      return `\`${name}\` is set in Bitbucket, or while the step runs`;
    },
  };
}

/** Variables that someone who starts a custom pipeline is asked for. */
export function inputsOf(list: PipelineRead['node']): readonly {
  readonly name: string;
  readonly node: PipelineRead['node'];
}[] {
  return list
    .items()
    .flatMap((item) => item.get('variables').items())
    .flatMap((variable) => {
      const node = variable.get('name');
      return node.text === undefined ? [] : [{ name: node.text, node }];
    });
}

const COMMIT = /\$\(git rev-parse [^()]*HEAD\)|`git rev-parse [^`]*HEAD`/g;

/** Fills in what the script sets itself. */
export function createResolver(parts: readonly Part[]): (text: string) => readonly string[] {
  let assigned: ReadonlyMap<string, string> | undefined;
  return (text) => {
    if (!/[$`]/.test(text)) return [text];
    assigned ??= assignedIn(parts.map((part) => (part.kind === 'lines' ? part.script.text : '')).join('\n'));
    const values = assigned;
    const filled = fillVariables(text, (name) => values.get(name));
    return [filled.replace(COMMIT, '$BITBUCKET_COMMIT')];
  };
}
