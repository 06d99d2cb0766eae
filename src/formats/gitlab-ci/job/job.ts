import { isDeployName, unreadDeploy } from '../../../delivery/index.ts';
import type { Activity, Elsewhere, Job, Unseen } from '../../../delivery/index.ts';
import { shellOf, type Recognize } from '../activities/recognize.ts';
import { scriptOf } from '../read/script.ts';
import { baseName } from '../../paths.ts';
import type { Config } from '../read/config.ts';
import type { Value } from '../read/value.ts';
import { credentialsOf } from './credentials.ts';
import { environmentName, environmentOf, environmentsOf } from './environment.ts';
import { runsInAnyCase, toleratedBy } from './failure.ts';
import { branchesLimitedOf } from './branches.ts';
import { approvalOf, serializedOf, waits } from './gates.ts';
import { orderOf, type Order } from '../pipeline/order.ts';
import { runsIn, type JobRun, type PipelinePlan, type PlannedJob } from '../pipeline/run.ts';
import { pipelineOf } from '../pipeline/pipeline.ts';
import { unseenJob } from '../pipeline/unseen.ts';
import { timeLimitOf } from './limit.ts';
import { variablesOf } from './variables.ts';
import { workspaceOf } from './workspace.ts';

/** Jobs of pipelines as the delivery model has them; each run of a job is one object. */
export interface Jobs {
  of(run: JobRun): Job;
  /** The jobs of a pipeline, in the kinds of pipelines that are looked at; in their own when that is not said. */
  ofPlan(plan: PipelinePlan, within?: number): readonly Job[];
}

/** The child pipeline of a job that triggers one; one for each kind of run. */
export type ChildOf = (run: JobRun) => PipelinePlan | undefined;

export function createJobs(childOf: ChildOf, recognize: Recognize): Jobs {
  const made = new Map<PipelinePlan, Map<string, Job>>();
  const orders = new Map<PipelinePlan, Map<number, Order>>();
  const memory: Memory = {
    childOf,
    recognize,
    lists: new WeakMap(),
    orderFor: ({ plan, within }) => {
      const own = orders.get(plan) ?? new Map<number, Order>();
      orders.set(plan, own);
      const order = own.get(within) ?? orderOf(plan, within);
      own.set(within, order);
      return order;
    },
  };
  const jobs: Jobs = {
    of: (run) => {
      const own = made.get(run.plan) ?? new Map<string, Job>();
      made.set(run.plan, own);
      const key = `${run.within} ${run.name}`;
      const job = own.get(key) ?? jobOf(run, jobs, memory);
      own.set(key, job);
      return job;
    },
    ofPlan: (plan, within) =>
      [...plan.jobs.values()].flatMap((job) => {
        if (within !== undefined && !runsIn(job, within)) return [];
        return [
          jobs.of({
            plan,
            name: job.name,
            within: within === undefined ? job.contexts : job.contexts & within,
          }),
        ];
      }),
  };
  return jobs;
}

interface Memory {
  readonly childOf: ChildOf;
  readonly recognize: Recognize;
  readonly orderFor: (run: JobRun) => Order;
  /** The jobs that lists of an order name. */
  readonly lists: WeakMap<readonly PlannedJob[], readonly Job[]>;
}

function jobOf(run: JobRun, jobs: Jobs, memory: Memory): Job {
  const { plan, name, within } = run;
  const { config, caller } = plan;
  const job = config.job(name);
  const planned = plan.jobs.get(name);
  const order = memory.orderFor(run);
  // The jobs of a stage wait for the same ones: for thousands of them one list, not one for each.
  const beside = (found: readonly PlannedJob[], unseen: readonly Unseen[]): readonly Job[] => {
    const made = memory.lists.get(found) ?? found.map((one) => jobs.of({ plan, name: one.name, within }));
    memory.lists.set(found, made);
    return unseen.length === 0 ? made : [...made, ...unseen.map((one) => unseenJob(one, run))];
  };
  const child = memory.childOf(run);
  const stage = job.get('stage').text;
  let activities: readonly Activity[] | undefined;
  let before: readonly Job[] | undefined;
  let after: readonly Job[] | undefined;
  const recognized = (): readonly Activity[] => (activities ??= memory.recognize(run));
  const elsewhere =
    child && child.jobs.size > 0 ? undefined : (elsewhereOf(run) ?? unreadIn(run, recognized));
  return {
    id: name,
    names: stage === undefined ? [name] : [name, stage],
    header: job.header,
    pipeline: pipelineOf(plan),
    parent: caller && jobs.of(caller),
    calledAt: caller?.plan.config.job(caller.name).get('trigger').at,
    inner: () => (child ? jobs.ofPlan(child, within) : []),
    needs: () => (before ??= planned ? beside(order.before(planned), unseenBefore(run, planned)) : []),
    usedBy: () => (after ??= planned ? beside(order.after(planned), unseenAfter(run)) : []),
    follows: () => undefined,
    followers: () => [],
    inAnyCase: runsInAnyCase(run),
    tolerated: toleratedBy(run),
    asksForSuccess: false,
    activities: recognized,
    elsewhere,
    ...(job.get('trigger').exists && !waits(run) && { detached: detachedAt(job) }),
    uses: [],
    environments: () => environmentsOf(run),
    environment: environmentOf(job),
    recordsDeployment: () => recordsDeployment(run, jobs),
    telling: tellingNames(run),
    approval: (environment) => approvalOf(run, environment, memory.orderFor),
    branchesLimited: () => branchesLimitedOf(run),
    serialized: () => serializedOf(run),
    timeLimit: () => timeLimitOf(run),
    credentials: () => credentialsOf(run),
    workspace: () => workspaceOf(run),
    variables: variablesOf(run),
  };
}

const detachedAt = (job: Value): NonNullable<Job['detached']> => ({
  location: job.get('trigger').header,
  message: 'nothing waits for the pipeline that this triggers, without `strategy: depend`',
});

/** What may run after a job and is not among the files. */
const unseenAfter = ({ plan: { config }, name }: JobRun): readonly Unseen[] => [
  ...partOf(config, config.job(name)),
  ...config.unseen,
];

const partOf = ({ isPart }: Config, job: Value): readonly Unseen[] =>
  isPart ? [{ reason: 'pipelines that include this file are not among the files', at: job.header }] : [];

/** What may run before a job and is not among the files. */
function unseenBefore({ plan: { config, jobs }, name }: JobRun, job: PlannedJob): readonly Unseen[] {
  if (!job.needs) {
    const part = partOf(config, job.value);
    const stage =
      job.stage === undefined
        ? [
            {
              reason: `stage \`${job.stageName}\` of \`${name}\` is not among those of its pipeline`,
              at: job.value.get('stage').at,
            },
          ]
        : [];
    return [...part, ...stage, ...config.unseen];
  }
  return job.needs.flatMap(({ job: needed, optional, value, elsewhere }): Unseen[] => {
    if (elsewhere) return [{ reason: `\`${name}\` needs \`${needed}\` of another pipeline`, at: value.at }];
    if (jobs.has(needed) || config.names.includes(needed)) return [];
    if (optional && !config.isPart && config.unseen.length === 0) return [];
    return [{ reason: `\`${name}\` needs \`${needed}\`, which is not among the files`, at: value.at }];
  });
}

/**
 * GitLab takes each job with an environment for a deployment to it. Many name one for its variables only: those that
 * make or publish something, and those beside the job that is named, or seen, to deploy there.
 */
function recordsDeployment(run: JobRun, jobs: Jobs): boolean {
  const { plan, name, within } = run;
  const environment = environmentOf(plan.config.job(name));
  if (!environment) return false;
  const own = jobs.of(run);
  if (own.names.slice(0, 1).some(isDeployName)) return true;
  const made = own.activities().map(({ recognition }) => recognition.kind);
  if (made.length > 0 && made.every((kind) => MADE.has(kind)) && !own.names.some(isDeployName)) return false;
  for (const other of [...plan.jobs.values()].slice(0, BESIDE)) {
    if (other.name === name) continue;
    const job = jobs.of({ plan, name: other.name, within: other.contexts & within });
    if (job.environment?.text !== environment.text) continue;
    if (isDeployName(other.name) || job.activities().some(({ recognition }) => recognition.kind === 'deploy'))
      return false;
  }
  return true;
}

/** Jobs that are looked at for one that deploys to the same environment. */
const BESIDE = 200;

const MADE: ReadonlySet<string> = new Set(['build', 'package', 'sign', 'notify', 'names']);

/** A pipeline elsewhere that a job triggers, or a script that it takes from a file elsewhere. */
function elsewhereOf(run: JobRun): Elsewhere | undefined {
  const { config } = run.plan;
  const job = config.job(run.name);
  const trigger = job.get('trigger');
  const target = environmentName(job);
  const targets = target ? [{ text: target.text ?? '', at: target.at }] : [];
  if (trigger.exists) {
    const project = trigger.text === undefined ? trigger.get('project') : trigger;
    const by = project.text ?? 'a child pipeline';
    const reason =
      project.text === undefined
        ? `the pipeline that \`${run.name}\` triggers is not among the files`
        : `\`${run.name}\` triggers a pipeline of \`${by}\`, which is not among the files`;
    return { reason, at: trigger.at, by, file: baseName(by), targets };
  }
  if (job.get('script').exists || job.get('run').exists) return undefined;
  const unresolved = config.unresolved(run.name);
  const hidden = unresolved ?? (isOverlay(job) ? config.unseen[0] : undefined);
  if (!hidden) return undefined;
  const by = job.get('extends').texts()[0] ?? run.name;
  return { ...hidden, by, file: isDeployName(by) ? by : run.name, targets };
}

/** A job that is named a deploy, without an environment, and does not say how. */
function unreadIn(run: JobRun, recognized: () => readonly Activity[]): Elsewhere | undefined {
  const job = run.plan.config.job(run.name);
  if (!isDeployName(run.name) || job.get('environment').exists) return undefined;
  return unreadDeploy(run.name, [shellOf(run, scriptOf(run))], recognized());
}

/** A job without a script adds to one of the same name that an include brings. */
const isOverlay = (job: Value): boolean =>
  !job.get('script').exists && !job.get('artifacts', 'reports').exists;

/** Names that speak of an environment where the job names none. */
function tellingNames({ plan, name }: JobRun): Job['telling'] {
  const job = plan.config.job(name);
  const caller = plan.caller;
  const stage = job.get('stage');
  return [
    [name, job.header],
    [stage.text, stage.at],
    ...(caller ? [[caller.name, caller.plan.config.job(caller.name).header] as const] : []),
  ];
}
