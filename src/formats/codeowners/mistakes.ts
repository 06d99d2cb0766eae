import { known, type CodeOwnersFacts } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { CodeOwnersEntry, CodeOwnersFile } from '../../syntax/codeowners/index.ts';

export interface About {
  readonly root: string;
  readonly system: unknown;
  readonly exists: (path: string) => boolean;
}

/** `@user`, `@org/team`, an address; GitLab has roles (`@@maintainer`) and nested groups, too. */
const GITHUB_OWNER = /^@[a-z\d][\w-]{0,99}(?:\/[\w.-]{1,100})?$/i;
const GITLAB_OWNER = /^@@?[\w.-]{1,255}(?:\/[\w.-]{1,255}){0,20}$/;
const ADDRESS = /^[^@\s]{1,64}@[^@\s]{1,255}$/;

/** Patterns for all files. */
const ALL: ReadonlySet<string> = new Set(['*', '**', '/**', '**/*', '/**/*']);

/** Lines that are skipped in silence, and lines that others after them undo. */
export function mistakesIn(document: CodeOwnersFile, about: About): CodeOwnersFacts['mistakes'] {
  const { entries } = document;
  return entries
    .flatMap((entry) => [...skipped(entry, about), ...unmatched(entry, about)])
    .concat(undone(entries))
    .map(({ problem, location }) => ({ problem: known(problem, location) }));
}

interface Mistake {
  readonly problem: string;
  readonly location: Location;
}

function skipped(
  { pattern, excludes, owners, stated, location }: CodeOwnersEntry,
  { system }: About,
): Mistake[] {
  const problems: string[] = [];
  if (system === 'github') {
    if (excludes) problems.push(`\`!${short(pattern)}\` is skipped, since GitHub knows no exclusions`);
    else if (/[[\]]/.test(pattern))
      problems.push(`\`${short(pattern)}\` is skipped, since GitHub knows no ranges`);
  }
  if (system === 'gitlab' && !excludes && owners.length === 0)
    problems.push(`\`${short(pattern)}\` names nobody, and so does its section`);
  const form = system === 'github' ? GITHUB_OWNER : GITLAB_OWNER;
  const wrong = stated ? owners.find((owner) => !form.test(owner) && !ADDRESS.test(owner)) : undefined;
  if (wrong !== undefined) {
    const skips = system === 'gitlab' ? 'is left out' : 'makes the line be skipped';
    problems.push(
      `\`${short(wrong)}\` of \`${short(pattern)}\` ${skips}: it is no @user, no @group and no address`,
    );
  }
  return problems.map((problem) => ({ problem, location }));
}

/** A path without wildcards, from the root on, that nothing has. */
function unmatched({ pattern, location }: CodeOwnersEntry, { root, exists }: About): Mistake[] {
  if (!pattern.startsWith('/') || /[*?[\]\\]/.test(pattern)) return [];
  const inside = pattern.replaceAll(/^\/+|\/+$/g, '');
  if (inside === '' || inside.split('/').some((part) => part === '..' || part === '.')) return [];
  return exists(root === '' ? inside : `${root}/${inside}`)
    ? []
    : [{ problem: `\`${short(pattern)}\` is not there`, location }];
}

/** The last line that matches counts: one for everything undoes all before it. */
function undone(entries: readonly CodeOwnersEntry[]): Mistake[] {
  const before = new Map<number, number>();
  return entries.flatMap(({ pattern, excludes, section, location }) => {
    const lines = before.get(section) ?? 0;
    before.set(section, lines + 1);
    if (excludes || lines === 0 || !ALL.has(pattern)) return [];
    const which = lines === 1 ? 'the line' : `the ${lines} lines`;
    return [{ problem: `\`${pattern}\` undoes ${which} before it, since the last match counts`, location }];
  });
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
