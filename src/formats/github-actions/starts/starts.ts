import { known, unknown, type Fact, type StartFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { conditionOf } from '../activities/condition.ts';
import { parseExpression } from '../read/expression.ts';
import { requirementsOf } from '../read/needs.ts';
import { outermost, type JobRun } from '../read/run.ts';
import type { Workflow } from '../read/workflow.ts';
import { decides, type Start } from './decide.ts';

/** Events that someone makes who means to release, or who answers. */
const BY_PERSON: ReadonlySet<string> = new Set([
  'workflow_dispatch',
  'release',
  'issues',
  'issue_comment',
  'pull_request_review',
  'pull_request_review_comment',
  'discussion',
  'discussion_comment',
]);
const BY_CHANGE: ReadonlySet<string> = new Set([
  'push',
  'pull_request',
  'pull_request_target',
  'merge_group',
  'create',
  'delete',
]);

/** What starts a job, or steps of it: the events of the workflow that nothing calls, less those that conditions exclude. */
export function startsOf(run: JobRun, steps: readonly DataNode[] = []): readonly StartFacts[] {
  const { nodes, cut } = holdersOf(run);
  const conditions = [...steps, ...nodes].flatMap((node) => conditionOf(node) ?? []);
  const asked = conditions.map((text) => parseExpression(text.replace(/^\s*\$\{\{([\s\S]*)\}\}\s*$/, '$1')));
  return eventsOf(outermost(run).job.workflow).flatMap(({ start, facts }) => {
    const answers = asked.map((one) => decides(one, start));
    if (answers.includes(false)) return [];
    const why = answers.includes(undefined) ? 'a condition decides whether that starts it' : cut;
    if (why === undefined) return [facts];
    const by = unknown(why, facts.by.at);
    return facts.by.value === 'schedule' ? [{ ...facts, by }] : [facts];
  });
}

/** The job, what it needs, and what calls it: where one is skipped it is. */
function holdersOf(run: JobRun): { readonly nodes: readonly DataNode[]; readonly cut: string | undefined } {
  const nodes: DataNode[] = [];
  let why: string | undefined;
  for (let up: JobRun | undefined = run; up; up = up.caller) {
    const { jobs, cut } = requirementsOf(up.job);
    for (const job of jobs) nodes.push(job.node);
    why ??= cut;
  }
  return { nodes, cut: why };
}

interface Started {
  readonly start: Start;
  readonly facts: StartFacts;
}

function eventsOf({ triggers }: Workflow): readonly Started[] {
  return [...triggers].flatMap(([event, node]): readonly Started[] => {
    const at = node.exists ? node.at : node.keyAt;
    const none = known(null, at);
    if (event !== 'schedule') return [{ start: { event }, facts: { by: starter(event, node), cron: none } }];
    return node.items().flatMap((item) => {
      const { text, at: place } = item.get('cron');
      if (text === undefined) return [];
      const facts: StartFacts = { by: known('schedule', place), cron: known(text, place) };
      return [{ start: { event, cron: text }, facts }];
    });
  });
}

function starter(event: string, node: DataNode): Fact<'change' | 'person'> {
  const at = node.exists ? node.at : node.keyAt;
  const tagged = event === 'push' && node.has('tags') && !node.has('branches');
  if (tagged || BY_PERSON.has(event)) return known('person', at);
  if (BY_CHANGE.has(event)) return known('change', at);
  return unknown(`what starts it by \`${event}\` is not among its own words`, at);
}
