import type { Fact } from '../fact.ts';

/** A CODEOWNERS file: who owns which paths of a repository. */
export interface CodeOwnersFacts {
  readonly path: string;
  /** The folder that its patterns are about, relative to the scan's root; empty for the root itself. */
  readonly root: string;
  readonly system: Fact<'github' | 'gitlab'>;
  /** In the order of the file; none where another file of the repository goes before it. */
  readonly entries: readonly CodeOwnersEntryFacts[];
  /** What is skipped in silence, or never counts. A sentence without its end: "`/docs` names nobody". */
  readonly mistakes: readonly { readonly problem: Fact<string> }[];
  /** Files through which one changes what is delivered, and how. Joined. */
  readonly guarded: readonly GuardedFacts[];
}

export interface CodeOwnersEntryFacts {
  readonly pattern: Fact<string>;
  /** What it matches has no owner by its section. */
  readonly excludes: boolean;
  /** As they are called there: `@shop/platform`. */
  readonly owners: Fact<readonly string[]>;
  /** Sections are lists of their own; -1 is the list above the first. */
  readonly section: number;
}

export interface GuardedFacts {
  readonly type: 'pipeline' | 'infrastructure' | 'plan' | 'procedure';
  readonly path: Fact<string>;
  /** Whoever may approve a change of it; none where no line says so. */
  readonly owners: Fact<readonly string[]>;
}
