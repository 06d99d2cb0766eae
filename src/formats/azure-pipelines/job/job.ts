import {
  isTeardown,
  type Activity,
  type Elsewhere,
  type Followed,
  type Job,
  type PipelineOf,
} from '../../../delivery/index.ts';
import { runsInAnyCase, toleratedBy } from '../activities/condition.ts';
import { activitiesOf } from '../activities/recognize.ts';
import { hiddenName, type JobRead, type PipelineRead, type StageRead } from '../read/pipeline.ts';
import type { Hidden } from '../read/unfold.ts';
import type { View } from '../template/scope.ts';
import { branchesLimitedOf } from './branches.ts';
import { environmentOf, environmentsOf, inWords, tellingNames } from './environment.ts';
import { approvalOf, credentialsOf, serializedOf } from './gates.ts';
import { timeLimitOf } from './limit.ts';
import { orderOf } from './order.ts';
import { startsOf } from './starts.ts';
import { variablesOf } from './variables.ts';
import { workspaceOf } from './workspace.ts';

/** What links a job with those beside it. */
type Links = Pick<Job, 'parent' | 'inner' | 'needs' | 'usedBy'>;

/** The jobs of a pipeline as the delivery model has them, and what stands for templates elsewhere. */
export function createJobs(pipeline: PipelineRead, about: PipelineOf): readonly Job[] {
  const { stages } = pipeline;
  const [only] = stages;
  if (stages.length === 1 && only?.id === undefined) {
    return only ? jobsOf(only, undefined, pipeline, about) : [];
  }
  const made: Job[] = [];
  const order = orderOf(stages, true);
  const leaves = stages.flatMap((stage, index) => {
    let inner: readonly Job[] = [];
    const links = linksAmong(made, order, index, undefined, () => inner);
    const job = stageJob(stage, pipeline, about, links);
    made.push(job);
    inner = jobsOf(stage, job, pipeline, about);
    return stage.hidden ? [job] : inner;
  });
  return leaves;
}

function jobsOf(
  stage: StageRead,
  parent: Job | undefined,
  pipeline: PipelineRead,
  about: PipelineOf,
): readonly Job[] {
  const made: Job[] = [];
  const order = orderOf(stage.jobs, false);
  for (const [index, job] of stage.jobs.entries()) {
    made.push(
      ofJob(
        job,
        stage,
        pipeline,
        about,
        linksAmong(made, order, index, parent, () => []),
      ),
    );
  }
  return made;
}

function linksAmong(
  all: readonly Job[],
  { needs, usedBy }: ReturnType<typeof orderOf>,
  index: number,
  parent: Job | undefined,
  inner: () => readonly Job[],
): Links {
  const at = (positions: readonly number[] | undefined): readonly Job[] =>
    (positions ?? []).flatMap((one) => all[one] ?? []);
  let before: readonly Job[] | undefined;
  let after: readonly Job[] | undefined;
  return {
    parent,
    inner,
    needs: () => (before ??= at(needs[index])),
    usedBy: () => (after ??= at(usedBy[index])),
  };
}

/** What stages and jobs have in common. */
function common(
  view: View,
  pipeline: PipelineRead,
  about: PipelineOf,
): Pick<
  Job,
  | 'header'
  | 'pipeline'
  | 'calledAt'
  | 'follows'
  | 'followers'
  | 'inAnyCase'
  | 'tolerated'
  | 'asksForSuccess'
  | 'telling'
> {
  return {
    header: view.header,
    pipeline: about,
    calledAt: undefined,
    follows: () => followedBy(pipeline),
    followers: () => [],
    inAnyCase: runsInAnyCase(view),
    tolerated: toleratedBy([view]),
    // Another pipeline's run starts this one only when it succeeded.
    asksForSuccess: true,
    telling: [],
  };
}

function stageJob(stage: StageRead, pipeline: PipelineRead, about: PipelineOf, links: Links): Job {
  const { view, hidden } = stage;
  const id = stage.id ?? pipeline.name;
  const asJob: JobRead = {
    id,
    view,
    hidden,
    deployment: false,
    variables: pipeline.variables,
    steps: [],
  };
  return {
    ...links,
    ...common(view, pipeline, about),
    ...(hidden && { inAnyCase: undefined, header: hidden.at }),
    id,
    names: [inWords(id)],
    activities: () => [],
    elsewhere: hidden && elsewhereOf(hidden, view),
    uses: [],
    environments: () => [],
    environment: undefined,
    approval: () => approvalOf(asJob, undefined),
    branchesLimited: () => branchesLimitedOf(asJob, stage, pipeline),
    serialized: () => serializedOf(asJob, stage, pipeline),
    timeLimit: () => timeLimitOf(asJob),
    starts: () => startsOf(asJob, stage, pipeline),
    credentials: () => credentialsOf(asJob, stage, pipeline),
    workspace: () => undefined,
    variables: variablesOf(pipeline, pipeline.variables),
  };
}

function ofJob(job: JobRead, stage: StageRead, pipeline: PipelineRead, about: PipelineOf, links: Links): Job {
  const { id, view, hidden } = job;
  const displayed = view.get('displayName').text;
  const titled = stage.view.get('displayName').text;
  const taken = titled !== undefined && isTeardown(titled) ? titled : undefined;
  const given = [id, displayed, stage.id, taken].flatMap((name) =>
    name === undefined ? [] : [inWords(name)],
  );
  let activities: readonly Activity[] | undefined;
  const within = job.steps.find((step) => step.hidden);
  return {
    ...links,
    ...common(view, pipeline, about),
    ...(hidden && { inAnyCase: undefined, header: hidden.at }),
    id,
    names: job.deployment ? [...given, 'deploy'] : given,
    calledAt: calledAt(view, stage.view),
    activities: () => (activities ??= activitiesOf(job, stage)),
    elsewhere: hidden ? elsewhereOf(hidden, view) : within?.hidden && elsewhereOf(within.hidden, within.view),
    uses: job.steps.flatMap((step) => {
      const task = step.view.get('task');
      return task.text === undefined ? [] : [{ by: inWords(task.text), at: task.at }];
    }),
    environments: () => environmentsOf(job),
    environment: environmentOf(job),
    telling: tellingNames(job, stage, pipeline),
    approval: (environment) => approvalOf(job, environment),
    branchesLimited: () => branchesLimitedOf(job, stage, pipeline),
    serialized: () => serializedOf(job, stage, pipeline),
    timeLimit: () => timeLimitOf(job),
    starts: () => startsOf(job, stage, pipeline),
    credentials: () => credentialsOf(job, stage, pipeline),
    workspace: () => workspaceOf(job),
    variables: variablesOf(pipeline, job.variables),
  };
}

/** Where its stage uses the template that it stands in. */
function calledAt({ scope }: View, stage: View): Job['calledAt'] {
  return scope.calls[stage.scope.calls.length]?.at;
}

/** Parameters by which templates elsewhere are told where to deploy. */
const TARGETS: ReadonlySet<string> = new Set([
  'environment',
  'environmentname',
  'env',
  'stage',
  'target',
  'targetenvironment',
]);

function elsewhereOf({ name, reason, at }: Hidden, view: View): Elsewhere {
  const given = view.get('parameters').entries();
  return {
    reason,
    at,
    by: name,
    file: inWords(hiddenName(name)),
    targets: given
      .filter(([key]) => TARGETS.has(key.toLowerCase()))
      .map(([, value]) => ({ text: value.text ?? '', at: value.at })),
  };
}

/** What a pipeline's resources say it takes from other pipelines, which Azure knows by names of its own. */
function followedBy({ view }: PipelineRead): Followed | undefined {
  const resources = view.get('resources', 'pipelines').items();
  const [first] = resources;
  if (!first) return undefined;
  return {
    jobs: [],
    unseen: resources.map((resource) => {
      const source = resource.get('source');
      const name = source.text ?? resource.get('pipeline').text ?? '';
      const at = source.exists ? source.at : resource.header;
      return {
        reason: `it takes what pipeline \`${name}\` built, and which file that is is set outside the files`,
        at,
      };
    }),
    ignoring: { location: first.header, message: 'this pipeline is started by others' },
  };
}
