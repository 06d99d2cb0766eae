import { actionName } from '../read/library.ts';
import type { Workflow } from '../read/workflow.ts';
import { mistake, type Mistake } from './mistake.ts';

/**
 * Actions whose older versions GitHub's services refuse, with the first minor version of each major that they take; of a
 * major that is not named they take none below the least named, and all above.
 * @see https://github.blog/changelog/2024-04-16-deprecation-notice-v3-of-the-artifact-actions/
 * @see https://github.com/actions/cache/discussions/1510
 */
const TAKEN: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'actions/upload-artifact': { 4: 0 },
  'actions/download-artifact': { 4: 0 },
  'actions/cache': { 3: 4, 4: 2 },
  'actions/cache/restore': { 3: 4, 4: 2 },
  'actions/cache/save': { 3: 4, 4: 2 },
};

/** A version of the action itself; a major alone is its newest. */
const VERSION = /@v(\d{1,3})(?:\.(\d{1,3})(?:\.\d+)?)?$/;

/** Uses of actions that fail each run. */
export function turnedOffMistakes({ jobs, path }: Workflow): readonly Mistake[] {
  // Gitea and Forgejo take the old ones.
  if (/(?:^|\/)\.(?:gitea|forgejo)\//.test(path)) return [];
  return [...jobs.values()].flatMap(({ node }) =>
    node
      .get('steps')
      .items()
      .flatMap((step) => {
        const uses = step.get('uses');
        return uses.text !== undefined && isTurnedOff(uses.text)
          ? [mistake('action', `\`${uses.text}\` fails: GitHub has turned this version off`, uses.at)]
          : [];
      }),
  );
}

function isTurnedOff(uses: string): boolean {
  const key = actionName(uses).toLowerCase();
  const taken = Object.hasOwn(TAKEN, key) ? TAKEN[key] : undefined;
  const version = VERSION.exec(uses);
  if (!taken || version?.[1] === undefined) return false;
  const major = Number(version[1]);
  const minor = version[2] === undefined ? Infinity : Number(version[2]);
  const least = Math.min(...Object.keys(taken).map(Number));
  return major < least || minor < (taken[major] ?? 0);
}
