import {
  known,
  unknown,
  valueOf,
  type Fact,
  type RollbackMechanism,
  type SubjectOf,
} from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { CommandLine } from '../arguments.ts';
import { isRollbackName } from '../detail.ts';
import { followersOf } from './after.ts';
import { isRollbackRun } from './deploys.ts';
import type { Activity, Job } from '../pipeline/pipeline.ts';
import { chainName, outermost } from '../pipeline/run.ts';
import { targetsOf } from './target.ts';

/** The ways back that one run of a job gives: commands that undo, deploys that undo themselves, a restart with a version. */
export function rollbacksOf(job: Job): readonly SubjectOf<'rollback'>[] {
  const activities = job.activities();
  const named = isRollbackRun(job);
  const found = activities.flatMap((activity) => {
    const { recognition, onFailure } = activity;
    const { rollback } = recognition;
    if (recognition.kind !== 'rollback' || !rollback) return [];
    if (recognition.onFailure && !onFailure && !named) return [];
    return subjects(job, rollback.mechanism, rollback.automatic || onFailure, activity.at, [activity]);
  });
  if (found.length > 0) return found;
  const input = named ? job.pipeline.versionInput : undefined;
  return input ? subjects(job, 'redeploy', false, input, activities) : [];
}

function subjects(
  job: Job,
  mechanism: RollbackMechanism,
  automatic: boolean,
  at: Location,
  activities: readonly Activity[],
): readonly SubjectOf<'rollback'>[] {
  const targets = targetsOf(job, activities);
  return targets.map(({ target }) => {
    const environment = valueOf(target);
    const suffix = targets.length > 1 && environment !== undefined ? ` (${environment})` : '';
    return {
      kind: 'rollback',
      id: `${outermost(job).pipeline.path}:${chainName(job)}/${mechanism}${suffix}`,
      name: isRollbackName(job.id) ? job.id : `${mechanism} in ${job.id}`,
      format: job.pipeline.system,
      ...(environment !== undefined && { environment }),
      location: at,
      facts: {
        mechanism: known(mechanism, at),
        automatic: known(automatic, at),
        target,
        provider: job.id,
      },
    };
  });
}

/** Flags by which Helm takes a failed release back; the second is the first's name since its version 4. */
const HELM = ['--atomic', '--rollback-on-failure'];
/** Stacks go back unless they are told to stay as they are. */
const STAYS = /\s--(?:disable-rollback|on-failure[\s=]+DO_NOTHING)(?:\s|$)/;

/**
 * Does what a job deploys go back by itself when that fails? Null where neither the job nor what it runs has a say in
 * that: a service that deploys has its own settings.
 */
export function rollsBackOf(job: Job, deploys: readonly Activity[]): Fact<boolean | null> {
  const system = job.rollsBack?.();
  const own = deploys.flatMap((deploy) => ofCommand(deploy) ?? []);
  const [fact] = own.filter(({ value }) => value !== true);
  const open = fact ?? (system?.value === false ? system : undefined);
  if (!open) return own[0] ?? system ?? known(null, job.header);
  if (open.value !== false) return open;
  const followers = followersOf(job);
  const back = [job, ...followers].flatMap((one) => one.activities()).find(goesBack);
  if (back) return known(true, back.at);
  const hidden = followers.find(({ elsewhere }) => elsewhere)?.elsewhere;
  return hidden ? unknown(hidden.reason, hidden.at) : open;
}

/** A step that goes back when something before it failed. */
const goesBack = ({ recognition: { kind, rollback }, onFailure, line }: Activity): boolean =>
  kind === 'rollback' && rollback !== undefined && (onFailure || (rollback.automatic && !line));

function ofCommand({ line, at }: Activity): Fact<boolean> | undefined {
  if (line?.name === 'helm' && line.words[0] === 'upgrade') return helm(line, at);
  if (line?.name === 'sam' || (line?.name === 'aws' && line.words[0] === 'cloudformation'))
    return known(!STAYS.test(line.text), at);
  return undefined;
}

function helm(line: CommandLine, at: Activity['at']): Fact<boolean> {
  if (HELM.some((flag) => line.flags.has(flag))) return known(true, at);
  if (hasOpenFlags(line)) return unknown('a variable may hold more flags of `helm upgrade`', at);
  return known(false, at);
}

/** A release and a chart are all words that there are; a variable beside them may hold flags. */
function hasOpenFlags({ words }: CommandLine): boolean {
  return words.length > 3 && words.slice(1).some((word) => /^\$|^["']?\$\{/.test(word));
}

/** Releases that Helm keeps to go back to; null for what Helm does not deploy, and where nothing is said. */
export function historyLimitOf(job: Job, deploys: readonly Activity[]): Fact<number | null> {
  for (const { line, at } of deploys) {
    if (line?.name !== 'helm' || line.words[0] !== 'upgrade') continue;
    const [text] = line.values('--history-max');
    if (text === undefined) continue;
    return /^\d{1,6}$/.test(text)
      ? known(Number(text), at)
      : unknown(`\`${text}\` is known only while the pipeline runs`, at);
  }
  return known(null, job.header);
}
