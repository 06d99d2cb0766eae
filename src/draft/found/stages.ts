import { valueOf, type StageKind, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';

/** A stage of a pipeline, by a name that no other has. */
export interface FoundStage {
  readonly name: string;
  readonly kind: StageKind;
  readonly environment: string | undefined;
  /** What says the environment. */
  readonly environmentAt?: Location;
  readonly at: Location;
  readonly how?: string;
}

/** More than that is no list that people read. */
const MANY = 60;

/** What the jobs of pipelines do: each kind of a job once, and each deploy job with its environment. */
export function stagesOf(
  pipelines: readonly SubjectOf<'pipeline'>[],
  deployJobs: readonly SubjectOf<'deploy-job'>[],
  environments: readonly string[],
): readonly FoundStage[] {
  const all = pipelines.flatMap(ofPipeline);
  // What looks whether a deployment went well comes after it; nothing else tells the order.
  const after = all.filter(({ kind }) => kind === 'verify');
  const stages = [
    ...all.filter(({ kind }) => kind !== 'verify'),
    ...deployJobs.flatMap((job) => ofDeployJob(job, environments)),
    ...after,
  ];
  const plain = new Map<string, number>();
  for (const {
    names: [name = ''],
  } of stages)
    plain.set(name, (plain.get(name) ?? 0) + 1);
  const given = new Set<string>();
  return stages.slice(0, MANY).map(({ names, ...stage }) => {
    const [first = '', ...longer] = names;
    // A job that does several things lends its name to the one that it is named for.
    const isPlain = plain.get(first) === 1 || first === stage.kind;
    const free = (isPlain ? names : longer).find((name) => !given.has(name));
    const name = free ?? numbered(longer.at(-1) ?? first, given);
    given.add(name);
    return { name, ...stage };
  });
}

interface Named extends Omit<FoundStage, 'name'> {
  /** The shortest first. */
  readonly names: readonly string[];
}

function ofPipeline(pipeline: SubjectOf<'pipeline'>): readonly Named[] {
  const file =
    pipeline.location.file.path
      .split('/')
      .at(-1)
      ?.replace(/\.[a-z]+$/i, '') ?? '';
  const seen = new Set<string>();
  return pipeline.facts.stages.flatMap((stage): readonly Named[] => {
    const kind = valueOf(stage.kind);
    const key = `${stage.job}\0${kind ?? ''}`;
    if (kind === undefined || kind === 'deploy' || seen.has(key) || stage.job === '') return [];
    seen.add(key);
    const job = stage.job.slice(0, 120);
    return [
      {
        names: [job, `${job}-${kind}`, `${file}-${job}-${kind}`],
        kind,
        environment: undefined,
        at: stage.kind.at ?? pipeline.location,
        how: `the job ${job}`,
      },
    ];
  });
}

function ofDeployJob(job: SubjectOf<'deploy-job'>, environments: readonly string[]): readonly Named[] {
  const name = job.name.slice(0, 120);
  const target = job.environment;
  return [
    {
      names: [name, `${name}-deploy`],
      kind: 'deploy',
      environment: target !== undefined && environments.includes(target) ? target : undefined,
      at: job.facts.recognizedBy.at ?? job.location,
      ...(job.facts.target.at && { environmentAt: job.facts.target.at }),
      how: valueOf(job.facts.recognizedBy) ?? 'the job',
    },
  ];
}

function numbered(name: string, given: ReadonlySet<string>): string {
  let number = 2;
  while (given.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
