import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import { conditionOf } from '../activities/condition.ts';
import { outermost, type JobRun } from '../read/run.ts';
import type { Job } from '../read/workflow.ts';

/** Only what stands in the repository itself, or has been merged, goes on. */
const OWN =
  /\b(?:head\.repo\.full_name|head_repository\.full_name|head\.repo\.id|head_repository\.id)\s*==|==\s*github\.event\.(?:pull_request\.head\.repo|workflow_run\.head_repository)\.(?:full_name|id)\b|\bhead\.repo\.fork\s*==\s*false|!\s*github\.event\.pull_request\.head\.repo\.fork\b|\bpull_request\.merged\b(?!\s*(?:==\s*false|!=))|\bgithub\.event_name\s*==\s*'(?:push|schedule|workflow_dispatch|release|pull_request)'|\bworkflow_run\.event\s*(?:==\s*'(?!pull_request)|!=\s*'pull_request')|\bgithub\.ref\s*==/;

/** Someone of the repository decides, who may have looked or not. */
const ASKED: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/author_association/, 'its condition asks who wrote the request or the comment'],
  [/\blabels?\b/, 'its condition asks for a label, which someone of the repository sets'],
  [/\bgithub\.(?:actor|triggering_actor)\b|\.(?:user|sender)\.login\b/, 'its condition asks who started it'],
  [/\b(?:needs|steps)\.[\w-]+\.outputs\b/, 'its condition asks for what was found out before'],
];

/** Has nobody of the repository looked at a request before a job, or a step of it, handles its code? */
export function unguardedOf(run: JobRun, steps: readonly DataNode[]): Fact<boolean> {
  const at = run.job.node.header;
  let asked: Fact<boolean> | undefined;
  for (const holder of [...steps, ...holdersOf(run)]) {
    const condition = conditionOf(holder) ?? '';
    const place = holder.get('if').at;
    if (OWN.test(condition) && !condition.includes('||')) return known(false, place);
    asked ??= askedBy(condition, holder, place);
  }
  return asked ?? labeled(run) ?? unseenStart(run) ?? known(true, at);
}

function askedBy(condition: string, holder: DataNode, at: Location): Fact<boolean> | undefined {
  const environment = holder.get('environment');
  if (environment.exists) {
    const reason =
      'who must approve its environment is set outside the files (GitHub environment protection)';
    return unknown(reason, environment.at);
  }
  const found = ASKED.find(([pattern]) => pattern.test(condition));
  return found && unknown(found[1], at);
}

/** The job, those that it needs, and those that call its workflow: what stops one of them stops it. */
function holdersOf(run: JobRun): readonly DataNode[] {
  const nodes: DataNode[] = [];
  for (let up: JobRun | undefined = run; up; up = up.caller) {
    for (const job of chainOf(up.job)) nodes.push(job.node);
  }
  return nodes;
}

function chainOf(job: Job): readonly Job[] {
  const found = new Set([job]);
  for (const one of found) {
    for (const id of one.needs) {
      const needed = one.workflow.jobs.get(id);
      if (needed) found.add(needed);
    }
  }
  return [...found];
}

/** A request that starts nothing until someone labels it. */
function labeled(run: JobRun): Fact<boolean> | undefined {
  const types = outermost(run).job.workflow.triggers.get('pull_request_target')?.get('types');
  const texts = types?.oneOrMoreTexts() ?? [];
  if (!types || texts.length !== 1 || texts[0] !== 'labeled') return undefined;
  return unknown('it starts by a label, which someone of the repository sets', types.at);
}

/** A workflow that is not among the files may start for pushes only. */
function unseenStart(run: JobRun): Fact<boolean> | undefined {
  const { workflow } = outermost(run).job;
  if (workflow.triggers.has('pull_request_target') || workflow.triggers.has('issue_comment'))
    return undefined;
  const names = workflow.triggers.get('workflow_run')?.get('workflows');
  if (!names) return undefined;
  const texts = names.oneOrMoreTexts();
  const followed = texts.map((name) => run.library.named(workflow.root, name));
  if (followed.flat().some(({ triggers }) => triggers.has('pull_request'))) return undefined;
  const missing = texts.find((_, index) => followed[index]?.length === 0);
  if (missing === undefined) return known(false, names.at);
  return unknown(`it follows the workflow \`${missing}\`, which is not among the files`, names.at);
}
