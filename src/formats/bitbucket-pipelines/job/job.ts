import {
  activityOf,
  plainRecognition,
  targetOf,
  type Activity,
  type Job,
  type PipelineOf,
} from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { IsPlaceholder } from '../../placeholder-test.ts';
import { eventsOf, type PipelineRead } from '../read/config.ts';
import { partsOf } from '../read/script.ts';
import type { Step } from '../read/step.ts';
import { activitiesOf, isUnknownPipe } from './activities.ts';
import { branchesLimitedOf } from './branches.ts';
import { credentialsOf } from './credentials.ts';
import {
  approvalOf,
  createRecorders,
  deploymentOf,
  serializedOf,
  toldToPipes,
  type Recorders,
} from './deployment.ts';
import { calledBy, importedJob, uncalled, type Caller } from './elsewhere.ts';
import { asksForFreeze, startsOf, timeLimitOf } from './starts.ts';
import { variablesOf } from './variables.ts';

/** What steps need of what they stand in. */
export interface Around {
  readonly isPlaceholder: IsPlaceholder;
  /** The pipeline that a step starts and waits for, by its name, as long as there are not too many. */
  readonly child: (name: string) => PipelineRead | undefined;
}

/** The steps of a pipeline as the delivery model has them, with those of the pipelines that they start. */
export function jobsOf(pipeline: PipelineRead, own: PipelineOf, around: Around): readonly Job[] {
  const jobs = createJobs(pipeline, own, around, undefined);
  return [...jobs, ...jobs.flatMap((job) => job.inner())];
}

function createJobs(
  pipeline: PipelineRead,
  own: PipelineOf,
  around: Around,
  caller: Caller | undefined,
): readonly Job[] {
  if (pipeline.elsewhere) return [importedJob(pipeline, own, pipeline.elsewhere, caller)];
  const { units } = pipeline;
  const made = new Map<Step, Map<string, Job>>();
  const plain = { root: pipeline.root, isPlaceholder: around.isPlaceholder, tolerated: undefined };
  const recorder = createRecorders(units, (step) =>
    activitiesOf(step, plain).some(({ recognition }) => recognition.kind === 'deploy'),
  );
  // A step that runs under a condition is certain to run before and after those that run under the same one.
  const seenFrom = (step: Step, condition: string, unit: number): Job => {
    const views = made.get(step) ?? new Map<string, Job>();
    made.set(step, views);
    const job =
      views.get(condition) ??
      jobOf(step, {
        pipeline,
        own,
        around,
        caller,
        recorder,
        unit,
        certain: step.condition === '' || step.condition === condition,
        before: () => besides(unit - 1, condition),
        after: () => besides(unit + 1, condition),
      });
    views.set(condition, job);
    return job;
  };
  const besides = (unit: number, condition: string): readonly Job[] =>
    (units[unit] ?? []).map((step) => seenFrom(step, condition, unit));
  return units.flatMap((steps, unit) => steps.map((step) => seenFrom(step, step.condition, unit)));
}

interface Place {
  readonly pipeline: PipelineRead;
  readonly own: PipelineOf;
  readonly around: Around;
  readonly caller: Caller | undefined;
  readonly recorder: Recorders;
  /** Which of the pipeline's units it is in. */
  readonly unit: number;
  /** It runs when what looks at it runs. */
  readonly certain: boolean;
  readonly before: () => readonly Job[];
  readonly after: () => readonly Job[];
}

function jobOf(step: Step, place: Place): Job {
  const { pipeline, own, around, caller, certain, recorder } = place;
  const { header, id, node, stage } = step;
  const tolerated = toleratedBy(step) ?? (certain ? undefined : conditional(step));
  const deployment = deploymentOf(step);
  const environment = deployment && { text: deployment.text ?? '', at: deployment.at };
  const called = calledBy(step);
  const child =
    called && !caller && called.text !== pipeline.pattern ? around.child(called.text ?? '') : undefined;
  // What the stage says is about one of its steps.
  const records = !stage || recorder(stage) === step;
  const inside = { root: pipeline.root, isPlaceholder: around.isPlaceholder, tolerated };
  let activities: readonly Activity[] | undefined;
  let inner: readonly Job[] | undefined;
  let needs: readonly Job[] | undefined;
  const job: Job = {
    id,
    names: records ? [id, ...stageNames(step)] : [id],
    header,
    pipeline: own,
    parent: caller?.job,
    calledAt: caller?.step.node.get('custom').at,
    inner: () => (inner ??= child ? createJobs(child, own, around, { job, step }) : []),
    needs: () => (needs ??= step.manual ? [gateOf(job, step, tolerated, place.before)] : place.before()),
    usedBy: place.after,
    follows: () => undefined,
    followers: () => [],
    inAnyCase: undefined,
    tolerated,
    asksForSuccess: false,
    activities: () => (activities ??= activitiesOf(step, inside)),
    elsewhere: called && !child ? uncalled(called, pipeline, caller) : undefined,
    uses: usesOf(step),
    environments: () => (environment ? [targetOf(known(environment.text, environment.at))] : []),
    environment,
    recordsDeployment: () => deployment !== undefined && records,
    telling: tellingNames(step, pipeline),
    approval: (target) => approvalOf(step, target),
    serialized: () => serializedOf(step),
    timeLimit: () => timeLimitOf(step, pipeline),
    starts: () => startsOf(pipeline, place.unit, step, eventsOf(pipeline)),
    branchesLimited: () => branchesLimitedOf(step, pipeline),
    asksForFreeze: () => asksForFreeze(pipeline.units, place.unit, step),
    credentials: () => credentialsOf(step),
    workspace: () => (node.get('clone', 'enabled').value === false ? undefined : known(true, header)),
    variables: variablesOf(pipeline),
  };
  return job;
}

const stageNames = ({ stage }: Step): readonly string[] => stage?.get('name').oneOrMoreTexts() ?? [];

/** Names that speak of an environment where the step has none. */
function tellingNames(step: Step, { pattern, node }: PipelineRead): Job['telling'] {
  const stage = step.stage?.get('name');
  return [
    ...toldToPipes(step),
    [step.name, step.header],
    [stage?.text, stage?.at ?? step.header],
    [pattern, node.header],
  ];
}

/** Someone starts a manual step, which is like a step before it that asks. */
function gateOf(
  job: Job,
  step: Step,
  tolerated: Fact<boolean> | undefined,
  before: () => readonly Job[],
): Job {
  const at = step.manual ?? step.header;
  const words = {
    names: '',
    tolerated: tolerated?.value === false ? undefined : tolerated,
    onFailure: false,
    inAnyCase: undefined,
    resolve: (text: string) => [text],
  };
  const asks = activityOf(words, plainRecognition('approval', 'trigger: manual'), at);
  return {
    ...job,
    names: [],
    inner: () => [],
    needs: before,
    usedBy: () => [job],
    activities: () => [asks],
    elsewhere: undefined,
    uses: [],
    environment: undefined,
    environments: () => [],
  };
}

/** The step, its group or its stage says that the pipeline goes on after a failure. */
function toleratedBy({ node, group, stage }: Step): Fact<boolean> | undefined {
  for (const holder of [node, group, stage]) {
    const strategy = holder?.get('on-fail', 'strategy');
    if (strategy?.text === 'ignore') return known(false, strategy.at);
    if (strategy?.exists) return undefined;
  }
  return undefined;
}

function conditional({ id, node, stage }: Step): Fact<boolean> {
  const at = [node.get('condition'), stage?.get('condition')].find((one) => one?.exists)?.at ?? node.header;
  return unknown(`step \`${id}\` runs only when its condition is met`, at);
}

const usesOf = ({ node, header }: Step): Job['uses'] =>
  partsOf(node.get('script'), header).flatMap((part) =>
    part.kind === 'pipe' && isUnknownPipe(part) ? [{ by: part.name, at: part.written.at }] : [],
  );
