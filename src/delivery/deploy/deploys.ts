import { known, purposeOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { isDeployName, isRehearsal, isRollbackName, isTeardown } from '../detail.ts';
import { plainRecognition } from '../recognition.ts';
import type { Activity, Job, Naming } from '../pipeline/pipeline.ts';

/** What makes a job a deploy job: its deploying steps, or what its name and environment say. Empty when it is none. */
export function deploysOf(job: Job): readonly Activity[] {
  const activities = job.activities();
  if (!job.environment) {
    if (job.names.some(isRehearsal)) return [];
    if (activities.some(({ recognition }) => recognition.kind === 'cluster')) return [];
  }
  if (isRollbackRun(job) || job.names.some(isTeardown)) return [];
  const deploys = activities.filter(
    ({ recognition, onFailure }) => recognition.kind === 'deploy' && !onFailure,
  );
  return deploys.length > 0 ? deploys : byName(job);
}

/** Jobs and pipelines that go back to an earlier version are rollbacks, though they use the same commands. */
export function isRollbackRun({ names, pipeline }: Job): boolean {
  return names.some(isRollbackName) || (isRollbackName(pipeline.name) && !pipeline.forPushes);
}

/** A deploy that the files do not show: a pipeline elsewhere, an action nobody knows, a job with an environment and a name. */
function byName(job: Job): readonly Activity[] {
  const { elsewhere, environment } = job;
  if (elsewhere) {
    const named = [elsewhere.file, job.id, ...(environment ? job.names : [])].some(isDeployName);
    if (!named) return [];
    return [hidden(job, elsewhere.by, elsewhere.at, elsewhere.targets)];
  }
  if (!environment?.text) return [];
  const used = job.uses.find(({ by }) => isDeployName(by));
  if (used) return [hidden(job, used.by, used.at, [])];
  const recorded = !job.names.some(isRehearsal) && !isOther(job) && job.recordsDeployment?.() === true;
  // Where the system records deployments, a stage of that name holds what prepares them, too.
  const names = job.recordsDeployment ? [job.id] : job.names;
  const named = recorded || (names.some(isDeployName) && purposeOf(environment.text));
  return named ? [hidden(job, `environment: ${environment.text}`, environment.at, [])] : [];
}

/** Is it seen to do something else than to deploy? */
function isOther(job: Job): boolean {
  return job.activities().some(({ recognition: { kind } }) => OTHER.has(kind));
}

const OTHER: ReadonlySet<string> = new Set([
  'test',
  'scan',
  'verify',
  'rollback',
  'approval',
  'cluster',
  'none',
]);

function hidden(job: Job, by: string, at: Location, targets: readonly Naming[]): Activity {
  return {
    recognition: plainRecognition('deploy', by),
    at,
    line: undefined,
    names: () => [],
    targets: () => targets,
    resolve: (text) => [text],
    blocking: job.tolerated ?? known(true, at),
    onFailure: false,
    inAnyCase: undefined,
  };
}
