import {
  known,
  unknown,
  valueOf,
  type Fact,
  type GitopsFreezeFacts,
  type SubjectOf,
  type SyncWindowFacts,
} from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { firstRunBetween } from '../../syntax/cron/index.ts';
import { relatedTo } from '../facts.ts';
import { freezesFor } from './freezes.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** More turns than windows of each day take for a freeze of two months. */
const MOST_TURNS = 200;

/** The plan's freezes of what is synced by itself, with what the windows of its project leave open of them. */
export function relateGitopsRelease(
  release: SubjectOf<'gitops-release'>,
  plan: Plan | undefined,
): SubjectOf<'gitops-release'> {
  const production = release.facts.production.value === true;
  const freezes = freezesFor(release.environment, production, plan).map(
    ({ from, to }): GitopsFreezeFacts => ({ from, to, open: openIn(release, valueOf(from), valueOf(to)) }),
  );
  return { ...release, facts: { ...release.facts, freezes } };
}

function openIn(
  { facts: { windows } }: SubjectOf<'gitops-release'>,
  from: string | undefined,
  to: string | undefined,
): Fact<string | null> {
  const [start, end] = [Date.parse(from ?? ''), Date.parse(to ?? '') + DAY_MS];
  if (Number.isNaN(start) || Number.isNaN(end)) return known(null);
  const [first] = windows;
  const spans = windows.map(spanOf);
  if (!first || spans.includes(undefined))
    return unknown('no window of its project tells when it is synced', first?.hours.at);
  const moment = firstOpen(
    spans.filter((span) => span !== undefined),
    start,
    end,
  );
  const places = windows.flatMap(({ schedule: { at } }) => (at ? [{ location: at }] : []));
  const related = relatedTo(places, 'a window is here');
  if (moment === undefined) return unknown('its windows follow each other too often', first.schedule.at);
  return known(moment < end ? new Date(moment).toISOString().slice(0, 10) : null, first.schedule.at, related);
}

interface Span {
  readonly allows: boolean;
  readonly pattern: string;
  readonly length: number;
}

function spanOf({ allows, schedule, hours }: SyncWindowFacts): Span | undefined {
  const [pattern, length] = [valueOf(schedule), valueOf(hours)];
  if (pattern === undefined || length === undefined) return undefined;
  return { allows: valueOf(allows) === true, pattern, length: length * HOUR_MS };
}

/**
 * The first moment at which something may be synced, `end` where there is none; undefined where that takes too long to
 * tell. What is denied is denied whatever is allowed; where anything is allowed, the rest of the time is not. The days
 * of a freeze are those of the windows' time zone.
 */
function firstOpen(spans: readonly Span[], start: number, end: number): number | undefined {
  const allowing = spans.filter(({ allows }) => allows);
  const denying = spans.filter(({ allows }) => !allows);
  let moment = start;
  for (let turn = 0; turn < MOST_TURNS && moment < end; turn++) {
    const denied = Math.max(moment, ...denying.map((span) => activeUntil(span, moment)));
    if (denied > moment) {
      moment = denied;
      continue;
    }
    if (allowing.length === 0 || allowing.some((span) => activeUntil(span, moment) > moment)) return moment;
    const next = allowing.map(({ pattern }) => firstRunBetween(pattern, new Date(moment), new Date(end)));
    moment = Math.min(end, ...next.flatMap((run) => (run ? [run.getTime()] : [])));
  }
  return moment >= end ? end : undefined;
}

/** When the window ends that is open at a moment; the moment where none is. What ran a second too early is over. */
function activeUntil({ pattern, length }: Span, moment: number): number {
  const run = firstRunBetween(pattern, new Date(moment - length + 1000), new Date(moment));
  return run ? run.getTime() + length : moment;
}
