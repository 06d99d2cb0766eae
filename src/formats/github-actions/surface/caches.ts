import { scalarText } from '../../data-node.ts';
import type { Activity } from '../../../delivery/index.ts';
import { known, type PipelineSurface } from '../../../model/index.ts';
import { chainOf, isOff } from '../activities/condition.ts';
import { actionName } from '../read/library.ts';
import { outermost, stepsOf, type JobRun, type Step } from '../read/run.ts';

import table from './caches.json' with { type: 'json' };

interface Entry {
  readonly always?: boolean;
  /** The input that turns it on, with any value but an empty one and `false`. */
  readonly input?: string;
  /** It is on unless the input has this value. */
  readonly unless?: string;
  /** The major version from which on it is on without being asked for. */
  readonly since?: number;
}

const TABLE: Readonly<Record<string, Entry>> = table;
const PUBLISHING = new Set(['package', 'sign', 'deploy']);

/** Caches that a job takes up before it publishes, in a workflow that starts for releases, tags and branches of releases. */
export function trustedCachesOf(
  run: JobRun,
  activities: readonly Activity[],
): PipelineSurface['trustedCaches'] {
  if (!startsForReleases(run) || !activities.some(({ recognition }) => PUBLISHING.has(recognition.kind)))
    return [];
  return stepsOf(run).flatMap((step) => {
    const uses = step.node.get('uses');
    if (uses.text === undefined || chainOf(step).some(isOff)) return [];
    const name = actionName(uses.text);
    return takesCache(step, name, uses.text) ? [{ job: run.job.id, cache: known(name, uses.at) }] : [];
  });
}

function startsForReleases(run: JobRun): boolean {
  const { triggers } = outermost(run).job.workflow;
  const push = triggers.get('push');
  if (triggers.has('release') || push?.get('tags').exists) return true;
  const branches = push?.get('branches').oneOrMoreTexts() ?? [];
  return branches.length > 0 && branches.every((branch) => /^releases?(?:[-_/*]|$)/i.test(branch));
}

function takesCache(step: Step, name: string, uses: string): boolean {
  const key = name.toLowerCase();
  const entry = Object.hasOwn(TABLE, key) ? TABLE[key] : undefined;
  if (!entry) return false;
  if (entry.always) return true;
  const value = scalarText(step.node.get('with', entry.input ?? ''))?.trim() ?? '';
  const major = Number(/@v(\d{1,3})(?:\.|$)/.exec(uses)?.[1] ?? Infinity);
  if (entry.unless !== undefined && major >= (entry.since ?? 0)) return value !== entry.unless;
  // An image's layers come from its registry, which the workflow's own rights protect, or from the runs' cache.
  if (entry.input === 'cache-from') return /\btype=gha\b/.test(value);
  return value !== '' && value !== 'false';
}
