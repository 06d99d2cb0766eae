import { isVersionInput, type Pipeline, type PipelineOf } from '../../../delivery/index.ts';
import { known, type PipelineFacts } from '../../../model/index.ts';
import { createJobs } from '../job/job.ts';
import { inWords } from '../job/environment.ts';
import type { PipelineRead } from '../read/pipeline.ts';
import { startsFrom } from '../read/triggers.ts';
import type { View } from '../template/scope.ts';
import { approvalMistakes } from './approvals.ts';
import { injectionsOf } from './injections.ts';
import { openVariablesOf } from './secrets.ts';

/** A pipeline as the delivery model has it. */
export function pipelineOf(pipeline: PipelineRead): Pipeline {
  const { view } = pipeline;
  const about = aboutOf(pipeline);
  const jobs = createJobs(pipeline, about);
  return {
    ...about,
    at: view.header,
    triggers: triggersOf(view),
    forRequests: startsFrom(view.get('pr')),
    // What the jobs' access token may do is a setting of the project.
    tokenPermissions: known(null, view.header),
    injections: injectionsOf(pipeline),
    traces: tracesOf(pipeline),
    bareSecrets: openVariablesOf(pipeline),
    mistakes: approvalMistakes(pipeline, jobs),
    jobs,
    runs: jobs,
  };
}

/** The switch by which agents log the environment of each step; only what is known to be secret is hidden there. */
function tracesOf({ stages }: PipelineRead): PipelineFacts['traces'] {
  const name = 'system.debug';
  const nodes = stages
    .flatMap(({ jobs }) => jobs)
    .flatMap(({ variables }) => variables.get(name)?.target.node ?? []);
  const on = [...new Set(nodes)].filter(({ value }) => String(value).toLowerCase() === 'true');
  return on.map(({ at }) => ({ variable: known(name, at) }));
}

function aboutOf({ path, name, folder, view }: PipelineRead): PipelineOf {
  const parameters = view.get('parameters').items();
  const version = parameters.find((one) =>
    isVersionInput(inWords(one.get('name').text ?? '').replaceAll(' ', '-')),
  );
  return {
    system: 'azure-pipelines',
    id: `${path}:pipeline`,
    path,
    name,
    root: folder,
    forPushes: startsFrom(view.get('trigger')),
    versionInput: version?.get('name').at,
  };
}

/** The keys that say when it starts; without `trigger` every push does. */
function triggersOf(view: View): readonly string[] {
  const pipelines = view.get('resources', 'pipelines').items();
  return [
    ...(startsFrom(view.get('trigger')) ? ['trigger'] : []),
    ...(view.get('pr').exists && startsFrom(view.get('pr')) ? ['pr'] : []),
    ...(view.get('schedules').exists ? ['schedules'] : []),
    ...(pipelines.some((one) => startsFrom(one.get('trigger')) && one.get('trigger').exists)
      ? ['pipelines']
      : []),
  ];
}
