import {
  isVersionInput,
  type Activity,
  type Elsewhere,
  type Job,
  type Pipeline,
  type PipelineOf,
  type StepWords,
} from '../../delivery/index.ts';
import { known, unknown, valueOf, type Fact } from '../../model/index.ts';
import { readableText } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, number, text, textOf, type Part } from '../resource/part.ts';
import { statedSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { notifiedOf } from './notified.ts';
import { activitiesOfAction, actionsOf, credentialsOf, tellingIn, type Action } from './action.ts';
import { goesBack, jobOf } from './job.ts';
import { LANGUAGES, type Names } from './names.ts';
import type { Projects } from './project.ts';

/** Pipelines of CodePipeline: stages one after the other, in each actions by their order. */
export function codePipelines(stack: Stack, projects: Projects): readonly Pipeline[] {
  return LANGUAGES.flatMap((names) =>
    stack.of(names.pipeline).map((resource) => pipelineOf(stack, resource, names, projects)),
  );
}

interface Stage {
  readonly job: Job;
  readonly jobs: readonly Job[];
}

function pipelineOf(stack: Stack, resource: Resource, names: Names, projects: Projects): Pipeline {
  const named = text(resource, names.name);
  const name = (named && valueOf(named)) ?? resource.address;
  const versions = resource.parts(names.variables).filter((part) => {
    const variable = text(part, names.name);
    return isVersionInput((variable && valueOf(variable)) ?? '');
  });
  const own: PipelineOf = {
    system: 'codepipeline',
    id: `${stack.path}:${resource.address}`,
    path: `${stack.path}:${resource.address}`,
    root: '',
    name,
    forPushes: true,
    versionInput: versions[0]?.at,
  };
  const stages = stagesOf(stack, resource, names, { own, projects });
  const jobs = stages.flatMap((stage) => stage.jobs);
  return {
    ...own,
    at: resource.at,
    triggers: ['push'],
    forRequests: false,
    tokenPermissions: known(null, resource.at),
    injections: [],
    jobs,
    runs: jobs,
  };
}

interface Around {
  readonly own: PipelineOf;
  readonly projects: Projects;
}

function stagesOf(
  stack: Stack,
  resource: Resource,
  names: Names,
  { own, projects }: Around,
): readonly Stage[] {
  const parts = resource.parts(names.stages);
  const all = parts.map((part) => ({ part, actions: actionsOf(part, names, projects) }));
  const stages: Stage[] = [];
  const serialized = serializedBy(resource, names);
  const failureNotified = notifiedOf(stack, resource);
  const follows = followsOf(all.flatMap(({ actions }) => actions));
  for (const [index, { part, actions }] of all.entries()) {
    const id = stageName(part, names, index);
    const job = jobOf({
      id,
      header: part.at,
      pipeline: own,
      activities: () => [],
      telling: [],
      elsewhere: hiddenStage(part, id),
      failureNotified,
      needs: () => (index > 0 ? [stages[index - 1]?.job].flatMap((one) => one ?? []) : []),
      usedBy: () => [stages[index + 1]?.job].flatMap((one) => one ?? []),
      inner: () => stages[index]?.jobs ?? [],
      follows,
    });
    const jobs: Job[] = [];
    for (const action of actions) {
      const beside = (wanted: (order: number) => boolean) => (): readonly Job[] =>
        jobs.filter((_, at) => wanted(actions[at]?.order ?? 1));
      jobs.push(
        jobOf({
          id: action.name,
          header: action.part.at,
          pipeline: own,
          parent: job,
          activities: (step) => withWayBack(activitiesOfAction(action, step), part, names, step),
          telling: [
            ...tellingIn(action),
            [action.name, action.part.at],
            [id, part.at],
            [own.name, resource.at],
            [stack.environment, resource.at],
          ],
          elsewhere: hiddenIn(action),
          needs: beside((order) => order < action.order),
          usedBy: beside((order) => order > action.order),
          serialized,
          failureNotified,
          credentials: credentialsOf(action),
          timeLimit: () => limitOf(action),
          rollsBack: () => stageRollsBack(resource, part, names, action),
        }),
      );
    }
    stages.push({ job, jobs });
  }
  return stages;
}

function stageName(part: Part, names: Names, index: number): string {
  const name = text(part, names.name);
  return (name && valueOf(name)) ?? `stage-${index + 1}`;
}

/** A stage that may be there in any form. */
function hiddenStage(part: Part, id: string): Elsewhere | undefined {
  return part.uncertain === undefined
    ? undefined
    : { reason: part.uncertain, at: part.at, by: id, file: '', targets: [] };
}

/** A project runs what is not among the files. */
function hiddenIn(action: Action): Elsewhere | undefined {
  const { part, provider, category, configuration, project, name } = action;
  if (part.uncertain !== undefined)
    return { reason: part.uncertain, at: part.at, by: name, file: '', targets: [] };
  if (provider !== 'CodeBuild' || project?.buildspec || category === 'Test') return undefined;
  const named = configuration.flatMap((each) => each.get('ProjectName') ?? [])[0];
  const by = project?.name ?? (named && readableText(named)) ?? 'CodeBuild';
  const reason = project ? project.hidden : `the project that ${name} builds is not among the files`;
  return { reason, at: part.at, by, file: by, targets: [] };
}

/** A source that something else makes comes after what made it. */
function followsOf(actions: readonly Action[]): Job['follows'] {
  const made = actions.find(
    ({ category, provider }) => category === 'Source' && (provider === 'ECR' || provider === 'S3'),
  );
  if (!made) return () => undefined;
  const { at } = made.part;
  const reason = `what puts its source into ${made.provider} is not among the files`;
  const ignoring = { location: at, message: 'it starts with whatever is there' };
  return () => ({ jobs: [], unseen: [{ reason, at }], ignoring });
}

/** A stage has one run at a time, unless runs are told to go on side by side. */
function serializedBy(resource: Resource, names: Names): Fact<boolean> {
  const mode = text(resource, names.mode) ?? byDefault('SUPERSEDED', resource);
  return derive(mode, (written) => written !== 'PARALLEL');
}

/** A stage that deploys may go back by itself when it fails. */
function withWayBack(
  activities: readonly Activity[],
  stage: Part,
  names: Names,
  step: StepWords,
): readonly Activity[] {
  if (!activities.some(({ recognition }) => recognition.kind === 'deploy')) return activities;
  const result = statedSetting(stage, { on: names.onFailure }, textOf, 'a text');
  if (!result || valueOf(result) !== 'ROLLBACK') return activities;
  return [...activities, goesBack(step, 'CodePipeline stage rollback', result.at ?? stage.at)];
}

/** Providers whose own settings say what a failed deployment does. */
const BY_THEMSELVES: ReadonlySet<string> = new Set([
  'CodeDeploy',
  'CodeDeployToECS',
  'CloudFormation',
  'ECS',
]);

/** Stages of pipelines of type V2 go back when they are told to; those of V1 cannot. */
function stageRollsBack(
  pipeline: Resource,
  stage: Part,
  names: Names,
  { provider }: Action,
): Fact<boolean | null> {
  const type = text(pipeline, names.pipelineType) ?? byDefault('V1', pipeline);
  if (BY_THEMSELVES.has(provider)) return known(null, stage.at);
  return derive(type, (written) => (written === 'V2' ? false : null));
}

/** Builds end after an hour unless their project says otherwise; of the others their services decide. */
function limitOf({ part, project, provider }: Action): Fact<number | null> {
  const own = number(part, 'timeout_in_minutes') ?? number(part, 'TimeoutInMinutes');
  if (own) return own;
  if (provider === 'CodeBuild' && project)
    return number(project.resource, project.names.timeout) ?? byDefault(60, project.resource);
  return unknown(`how long ${provider || 'it'} may take is set elsewhere`, part.at, part.related);
}
