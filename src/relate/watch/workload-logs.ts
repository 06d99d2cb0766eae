import { isUnknown, unknown, valueOf, type Subject, type SubjectOf } from '../../model/index.ts';
import { logsTaken, seesContainerLogs } from '../../monitoring/index.ts';
import { pipelinesBeside } from './collectors.ts';
import { runsPipeline } from './configured.ts';
import { watchers, type Watchers } from './watchers.ts';

type Workload = SubjectOf<'workload'>;
type Pipeline = SubjectOf<'telemetry-pipeline'>;

export interface LogSources {
  readonly workloads: readonly Workload[];
  readonly pipelines: readonly Pipeline[];
}

/** Drivers of Docker that hand on to a service that keeps what it gets, whatever else the files have. */
const KEEPING = /^(?:awslogs|gcplogs|splunk|loki|grafana\/loki-docker-driver(?::.*)?)$/;
/** Drivers that write to the machine, from where others may read it. */
const ON_MACHINE = /^(?:json-file|local|journald)$/;
/** Drivers that hand on to a program that takes in what others send. */
const RECEIVED: Readonly<Record<string, RegExp>> = {
  fluentd: /^(?:forward|fluent|fluentd)$/,
  gelf: /gelf/,
  syslog: /syslog/,
};

const HERE = 'logs are kept here';

/**
 * What keeps the output of a component's workloads: their driver, or a program on each machine that reads it and hands it on.
 * Every workload counts. Undefined where nothing is said.
 */
export function workloadLogs(own: readonly Workload[], sources: LogSources): Watchers | undefined {
  const all = own.map((workload) => logsOfWorkload(workload, sources));
  const open = all.find((one) => one !== undefined && isUnknown(one.value));
  if (open) return open;
  const told = all.flatMap((one) => one ?? []);
  if (told.length === 0 || told.length < all.length) return undefined;
  if (told.some((one) => valueOf(one)?.length === 0)) return told.find((one) => valueOf(one)?.length === 0);
  const keepers = told.flatMap((one) => valueOf(one) ?? []);
  const subjects: readonly Subject[] = [...own, ...sources.pipelines].filter(({ id }) =>
    keepers.some((keeper) => keeper.id === id),
  );
  return watchers(subjects, HERE);
}

function logsOfWorkload(workload: Workload, sources: LogSources): Watchers | undefined {
  const { logDriver } = workload.facts;
  if (logDriver && isUnknown(logDriver.value))
    return unknown(`which driver takes its logs is not known: ${logDriver.value.unknown}`, logDriver.at);
  const driver = logDriver && valueOf(logDriver);
  if (driver === 'none') return watchers([], '');
  if (driver !== undefined && KEEPING.test(driver)) return watchers([workload], HERE);
  const beside = pipelinesBeside(workload, sources.pipelines).filter(
    ({ facts }) => facts.signals.includes('logs') && facts.kept.value !== false,
  );
  if (driver !== undefined && !ON_MACHINE.test(driver)) {
    const takes = Object.hasOwn(RECEIVED, driver) ? RECEIVED[driver] : undefined;
    const taken = beside.filter(
      (one) =>
        one.facts.sources.some(({ type }) => takes?.test(type) === true) &&
        sources.workloads.some((other) => runsPipeline(other, one)),
    );
    return taken.length > 0 && taken.every(({ facts }) => facts.kept.value === true)
      ? watchers(taken, HERE)
      : unknown(`what takes the logs that its driver ${driver} sends is not among the files`);
  }
  return shippedBy(workload, beside, sources.workloads);
}

/** Programs that read what the machine keeps of it. One that takes it is enough. */
function shippedBy(
  workload: Workload,
  beside: readonly Pipeline[],
  workloads: readonly Workload[],
): Watchers | undefined {
  const readers = beside.filter(({ facts }) => facts.files);
  const answers = readers.map((pipeline) => ({ pipeline, taken: takenBy(pipeline, workload) }));
  const takers = answers.flatMap(({ pipeline, taken }) => (taken === 'taken' ? pipeline : []));
  const sure = takers.filter(({ facts }) => facts.kept.value === true);
  const run = sure.filter((pipeline) => isRun(pipeline, workloads));
  if (run.length > 0) return watchers(run, HERE);
  const [stopped] = sure;
  const related = (one: Pipeline): Parameters<typeof unknown>[2] => [
    { location: one.location, message: 'logs are collected here' },
  ];
  if (stopped)
    return unknown(
      `${stopped.name} reads its logs, and no workload among the files runs it with that configuration on every machine`,
      undefined,
      related(stopped),
    );
  const closed = readers.find(({ facts }) => facts.files && isUnknown(facts.files.value));
  if (closed?.facts.files && isUnknown(closed.facts.files.value))
    return unknown(
      `whether ${closed.name} takes its logs is not known: ${closed.facts.files.value.unknown}`,
      undefined,
      related(closed),
    );
  const left = answers.filter(({ taken }) => taken === 'left-out').map(({ pipeline }) => pipeline);
  const running = left.length === beside.length && left.every((one) => isRun(one, workloads));
  return left.length > 0 && running
    ? { ...watchers([], ''), related: watchers(left, 'its logs are left out here').related ?? [] }
    : undefined;
}

function takenBy({ facts }: Pipeline, workload: Workload): ReturnType<typeof logsTaken> {
  const files = facts.files && valueOf(facts.files);
  if (!files) return undefined;
  const { containers } = workload.facts;
  const namespace = valueOf(workload.facts.namespace);
  const answers = containers
    .filter(({ init }) => !init)
    .map(({ name }) => logsTaken(files, { name: workload.name, namespace, container: name }));
  const [first] = answers;
  if (answers.includes('taken')) return 'taken';
  return answers.every((one) => one === first) ? first : undefined;
}

/** On every machine, where it sees the files: a DaemonSet of Kubernetes, a service of Compose, what an operator makes. */
function isRun(pipeline: Pipeline, workloads: readonly Workload[]): boolean {
  const made = pipeline.facts.heldBy?.onMachines;
  if (made) return valueOf(made) === true;
  return workloads.some(
    (one) =>
      (one.facts.type === 'DaemonSet' || one.facts.type === 'Compose service') &&
      runsPipeline(one, pipeline) &&
      seesContainerLogs(
        one.facts.containers.flatMap(({ hostPaths }) => hostPaths.flatMap(({ path }) => valueOf(path) ?? [])),
      ),
  );
}
