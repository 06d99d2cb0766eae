import {
  isVersionInput,
  jobElsewhere,
  withoutParameters,
  type Job,
  type Naming,
  type Pipeline,
  type PipelineOf,
} from '../../delivery/index.ts';
import { known } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import type { FormatContext } from '../format.ts';
import { eventsOf, variables } from './job/facts.ts';
import { jobOfTask, jobsOf, type Around } from './job/job.ts';
import type { Mistakes } from './mistakes/mistakes.ts';
import type { Library, TektonObject } from './read/objects.ts';
import { targetOf, type Target } from './read/tasks.ts';
import { bind, type Values } from './read/values.ts';

/** Pipelines inside one, and its jobs; nobody has as many. */
const PIPELINES = 200;
const JOBS = 3_000;

/** What an object runs when it is started: a run, or a pipeline or task that no run here starts. */
export function entryOf(object: TektonObject, library: Library): Target | undefined {
  const { kind, spec, name, path } = object;
  if (kind === 'PipelineRun' || kind === 'TaskRun') return targetOf(spec, path, library);
  if (kind === 'Pipeline') return { kind: 'pipeline', spec, name, path };
  return kind === 'Task' || kind === 'ClusterTask' ? { kind: 'task', spec, name, path } : undefined;
}

/** A run, or what may be run, as the delivery model has it. */
export function pipelineOf(
  object: TektonObject,
  entry: Target,
  library: Library,
  context: Pick<FormatContext, 'environmentOf'> & Mistakes,
): Pipeline {
  const { path, name, header, trigger, kind } = object;
  const events = eventsOf(object);
  const triggers = trigger ? ['event'] : events.length > 0 ? events : kind.endsWith('Run') ? ['manual'] : [];
  const own: PipelineOf = {
    system: 'tekton',
    id: `${path}:${name}`,
    path: `${path}:${name}`,
    root: '',
    name,
    forPushes: triggers.includes('push'),
    versionInput: versionOf(entry),
  };
  const injections: Naming[] = [];
  const around: Around = {
    object,
    library,
    pipeline: own,
    environment: context.environmentOf(path),
    budget: { left: PIPELINES },
    variables: withoutParameters(variables, context.parameters),
    injections,
    unseen: kind === 'Task' || kind === 'ClusterTask' ? [unseenJob(object, own)] : [],
  };
  const jobs = withInner(topJobs(object, entry, around));
  return {
    ...own,
    at: header,
    triggers,
    forRequests: triggers.includes('pull_request'),
    tokenPermissions: known(null, header),
    injections: distinct(injections).map(({ text, at }) => ({ expression: known(text, at) })),
    mistakes: context.all,
    jobs,
    runs: jobs,
  };
}

function topJobs(
  { spec, trigger, path, kind, node }: TektonObject,
  entry: Target,
  around: Around,
): readonly Job[] {
  const outer = trigger?.values ?? new Map();
  const given = kind.endsWith('Run') ? [spec.get('params')] : [];
  const values: Values = bind('spec' in entry ? entry.spec : spec, given, outer);
  if (entry.kind !== 'pipeline')
    return [jobOfTask(kind.endsWith('Run') ? spec : node, entry, values, around)];
  const chain = [{ name: entry.name, spec: entry.spec.value }];
  const from = entry.path === path ? path : entry.path;
  return jobsOf(entry.spec, from, { job: undefined, chain, values }, around);
}

function versionOf(entry: Target): Naming['at'] | undefined {
  const params: readonly DataNode[] = 'spec' in entry ? entry.spec.get('params').items() : [];
  const names = params.map((one) => one.get('name'));
  return names.find(({ text }) => text !== undefined && isVersionInput(text))?.at;
}

/** Pipelines that are not among the files may run a task, with others before and after it. */
function unseenJob({ header, name }: TektonObject, pipeline: PipelineOf): Job {
  const reason = `pipelines that run \`${name}\` are not among the files`;
  const elsewhere = { reason, at: header, by: name, file: '', targets: [] };
  const variables = {
    pattern: /\0/g,
    fixed: /\0/,
    branch: /\0/,
    startsFromTags: false,
    whyOpen: () => reason,
  };
  return jobElsewhere({ id: 'unseen', header, pipeline, variables, elsewhere });
}

function withInner(top: readonly Job[]): readonly Job[] {
  const found = new Set(top);
  for (const job of found) {
    if (found.size > JOBS) break;
    for (const inner of job.inner()) found.add(inner);
  }
  return [...found];
}

function distinct(namings: readonly Naming[]): readonly Naming[] {
  const byPlace = new Map(
    namings.map((one) => [`${one.at.file.path} ${one.at.span.start} ${one.text}`, one]),
  );
  return [...byPlace.values()];
}
