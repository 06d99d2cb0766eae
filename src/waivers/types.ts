import type { Location } from '../source/index.ts';

/** What a waiver needs to see of a finding. */
export interface Finding {
  readonly rule: { readonly id: string };
  readonly subject: {
    readonly id: string;
    readonly name: string;
    readonly environment?: string;
    readonly location: Location;
  };
  readonly location: Location;
}

/** Who accepted which findings, why and until when, and whether that still holds. */
export interface WaiverReport {
  readonly rule: string;
  /** What it covers: a path pattern, a subject's id, or a place in a file. */
  readonly scope: string;
  readonly reason: string;
  readonly approver: string | null;
  /** YYYY-MM-DD. */
  readonly until: string | null;
  readonly state: 'active' | 'expired' | 'unused' | 'invalid';
  readonly kind: 'inline' | 'file';
  readonly location: Location;
}
