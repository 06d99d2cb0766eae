import type { Fact } from '../fact.ts';
import type { RollbackMechanism } from './progressive.ts';

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
  /** From front matter, or a line or table that names it; `null` when not stated. */
  readonly owner: Fact<string | null>;
  /** The same of its last review, YYYY-MM-DD; `null` when not stated. */
  readonly reviewed: Fact<string | null>;
  /** Files that its links lead to, each once. */
  readonly leadsTo: readonly string[];
  /** How often it says what is to be seen when all is well: "is healthy", "should show", an example of output. */
  readonly expectations: number;
  /** Ways back that its commands and sentences name, each once. */
  readonly mechanisms: readonly { readonly mechanism: Fact<RollbackMechanism>; readonly command: boolean }[];
  /** Things of the files that its commands and text name. */
  readonly references: readonly DocumentReferenceFacts[];
}

export interface DocumentReferenceFacts {
  readonly type: 'file' | 'workflow' | 'target' | 'namespace' | 'workload' | 'alert' | 'dashboard';
  /** As written: `scripts/rollback.sh`, `make rollback`, `deployment/checkout`; of a dashboard its uid. */
  readonly name: Fact<string>;
  /**
   * The namespace of a workload, where the command says it; the workload that a command looks for in a namespace; what a
   * link calls a dashboard.
   */
  readonly of: string | null;
  /** Joined for namespaces, workloads, alerts and dashboards. */
  readonly found: Fact<boolean>;
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
  | 'contacts'
  | 'severity'
  | 'restore'
  | 'communication'
  | 'other';

export interface LinkFacts {
  /** As written. */
  readonly target: Fact<string>;
  /** A file (and anchor) inside the root that exists; true for links that lead outside, which are not followed. */
  readonly resolves: Fact<boolean>;
}

/** A document that the plan names, for what it names it, and what is there. */
export interface PlanDocumentFacts {
  readonly role:
    | 'procedure'
    | 'verification'
    | 'troubleshooting'
    | 'runbook'
    | 'rollback'
    | 'restore'
    | 'incident-response'
    | 'dashboard';
  readonly path: Fact<string>;
  /** Joined. */
  readonly exists: Fact<boolean>;
  /** Topics of its sections that hold more than a heading. Joined. */
  readonly topics: Fact<readonly string[]>;
  /** Numbered steps and commands in it. Joined. */
  readonly steps: Fact<number>;
  /** Components that the plan says it is about. */
  readonly components: Fact<readonly string[]>;
  /** Who keeps it, as the plan says, else as it says itself. Joined. */
  readonly owner: Fact<string | null>;
  /** When it was last reviewed, YYYY-MM-DD, as it says itself, else as the plan says. Joined. */
  readonly reviewed: Fact<string | null>;
  /** Components of the plan that its text names. Joined. */
  readonly mentions: Fact<readonly string[]>;
}

/** One part of a system, as a diagram, a model or a catalog has it. */
export interface ArchitectureComponentFacts {
  /** The file that has it. */
  readonly path: string;
  readonly name: Fact<string>;
  /** `external`: the diagram says that others run it. */
  readonly type: 'component' | 'external';
  readonly owner: Fact<string | null>;
  readonly dependsOn: readonly {
    readonly name: Fact<string>;
    /** As `planned`: the plan has this dependency, whichever way it runs. Joined. */
    readonly planned: Fact<boolean | null>;
  }[];
  /** The plan has a component of this name; null where the plan does not name the file as a diagram of it. Joined. */
  readonly planned: Fact<boolean | null>;
}
