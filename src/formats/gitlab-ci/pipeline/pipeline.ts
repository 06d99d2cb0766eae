import type { PipelineOf } from '../../../delivery/index.ts';
import { baseName } from '../../paths.ts';
import { PUSHES } from '../rules/context.ts';
import { outermostPlan, rootOf, runsIn, type PipelinePlan } from './run.ts';

const made = new WeakMap<PipelinePlan, PipelineOf>();

/** What a pipeline is to its jobs. */
export function pipelineOf(plan: PipelinePlan): PipelineOf {
  const pipeline = made.get(plan) ?? read(plan);
  made.set(plan, pipeline);
  return pipeline;
}

function read(plan: PipelinePlan): PipelineOf {
  const { path } = outermostPlan(plan).config;
  return {
    system: 'gitlab-ci',
    id: `${path}:pipeline`,
    path,
    root: rootOf(plan),
    name: baseName(path).replace(/\.ya?ml$/, ''),
    forPushes: [...plan.jobs.values()].some((job) => runsIn(job, PUSHES)),
    versionInput: undefined,
  };
}
