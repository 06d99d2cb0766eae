import type { PartReport, Report, StatementOutcome } from '../../assess/index.ts';
import type { Diagram } from '../../diagrams/index.ts';
import type { Location } from '../../source/index.ts';

/** A part of the plan document; the first six are what the task asks for as its output. */
export type PartId =
  'architecture' | 'pipeline' | 'security' | 'monitoring' | 'procedures' | 'recovery' | 'planning';

/** The plan document before anybody has decided how it looks. */
export interface PlanDocument {
  readonly report: Report;
  readonly title: string;
  /** `Version 3, owned by platform, held against 2026-11-24`. */
  readonly byline: string;
  readonly counts: StatementCounts;
  /** What the plan says of itself. */
  readonly about: readonly Row[];
  readonly parts: readonly Part[];
}

/** Statements by what was found of them. */
export type StatementCounts = Readonly<Record<StatementOutcome | 'none', number>>;

export interface Part {
  readonly id: PartId;
  readonly title: string;
  readonly diagrams: readonly Diagram[];
  /** The matrix of what is monitored belongs here. */
  readonly hasCoverage: boolean;
  readonly missing: readonly MissingBullet[];
  readonly sections: readonly Section[];
  readonly tables: readonly FoundTable[];
}

/** A bullet of the task of which the plan lacks something. */
export interface MissingBullet {
  readonly title: string;
  readonly parts: readonly PartReport[];
}

export interface Section {
  readonly title: string;
  readonly groups: readonly Group[];
}

/** Statements of one thing: an environment, a component, an alert; without a name those of the section itself. */
export interface Group {
  readonly name: string | undefined;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly location: Location;
  /** Empty: nothing in the files shows it. */
  readonly evidence: readonly EvidenceLine[];
  /** Nothing in files could. */
  readonly isProse: boolean;
}

export interface EvidenceLine {
  readonly outcome: StatementOutcome;
  readonly text: string;
  readonly rules: readonly string[];
  readonly places: readonly Location[];
}

/** What the files have, as a table. */
export interface FoundTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that were left out. */
  readonly more: number;
}

export type Cell = string | Location;
