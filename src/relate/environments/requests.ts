import { isUnknown, known, valueOf, type Fact, type StageKind, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { relatedTo } from '../facts.ts';
import { groupBy, type Subjects } from '../subjects.ts';

/** What requests must pass, as far as it stands in the files. */
export interface Requests {
  /** The jobs of pipelines by the places where they test or scan. */
  readonly jobsAt: ReadonlyMap<string, readonly Checked[]>;
  readonly protections: ReadonlyMap<string, readonly SubjectOf<'branch-protection'>[]>;
}

interface Checked {
  readonly kind: StageKind;
  /** The job, and the file of its pipeline: systems name checks by the one or the other. */
  readonly names: readonly string[];
}

export function indexRequests(subjects: Subjects): Requests {
  const protections = subjects
    .of('branch-protection')
    .filter(({ facts }) => facts.checks.value !== null && isMain(facts.pattern));
  const pipelines = protections.length === 0 ? [] : subjects.of('pipeline');
  const stages = pipelines.flatMap((pipeline) =>
    pipeline.facts.stages.map((stage) => ({ stage, file: pipeline.location.file.path })),
  );
  const byPlace = groupBy(stages, ({ stage }) => (stage.kind.at ? [placeOf(stage.kind.at)] : []));
  const jobsAt = new Map(
    [...byPlace].map(([place, all]) => [
      place,
      all.flatMap(({ stage, file }) => {
        const kind = valueOf(stage.kind);
        return kind ? [{ kind, names: [stage.job, file] }] : [];
      }),
    ]),
  );
  return { jobsAt, protections: groupBy(protections, ({ facts }) => [facts.system]) };
}

const placeOf = ({ file, span }: Location): string => `${file.path}:${span.start}`;

const MAIN = /^(?:main|master|trunk|~DEFAULT_BRANCH|~ALL|\*{1,2})$/;

/** Does it hold for the branch that is deployed? What has several patterns may. */
function isMain(pattern: Fact<string>): boolean {
  const text = valueOf(pattern);
  return text === undefined || text.split(', ').some((one) => MAIN.test(one));
}

/**
 * A stage that only requests run, which the fact points at: it came before the deploy where the branch takes nothing
 * that has not passed it. Whatever else is asked, or of other repositories too, leaves it open.
 */
export function onRequests(
  fact: Fact<boolean>,
  kind: StageKind,
  job: SubjectOf<'deploy-job'>,
  { jobsAt, protections }: Requests,
): Fact<boolean> {
  const asking = protections.get(job.facts.system) ?? [];
  if (!isUnknown(fact.value) || asking.length === 0) return fact;
  const names = (fact.related ?? [])
    .flatMap(({ location }) => jobsAt.get(placeOf(location)) ?? [])
    .flatMap((checked) => (checked.kind === kind ? checked.names : []));
  if (names.length === 0 || !asking.every(({ facts }) => asksFor(facts.checks, names))) return fact;
  const places = asking.map(({ facts, location }) => ({ location: facts.checks.at ?? location }));
  return known(true, fact.at, [
    ...relatedTo(places, 'it must pass before merging, by this'),
    ...(fact.related ?? []),
  ]);
}

/** `test`, `CI / test`, and `test (18)` of a matrix are the check of one job. */
function asksFor(
  checks: SubjectOf<'branch-protection'>['facts']['checks'],
  names: readonly string[],
): boolean {
  return (valueOf(checks) ?? []).some(
    (check) =>
      check === '*' ||
      names.some((name) => check === name || check.endsWith(` / ${name}`) || check.startsWith(`${name} (`)),
  );
}
