import {
  isVersionInput,
  withoutParameters,
  type Activity,
  type Job,
  type Pipeline,
  type PipelineOf,
  type Variables,
} from '../../delivery/index.ts';
import { known, unknown, type Fact } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { activitiesOf, elsewhereOf } from './activities.ts';
import { mistakesOf, type FindPipeline } from './mistakes.ts';
import { stagesOf, tellingOf, toleratedOf, type Stage } from './stage.ts';

/** A pipeline with the stages that its jobs are made of. */
export interface ReadPipeline {
  readonly node: DataNode;
  readonly stages: readonly Stage[];
  readonly pipeline: Pipeline;
}

/** Expressions are Spring's. */
const VARIABLES: Variables = {
  pattern: /\$\{[^{}]*\}/g,
  fixed: /trigger\W*(?:tag|digest|hash|buildNumber|artifacts)|execution\W+id|#triggerResolvedArtifact/i,
  branch: /trigger\W+branch/i,
  startsFromTags: false,
  whyOpen: (text) => `\`${text}\` is known only while the pipeline runs`,
};

export function readPipeline(node: DataNode, find: FindPipeline): ReadPipeline {
  const { path } = node.document.file;
  const name = node.get('name').text ?? path.replace(/^.*\/|\.[^.]*$/g, '');
  const own: PipelineOf = {
    system: 'spinnaker',
    id: `${path}:${name}`,
    path: `${path}:${name}`,
    root: '',
    name,
    forPushes: false,
    versionInput: node
      .get('parameterConfig')
      .items()
      .find((parameter) => isVersionInput(parameter.get('name').text ?? ''))?.header,
  };
  const stages = stagesOf(node);
  const mistakes = mistakesOf(node, stages, find);
  const variables = withoutParameters(VARIABLES, mistakes.parameters);
  const jobs = jobsOf(node, stages, own, variables);
  const triggers = node
    .get('triggers')
    .items()
    .filter((trigger) => trigger.get('enabled').value !== false)
    .flatMap((trigger) => trigger.get('type').text ?? []);
  const pipeline: Pipeline = {
    ...own,
    at: node.get('name').exists ? node.get('name').at : node.header,
    triggers: triggers.length > 0 ? [...new Set(triggers)] : ['manual'],
    forRequests: false,
    tokenPermissions: known(null, node.header),
    injections: [],
    mistakes: mistakes.all,
    jobs,
    runs: jobs,
  };
  return { node, stages, pipeline };
}

function jobsOf(
  node: DataNode,
  stages: readonly Stage[],
  pipeline: PipelineOf,
  variables: Variables,
): readonly Job[] {
  const byId = new Map<string, Job>();
  const users = new Map<string, Job[]>();
  const serialized = serializedBy(node);
  const follows = followsOf(node);
  const jobs = stages.map((stage) => {
    const job = jobOf(stage, pipeline, {
      variables,
      needs: () => stage.needs.flatMap((id) => byId.get(id) ?? []),
      usedBy: () => users.get(stage.id) ?? [],
      follows,
      serialized: () => serialized,
      failureNotified: () => notifiedBy(node, stage),
      telling: [
        ...tellingOf(stage),
        [pipeline.name, node.get('name').at],
        [node.get('application').text, node.get('application').at],
      ],
    });
    byId.set(stage.id, job);
    for (const id of stage.needs) users.set(id, [...(users.get(id) ?? []), job]);
    return job;
  });
  return jobs;
}

type Around = Pick<
  Job,
  'needs' | 'usedBy' | 'follows' | 'serialized' | 'telling' | 'failureNotified' | 'variables'
>;

function jobOf(stage: Stage, pipeline: PipelineOf, around: Around): Job {
  const { node, name } = stage;
  let activities: readonly Activity[] | undefined;
  return {
    ...around,
    id: name,
    names: [name],
    header: node.header,
    pipeline,
    parent: undefined,
    calledAt: undefined,
    inner: () => [],
    followers: () => [],
    inAnyCase: undefined,
    tolerated: toleratedOf(stage),
    asksForSuccess: true,
    activities: () =>
      (activities ??= activitiesOf(stage, {
        names: name,
        tolerated: undefined,
        onFailure: false,
        inAnyCase: undefined,
        resolve: (text) => [text],
      })),
    elsewhere: elsewhereOf(stage),
    uses: [],
    environments: () => [],
    environment: undefined,
    timeLimit: () => timeLimitOf(stage),
    approval: () => known('none', node.header),
    credentials: () => known('none', node.header),
    workspace: () => undefined,
  };
}

/** Manifests that are not stable after half an hour have failed, unless the stage says otherwise. */
const MANIFEST = 30;
const MINUTE = 60_000;

function timeLimitOf({ node, type }: Stage): Fact<number | null> {
  const stated = node.get('stageTimeoutMs');
  if (typeof stated.value === 'number' && stated.value > 0)
    return known(Math.ceil(stated.value / MINUTE), stated.at);
  if (type !== 'deployManifest')
    return unknown(`how long ${type} may take is set outside the files`, node.header);
  const stable = node.get('stableManifestTimeoutMinutes');
  return typeof stable.value === 'number' ? known(stable.value, stable.at) : known(MANIFEST, node.header);
}

/** What it deploys was made before: by what starts it, which is another system. */
function followsOf(node: DataNode): Job['follows'] {
  const at = node.get('triggers').exists ? node.get('triggers').header : node.header;
  const reason = 'what makes the artifacts that it deploys is not among the files';
  const ignoring = { location: at, message: 'it starts with whatever there is' };
  return () => ({ jobs: [], unseen: [{ reason, at }], ignoring });
}

function serializedBy(node: DataNode): Fact<boolean> {
  const limit = node.get('limitConcurrent');
  return known(limit.value === true, limit.exists ? limit.at : node.header);
}

/** The pipeline or the stage tells someone; else the application may, whose settings are elsewhere. */
function notifiedBy(node: DataNode, stage: Stage): Fact<boolean> {
  const told = [node, stage.node]
    .flatMap((holder) => holder.get('notifications').items())
    .find((one) =>
      one
        .get('when')
        .texts()
        .some((event) => event.endsWith('.failed')),
    );
  return told
    ? known(true, told.header)
    : unknown('what the application tells of its pipelines is set outside the files', node.header);
}
