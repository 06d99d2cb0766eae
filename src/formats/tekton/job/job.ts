import type {
  Activity,
  Elsewhere,
  Job,
  Naming,
  PipelineOf,
  StepWords,
  Variables,
} from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location, RelatedLocation } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import { keyAmong } from '../../script-text.ts';
import type { Library, TektonObject } from '../read/objects.ts';
import { readTasks, targetOf, type PipelineTask, type Target } from '../read/tasks.ts';
import { bind, type Values } from '../read/values.ts';
import { activitiesOfOther, activitiesOfSteps, injectionsOf, isKnown, stepsOf } from './activities.ts';
import { environmentsOf, startsOf, tellingNames, timeLimitOf } from './facts.ts';

/** What all jobs of one pipeline have in common. */
export interface Around {
  /** The object that is run. */
  readonly object: TektonObject;
  readonly library: Library;
  readonly pipeline: PipelineOf;
  /** The environment that its file is of. */
  readonly environment: string | undefined;
  readonly budget: { left: number };
  readonly variables: Variables;
  /** Filled with the parts of scripts that outsiders write. */
  readonly injections: Naming[];
  /** What runs it is not among the files: this may stand before and after. */
  readonly unseen: readonly Job[];
}

export interface Caller {
  readonly job: Job | undefined;
  /** Pipelines that are running, the outermost first. */
  readonly chain: readonly { readonly name: string; readonly spec: unknown }[];
  readonly values: Values;
}

const DEPTH = 10;
/** Tasks of one pipeline whose conditions are told apart; nobody has as many. */
const TOLD_APART = 50;
const OTHER = '\0';

/** The tasks of a pipeline as the delivery model has them. */
export function jobsOf(spec: DataNode, path: string, caller: Caller, around: Around): readonly Job[] {
  const tasks = readTasks(spec);
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const users = new Map<string, PipelineTask[]>();
  for (const task of tasks)
    for (const need of task.needs) users.set(need, [...(users.get(need) ?? []), task]);
  const plain = tasks.filter(({ final }) => !final);
  const last = tasks.filter(({ final }) => final);
  const shared = new Map(tasks.map((task) => [task, sharedOf(task, path, caller, around)]));
  const made = new Map<PipelineTask, Map<string, Job>>();
  // A task that runs under a condition is certain to run before and after those that run under the same one.
  const seenFrom = (task: PipelineTask, when: string): Job => {
    const views = made.get(task) ?? new Map<string, Job>();
    made.set(task, views);
    const own = shared.get(task);
    const all = (some: readonly PipelineTask[]): readonly Job[] => some.map((one) => seenFrom(one, when));
    const outer = caller.job ? [] : around.unseen;
    const job =
      views.get(when) ??
      jobOf(task, own ?? sharedOf(task, path, caller, around), caller, around, {
        certain: task.when === '' || task.when === when,
        before: () => {
          const needs = task.final ? plain : task.needs.flatMap((name) => byName.get(name) ?? []);
          return needs.length > 0 ? all(needs) : outer;
        },
        after: () => [...all(users.get(task.name) ?? []), ...(task.final ? [] : all(last)), ...outer],
      });
    views.set(when, job);
    return job;
  };
  const told = new Set(tasks.map(({ when }) => when).slice(0, TOLD_APART));
  return tasks.map((task) => seenFrom(task, told.has(task.when) ? task.when : OTHER));
}

/** A task that is run by itself. */
export function jobOfTask(node: DataNode, target: Target, values: Values, around: Around): Job {
  const task: PipelineTask = {
    name: target.name === 'task' ? around.object.name : target.name,
    node,
    needs: [],
    final: false,
    when: '',
    onFailure: false,
  };
  const shared = sharedFrom(target, values, around, undefined);
  return jobOf(task, shared, { job: undefined, chain: [], values }, around, {
    certain: true,
    before: () => around.unseen,
    after: () => around.unseen,
  });
}

/** What does not depend on what looks at a task. */
interface Shared {
  readonly target: Target | undefined;
  readonly hidden: Pick<Elsewhere, 'by' | 'reason'> | undefined;
  readonly values: Values;
  readonly steps: readonly DataNode[];
  /** What it does, by whether it is certain to run. */
  readonly activities: Map<boolean, readonly Activity[]>;
}

function sharedOf({ node }: PipelineTask, path: string, caller: Caller, around: Around): Shared {
  const target = targetOf(node, path, around.library);
  const given = [node.get('params'), node.get('matrix', 'params')];
  const values = bind(target && 'spec' in target ? target.spec : node.get('\0'), given, caller.values);
  // A task that is written in its pipeline has the parameters of the pipeline, too.
  const embedded = node.get('taskSpec').isMap || node.get('pipelineSpec').isMap;
  const all = embedded ? new Map([...caller.values, ...values]) : values;
  return sharedFrom(target, all, around, caller);
}

function sharedFrom(
  target: Target | undefined,
  values: Values,
  around: Around,
  caller: Caller | undefined,
): Shared {
  const steps = target?.kind === 'task' ? stepsOf(target.spec, target.path, around.library) : [];
  around.injections.push(...injectionsOf(steps, values));
  return { target, hidden: hiddenBy(target, caller, around), values, steps, activities: new Map() };
}

/** What is not there and not known by its name, comes back to itself, or goes too far. */
function hiddenBy(
  target: Target | undefined,
  caller: Caller | undefined,
  { budget }: Around,
): Pick<Elsewhere, 'by' | 'reason'> | undefined {
  if (!target) return undefined;
  if (target.kind === 'elsewhere') return isKnown(target.name) ? undefined : target;
  if (target.kind !== 'pipeline') return undefined;
  const chain = caller?.chain ?? [];
  const at = chain.findIndex(({ spec }) => spec === target.spec.value);
  const by = target.name;
  if (at >= 0) {
    const names = [...chain.slice(at), target].map(({ name }) => `\`${name}\``);
    return { by, reason: `it runs itself: ${names.join(' → ')}` };
  }
  if (chain.length >= DEPTH) return { by, reason: `it is more than ${DEPTH} pipelines deep` };
  if (budget.left-- <= 0) return { by, reason: 'there are more pipelines than are looked at' };
  return undefined;
}

interface Beside {
  /** It runs when what looks at it runs. */
  readonly certain: boolean;
  readonly before: () => readonly Job[];
  readonly after: () => readonly Job[];
}

function jobOf(task: PipelineTask, shared: Shared, caller: Caller, around: Around, beside: Beside): Job {
  const { name, node, final, onFailure } = task;
  const { target, hidden, values, steps } = shared;
  const { header } = node;
  const { object } = around;
  const tolerated = toleratedBy(task, beside.certain);
  const inAnyCase: RelatedLocation | undefined = final
    ? { location: header, message: 'this runs although something before it failed' }
    : undefined;
  const names = [
    name,
    ...(target && !hidden && target.name !== name && target.name !== 'task' ? [target.name] : []),
  ];
  const words: StepWords = {
    names: names.join(' '),
    tolerated,
    onFailure,
    inAnyCase,
    resolve: (text) => [text],
  };
  let inner: readonly Job[] | undefined;
  const job: Job = {
    id: name,
    names: target?.kind === 'approval' ? [] : names,
    header,
    pipeline: around.pipeline,
    parent: caller.job,
    calledAt: calledAt(target, header),
    inner: () => (inner ??= hidden ? [] : innerOf(job, target, values, caller, around)),
    needs: beside.before,
    usedBy: beside.after,
    follows: () => undefined,
    followers: () => [],
    inAnyCase,
    tolerated,
    asksForSuccess: false,
    activities: () => {
      const made = shared.activities.get(beside.certain);
      const activities = made ?? activitiesOf(target, node, steps, values, words);
      shared.activities.set(beside.certain, activities);
      return activities;
    },
    elsewhere: hidden && { ...hidden, at: header, file: hidden.by.replace(/^.*\//, ''), targets: [] },
    uses: [],
    environments: () => environmentsOf(values),
    environment: undefined,
    telling: tellingNames(names, header, object, around.environment),
    approval: () => {
      const hiddenBefore = around.unseen[0]?.elsewhere;
      return hiddenBefore ? unknown(hiddenBefore.reason, header) : known('none', header);
    },
    serialized: () => known(false, header),
    timeLimit: () => timeLimitOf(node, object, header),
    starts: () => startsOf(object),
    credentials: () => keyAmong(steps, header),
    workspace: () => undefined,
    variables: around.variables,
  };
  return job;
}

function activitiesOf(
  target: Target | undefined,
  node: DataNode,
  steps: readonly DataNode[],
  values: Values,
  words: StepWords,
): readonly Activity[] {
  if (!target) return [];
  return target.kind === 'task'
    ? activitiesOfSteps(target.spec, steps, values, words)
    : activitiesOfOther(target, node, values, words);
}

function innerOf(
  job: Job,
  target: Target | undefined,
  values: Values,
  { chain }: Caller,
  around: Around,
): readonly Job[] {
  if (target?.kind !== 'pipeline') return [];
  const running = [...chain, { name: target.name, spec: target.spec.value }];
  return jobsOf(target.spec, target.path, { job, chain: running, values }, around);
}

function calledAt(target: Target | undefined, header: Location): Location | undefined {
  return target && 'path' in target && target.path !== header.file.path ? header : undefined;
}

function toleratedBy(
  { node, name, when, onFailure }: PipelineTask,
  certain: boolean,
): Fact<boolean> | undefined {
  const goesOn = node.get('onError');
  if (goesOn.text === 'continue') return known(false, goesOn.at);
  if (certain || onFailure) return undefined;
  return unknown(`task \`${name}\` runs only when \`${when}\``, node.get('when').at);
}
