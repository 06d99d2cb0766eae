import type { Fact } from '../fact.ts';

/** A document that people follow: runbook, procedure, guide. */
export interface DocumentFacts {
  readonly path: string;
  readonly title: Fact<string>;
  readonly sections: readonly SectionFacts[];
  /** All of it was read; unknown where it includes what was not. */
  readonly whole: Fact<boolean>;
  readonly links: readonly LinkFacts[];
  /** Placeholder text left in: TODO, TBD, lorem ipsum, `<fill in>`. */
  readonly placeholders: readonly { readonly text: Fact<string> }[];
  /** From front matter `owner`; `null` when not stated. */
  readonly owner: Fact<string | null>;
  /** From front matter `reviewed` or `last_reviewed`, YYYY-MM-DD; `null` when not stated. */
  readonly reviewed: Fact<string | null>;
}

export interface SectionFacts {
  readonly heading: Fact<string>;
  /** 1 to 6. */
  readonly level: number;
  /** Names that links lead to it by, in lower case. */
  readonly anchors: readonly string[];
  /** What the heading is about, by a list of synonyms; `other` when none fits. */
  readonly topic: SectionTopic;
  readonly steps: number;
  readonly commands: number;
  /** Words of prose below the heading, subsections included. */
  readonly words: number;
}

export type SectionTopic =
  | 'overview'
  | 'prerequisites'
  | 'steps'
  | 'verification'
  | 'rollback'
  | 'troubleshooting'
  | 'diagnosis'
  | 'mitigation'
  | 'escalation'
  | 'restore'
  | 'communication'
  | 'other';

export interface LinkFacts {
  /** As written. */
  readonly target: Fact<string>;
  /** A file (and anchor) inside the root that exists; true for links that lead outside, which are not followed. */
  readonly resolves: Fact<boolean>;
}
