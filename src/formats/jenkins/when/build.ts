/** A kind of build that Jenkins may start: what conditions can tell apart. */
export interface Build {
  /** `BRANCH_NAME`: of a branch, of a tag, or `PR-1`. */
  readonly name: string;
  readonly tag: boolean;
  readonly request: boolean;
}

const BRANCHES = 20;

/** A branch that no condition names. */
export const UNNAMED = 'a-branch-of-no-name';

/** Builds of a tag, of a change request, and of branches: those that conditions name, and one that none does. */
export function buildsOf(branches: Iterable<string>): readonly Build[] {
  const names = new Set(['main', 'master', ...branches]);
  const named = [...names].slice(0, BRANCHES).map((name) => ({ name, tag: false, request: false }));
  return [
    ...named,
    { name: UNNAMED, tag: false, request: false },
    { name: 'v1.2.3', tag: true, request: false },
    { name: 'PR-1', tag: false, request: true },
  ];
}

/** Yes, no, or what the files do not tell. */
export type Truth = boolean | undefined;

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

export const any = (truths: readonly Truth[]): Truth => not(all(truths.map(not)));
