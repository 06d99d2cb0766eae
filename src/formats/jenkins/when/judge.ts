import type { Activity } from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Stage } from '../read/stage.ts';
import { all, buildsOf } from './build.ts';
import { whenOf } from './when.ts';

const JUDGED: ReadonlySet<string> = new Set(['test', 'scan', 'verify', 'approval', 'opaque']);

/** What a stage does, as the stage of a deploy sees it: what does not run when that deploys stops nothing. */
export function asSeen(activities: readonly Activity[], stage: Stage, from: Stage): readonly Activity[] {
  if (stage === from || !activities.some(({ recognition }) => JUDGED.has(recognition.kind)))
    return activities;
  const missing = missingFrom(stage, from);
  if (!missing) return activities;
  return activities.map((one) => {
    const { kind } = one.recognition;
    if (!JUDGED.has(kind) || one.blocking.value !== true) return one;
    // Where nobody is asked something else may be deployed to.
    const asks = kind === 'approval' && missing.value === false;
    const reason = 'a `when` of its stage decides whether someone is asked';
    return { ...one, blocking: asks ? unknown(reason, missing.at) : missing };
  });
}

/** Says in which of the builds that a stage runs in another one may not run; nothing when it always does. */
function missingFrom(stage: Stage, from: Stage): Fact<boolean> | undefined {
  const own = whenOf(stage).conditions;
  if (own.length === 0) return undefined;
  const theirs = whenOf(from).conditions;
  const shared = new Set(theirs.map(({ text }) => text));
  const open = own.filter(({ text }) => !shared.has(text));
  const [first] = open;
  if (!first) return undefined;
  const builds = buildsOf([...own, ...theirs].flatMap(({ branches }) => branches));
  // Who asks nothing at all may not be set up for requests.
  const looked = theirs.length === 0 ? builds.filter(({ request }) => !request) : builds;
  let undecided: Fact<boolean> | undefined;
  for (const build of looked) {
    const deploys = all(theirs.map(({ holds }) => holds(build)));
    if (deploys === false) continue;
    const failing = open.find(({ holds }) => holds(build) === false);
    const unsure = open.find(({ holds }) => holds(build) === undefined);
    if (failing && deploys === true) return never(stage, open);
    const at = (failing ?? unsure)?.at;
    if (at) undecided ??= unknown('a `when` of its stage decides whether that runs', at);
  }
  return undecided;
}

function never(stage: Stage, open: ReturnType<typeof whenOf>['conditions']): Fact<boolean> {
  const [first] = open;
  const runs = buildsOf(open.flatMap(({ branches }) => branches)).filter((build) =>
    open.every(({ holds }) => holds(build) !== false),
  );
  if (runs.length > 0 && runs.every(({ request }) => request)) {
    const reason = `\`${stage.name}\` runs for change requests only, and whether it must pass before merging is set outside the files`;
    return unknown(reason, first?.at);
  }
  return known(false, first?.at);
}
