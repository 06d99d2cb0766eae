import {
  isVersionInput,
  jobElsewhere,
  withoutParameters,
  type Job,
  type Pipeline,
  type PipelineOf,
} from '../../delivery/index.ts';
import { known } from '../../model/index.ts';
import type { FormatContext } from '../format.ts';
import { variables } from './job/facts.ts';
import { jobsOf, type Around, type Caller } from './job/job.ts';
import type { Mistakes } from './mistakes/mistakes.ts';
import { asksForFailure } from './read/steps.ts';
import { bind, workflowValues } from './read/values.ts';
import type { Found, Holder, Library } from './read/workflow.ts';

/** Steps of one workflow, with those inside others; nobody has as many. */
const STEPS = 3_000;

const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  CronWorkflow: ['schedule'],
  Workflow: ['manual'],
  WorkflowTemplate: ['manual'],
  ClusterWorkflowTemplate: ['manual'],
};

/** A workflow as the delivery model has it; of an object without an entrypoint each template that no other runs. */
export function pipelineOf(
  holder: Holder,
  entries: readonly Found[],
  library: Library,
  context: Pick<FormatContext, 'environmentOf'> & Mistakes,
): Pipeline {
  const { path, name, header, spec, sensor } = holder;
  const own: PipelineOf = {
    system: 'argo-workflows',
    id: `${path}:${name}`,
    path: `${path}:${name}`,
    root: '',
    name,
    forPushes: false,
    versionInput: spec
      .get('arguments', 'parameters')
      .items()
      .map((one) => one.get('name'))
      .find(({ text }) => text !== undefined && isVersionInput(text))?.at,
  };
  const around: Around = {
    holder,
    library,
    pipeline: own,
    environment: context.environmentOf(path),
    part: partOf(holder),
    budget: { left: STEPS },
    variables: withoutParameters(variables, context.parameters),
  };
  const jobs = withInner(topJobs(entries, holder, around));
  return {
    ...own,
    at: header,
    triggers: sensor ? ['event'] : (TRIGGERS[holder.kind] ?? []),
    forRequests: false,
    tokenPermissions: known(null, header),
    injections: [],
    mistakes: context.all,
    jobs,
    runs: jobs,
  };
}

/** The jobs of what a workflow starts with, and of what runs at its end whatever happened. */
function topJobs(entries: readonly Found[], holder: Holder, around: Around): readonly Job[] {
  const specs = [holder.spec, ...entries.map((entry) => entry.holder.spec)];
  const values = workflowValues(specs);
  const unseen = around.part === undefined ? [] : [unseenJob(holder, around.pipeline, around.part)];
  const caller: Caller = {
    job: undefined,
    chain: [],
    values,
    tolerated: undefined,
    onFailure: false,
    inAnyCase: undefined,
    atEnd: () => [...end, ...unseen],
    before: () => unseen,
  };
  const main = entries.flatMap((entry) => {
    const own = bind(entry.node, holder.spec.get('arguments'), values);
    return jobsOf(entry, { ...caller, values: own, chain: [entry] }, around);
  });
  const ending = [...new Set([holder, ...entries.slice(0, 1).map((entry) => entry.holder)])];
  const end = ending.flatMap((one) =>
    endJobs(one.spec, one, { ...caller, atEnd: () => [], before: () => main }, around),
  );
  return [...main, ...end];
}

function endJobs(spec: Holder['spec'], holder: Holder, caller: Caller, around: Around): readonly Job[] {
  const hook = spec.get('hooks', 'exit');
  return [spec.get('onExit'), hook.get('template')].flatMap((reference) => {
    const node = holder.templates.get(reference.text ?? '');
    if (!node || reference.text === undefined) return [];
    const onFailure = asksForFailure(hook.get('expression').text ?? '');
    const inAnyCase = { location: reference.at, message: 'this runs although something before it failed' };
    const entry: Found = { holder, node, name: reference.text };
    return jobsOf(entry, { ...caller, onFailure, inAnyCase, chain: [entry] }, around);
  });
}

function withInner(top: readonly Job[]): readonly Job[] {
  const found = new Set(top);
  for (const job of found) for (const inner of job.inner()) found.add(inner);
  return [...found];
}

function partOf({ kind, name, spec }: Holder): string | undefined {
  const part = kind.endsWith('WorkflowTemplate') && spec.get('entrypoint').text === undefined;
  return part ? `workflows that run templates of \`${name}\` are not among the files` : undefined;
}

/** Workflows that are not among the files may run a template, with others before and after it. */
function unseenJob({ header, name }: Holder, pipeline: PipelineOf, reason: string): Job {
  const elsewhere = { reason, at: header, by: name, file: '', targets: [] };
  return jobElsewhere({ id: 'unseen', header, pipeline, variables, elsewhere });
}
