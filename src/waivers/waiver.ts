import type { Location } from '../source/index.ts';

/** A statement that some findings are accepted: by whom, why and until when. */
export interface Waiver {
  readonly kind: 'inline' | 'file';
  /** Rule ids, or `domain/*`. */
  readonly rules: readonly string[];
  readonly reason: string;
  readonly approver: string | null;
  /** YYYY-MM-DD, the last day on which it holds. */
  readonly until: string | null;
  readonly location: Location;
  readonly scope: WaiverScope;
  /** Why it waives nothing; finishes "The waiver is not valid: …". */
  readonly problem?: string;
}

export interface WaiverScope {
  /** The finding or its subject's header starts on this line. */
  readonly line?: { readonly path: string; readonly line: number };
  /** Patterns as in .gitignore; empty for every path. */
  readonly paths?: readonly string[];
  /** Ids or names of subjects; empty for every subject. */
  readonly subjects?: readonly string[];
  readonly environment?: string;
}
