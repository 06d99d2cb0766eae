import {
  activityOf,
  plainRecognition,
  targetOf,
  type Activity,
  type Job,
  type Pipeline,
  type PipelineOf,
  type StepWords,
} from '../../delivery/index.ts';
import { isUnknown, known, unknown, valueOf, type Fact } from '../../model/index.ts';
import { bool, byDefault, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { jobOf } from './job.ts';

/** Pipelines of Google's Cloud Deploy: a release goes from one target to the next. */
export function deliveryPipelines(stack: Stack): readonly Pipeline[] {
  return stack.of('google_clouddeploy_delivery_pipeline').map((resource) => pipelineOf(stack, resource));
}

function pipelineOf(stack: Stack, resource: Resource): Pipeline {
  const named = text(resource, 'name');
  const own: PipelineOf = {
    system: 'cloud-deploy',
    id: `${stack.path}:${resource.address}`,
    path: `${stack.path}:${resource.address}`,
    root: '',
    name: (named && valueOf(named)) ?? resource.address,
    forPushes: false,
    versionInput: undefined,
  };
  const jobs: Job[] = [];
  const stages = partsOn(resource, ['serial_pipeline', 'stages']);
  for (const [index, stage] of stages.entries()) {
    const target = targetAt(stack, stage);
    const unseen = {
      reason: 'what makes its releases is not among the files',
      at: resource.at,
    };
    const ignoring = { location: resource.at, message: 'it deploys whatever is released' };
    jobs.push(
      jobOf({
        id: valueOf(target.name) ?? `stage-${index + 1}`,
        header: stage.at,
        pipeline: own,
        activities: (step) => activitiesOf(stage, target, step),
        environments: () => [targetOf(target.name)],
        telling: [],
        failureNotified: unknown('who is told by Pub/Sub is not among the files', resource.at),
        needs: () => [jobs[index - 1]].flatMap((one) => one ?? []),
        usedBy: () => [jobs[index + 1]].flatMap((one) => one ?? []),
        follows: () => ({ jobs: [], unseen: [unseen], ignoring }),
      }),
    );
  }
  return {
    ...own,
    at: resource.at,
    triggers: ['release'],
    forRequests: false,
    tokenPermissions: known(null, resource.at),
    injections: [],
    jobs,
    runs: jobs,
  };
}

interface TargetAt {
  readonly name: Fact<string>;
  readonly resource: Resource | undefined;
}

/** The target of a stage; it is named by a reference, or by the name that the target has. */
function targetAt(stack: Stack, stage: Part): TargetAt {
  const value = stage.get('target_id');
  const written = text(stage, 'target_id');
  const resource = stack.target(value) ?? stack.sharing('google_clouddeploy_target', 'name', value)[0];
  const own = resource && text(resource, 'name');
  const name = written && valueOf(written) !== undefined ? written : own;
  return { name: name ?? written ?? unknown('it names no target', stage.at, stage.related), resource };
}

function activitiesOf(stage: Part, { name, resource }: TargetAt, step: StepWords): readonly Activity[] {
  const at = name.at ?? stage.at;
  const deploy = { ...plainRecognition('deploy', 'Cloud Deploy'), deploys: 'release' } as const;
  const verify = verified(stage);
  return [
    ...approvalOf(resource, name, step),
    activityOf(step, deploy, at),
    ...(verify ? [activityOf(step, plainRecognition('verify', 'Cloud Deploy verify'), verify)] : []),
  ];
}

/** A target may ask for an approval; one of elsewhere may, too. */
function approvalOf(
  resource: Resource | undefined,
  name: Fact<string>,
  step: StepWords,
): readonly Activity[] {
  const recognition = plainRecognition('approval', 'require_approval');
  if (!resource) {
    const reason = `the target ${valueOf(name) ?? ''} is not among the files`;
    const at = name.at;
    return at ? [activityOf(step, recognition, at, { blocking: unknown(reason, at) })] : [];
  }
  const asks = bool(resource, 'require_approval') ?? byDefault(false, resource);
  if (isUnknown(asks.value))
    return [activityOf(step, recognition, asks.at ?? resource.at, { blocking: asks })];
  return asks.value ? [activityOf(step, recognition, asks.at ?? resource.at)] : [];
}

/** A strategy looks at what it has deployed. */
function verified(stage: Part): Part['at'] | undefined {
  const phases = [
    ...partsOn(stage, ['strategy', 'standard']),
    ...partsOn(stage, ['strategy', 'canary', 'canary_deployment']),
    ...partsOn(stage, ['strategy', 'canary', 'custom_canary_deployment', 'phase_configs']),
  ];
  const on = phases.map((phase) => bool(phase, 'verify')).find((fact) => fact && valueOf(fact) === true);
  return on?.at;
}
