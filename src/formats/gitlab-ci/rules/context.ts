/** A kind of pipeline that GitLab may start: what a job's conditions can tell apart. */
export interface Context {
  readonly source: string;
  /** The branch it runs for; neither tags nor merge requests have one. */
  readonly branch: 'default' | 'other' | undefined;
  readonly tag: boolean;
  readonly request: boolean;
}

const onBranch = (source: string, branch: 'default' | 'other'): Context => ({
  source,
  branch,
  tag: false,
  request: false,
});

/** Every kind; a set of them is a number with one bit for each. */
export const CONTEXTS: readonly Context[] = [
  onBranch('push', 'default'),
  onBranch('push', 'other'),
  { source: 'push', branch: undefined, tag: true, request: false },
  { source: 'merge_request_event', branch: undefined, tag: false, request: true },
  onBranch('schedule', 'default'),
  onBranch('web', 'default'),
  onBranch('api', 'default'),
  onBranch('trigger', 'default'),
  onBranch('pipeline', 'default'),
];

export const ALL: number = (1 << CONTEXTS.length) - 1;

/** The set of the kinds for which something holds. */
export function setOf(holds: (context: Context) => boolean): number {
  return CONTEXTS.reduce((set, context, index) => (holds(context) ? set | (1 << index) : set), 0);
}

export const REQUESTS: number = setOf(({ request }) => request);
export const TAGS: number = setOf(({ tag }) => tag);
export const PUSHES: number = setOf(({ source, tag }) => source === 'push' && !tag);

/** The kinds in a set. */
export const contextsIn = (set: number): readonly Context[] =>
  CONTEXTS.filter((_, index) => (set & (1 << index)) !== 0);
