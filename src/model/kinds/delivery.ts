import type { Fact } from '../fact.ts';
import type { DeployWindowsFacts, FreezeFacts } from './planned/release-times.ts';

export type PipelineSystem =
  | 'circleci'
  | 'github-actions'
  | 'gitlab-ci'
  | 'azure-pipelines'
  | 'jenkins'
  | 'bitbucket-pipelines'
  | 'argo-workflows'
  | 'tekton'
  | 'codepipeline'
  | 'codebuild'
  | 'cloud-deploy'
  | 'spinnaker';

/** A workflow or pipeline file as a whole. */
export interface PipelineFacts {
  readonly system: PipelineSystem;
  /** Events that start it: `push`, `pull_request`, `schedule`, … */
  readonly triggers: readonly string[];
  /**
   * `default` when neither the workflow nor all of its jobs state permissions; null where the system's files do not
   * say what a token may do.
   */
  readonly tokenPermissions: Fact<'none' | 'read' | 'scoped' | 'write-all' | 'default' | null>;
  /** What a token may write in several jobs, by one statement for all of them. */
  readonly sharedPermissions: readonly { readonly permission: Fact<string> }[];
  /** Expressions an outsider controls that are pasted into a shell or script. */
  readonly injections: readonly { readonly expression: Fact<string> }[];
  /** The run's own token where a command sends it to a host that is not the system's. */
  readonly sentTokens: readonly { readonly token: Fact<string>; readonly host: string }[];
  /** Switches that have the system log every command and variable, secrets among them. */
  readonly traces: readonly { readonly variable: Fact<string> }[];
  /** Secrets that steps take out of the system's care; none for a system whose files are not read for this. */
  readonly bareSecrets: readonly {
    /**
     * `pasted`: put into the text of a script before a shell reads it; `variable`: kept in a variable that the system
     * does not take for a secret.
     */
    readonly how: 'pasted' | 'variable';
    /** What is pasted, as written, or the name of the variable. */
    readonly secret: Fact<string>;
  }[];
  /** Null for a system whose files are not read for this. */
  readonly surface: PipelineSurface | null;
  /**
   * What the system refuses, or takes otherwise than it looks, such as an `approval` that stops nothing; what it runs
   * that is `archived`; a `machine` that it keeps while nothing runs there. None for a system whose files are not read
   * for this.
   */
  readonly mistakes: readonly {
    readonly about:
      | 'permission'
      | 'matrix'
      | 'runner'
      | 'call'
      | 'expression'
      | 'action'
      | 'archived'
      | 'approval'
      | 'machine';
    /** A sentence without its end: "there is no permission `check`". */
    readonly problem: Fact<string>;
  }[];
  /** What its steps do, over all jobs. */
  readonly stages: readonly StageFacts[];
  /** Its tests and scans, each tool once for each limit. */
  readonly checks: readonly CheckFacts[];
}

/** What those who may not change a repository, or other runs, can reach through a pipeline. */
export interface PipelineSurface {
  /** Code of outsiders that runs with the rights of the repository itself. */
  readonly foreignCode: readonly {
    /** What is fetched, as written; the place where its code runs is related. */
    readonly checkout: Fact<string>;
    /** What runs it: `npm ci`, `./scripts/check.sh`, a local action. */
    readonly runs: Fact<string>;
    /** Nobody of the repository has looked at the code before. */
    readonly unguarded: Fact<boolean>;
  }[];
  /** Secrets that go to more than what needs them. */
  readonly sharedSecrets: readonly {
    /**
     * `all`: every secret as one text; `chosen`: by a name that is known only while it runs, so that all are sent;
     * `called`: all to a pipeline that is called; `every-job`: to every job and step.
     */
    readonly how: 'all' | 'chosen' | 'called' | 'every-job';
    /** What is written, or what is called. */
    readonly given: Fact<string>;
    /** What is called stands in the same repository. */
    readonly inside: boolean;
  }[];
  /** Checkouts that leave the repository's token in files which a later step publishes. */
  readonly publishedTokens: readonly { readonly upload: Fact<string>; readonly leaks: Fact<boolean> }[];
  /** Jobs that run what requests bring on machines of one's own. */
  readonly ownMachines: readonly { readonly job: string; readonly machine: Fact<string> }[];
  /** Caches that other runs may have written, in jobs that publish. */
  readonly trustedCaches: readonly { readonly job: string; readonly cache: Fact<string> }[];
  /** Conditions that do not decide what they seem to. */
  readonly looseConditions: readonly {
    /**
     * `always`: true whatever is asked; `part`: met by a part of a name too; `actor`: met by a request of anyone whose
     * run a bot started, while it should be a request of that bot.
     */
    readonly how: 'always' | 'part' | 'actor';
    readonly condition: Fact<string>;
  }[];
  /** Switches that let what a step prints give commands to the runner. */
  readonly printedCommands: readonly { readonly variable: Fact<string> }[];
  /** Expressions that paste into a script what those write who may start the pipeline. */
  readonly pastedInputs: readonly { readonly expression: Fact<string> }[];
  /** Texts of several lines that an outsider writes, where they become variables of all later steps. */
  readonly foreignVariables: readonly { readonly written: Fact<string> }[];
  /** Parts of secrets, which the system's logs do not hide as they hide the whole. */
  readonly unmaskedSecrets: readonly { readonly expression: Fact<string> }[];
}

export type StageKind =
  'build' | 'test' | 'scan' | 'sign' | 'package' | 'migrate' | 'deploy' | 'verify' | 'notify' | 'rollback';

/** One recognized purpose of a job: a job that builds and tests gives two. */
export interface StageFacts {
  readonly job: string;
  readonly kind: Fact<StageKind>;
  /**
   * Which kind of test, scan or signature it is, in the plan's words; empty for the other kinds. Of a test `unit`,
   * `integration`, `e2e`, `smoke`, `performance`; of a scan `sast`, `dast`, `dependencies`, `secrets`, `container`,
   * `infrastructure`, `licenses`; of what is signed or attested `signature`, `provenance`, `sbom`.
   */
  readonly detail: string;
  /** Fails the job when it fails; false for `continue-on-error`, `|| true`, soft-fail flags. */
  readonly blocking: Fact<boolean>;
  /** What it finds goes where the system shows it, and may stop a merge there by settings outside the files. */
  readonly reported: boolean;
}

/** A test or a scan, with what runs it and what it lets pass. */
export interface CheckFacts {
  readonly job: string;
  readonly kind: 'test' | 'scan';
  /** As that of its stage. */
  readonly detail: string;
  /** What was recognized: `trivy image`, `gitleaks/gitleaks-action`. */
  readonly by: Fact<string>;
  /** The lowest severity that fails it, of a scan; `null` where its command names none, so that any does. */
  readonly failsFrom: Fact<'low' | 'medium' | 'high' | 'critical' | null>;
  /** Percent of the code that tests must cover; `null` where its command does not say. */
  readonly coverage: Fact<number | null>;
}

/** A job that changes a running environment. */
export interface DeployJobFacts {
  readonly system: PipelineSystem;
  /** Subject id of its pipeline. */
  readonly pipeline: string;
  readonly job: string;
  /** What was recognized: `kubectl apply`, `aws-actions/amazon-ecs-deploy-task-definition`. */
  readonly recognizedBy: Fact<string>;
  /** Name of the environment it deploys to. */
  readonly target: Fact<string>;
  readonly production: Fact<boolean>;
  /** A blocking test stage in an earlier step, a needed job, or the workflow it follows. */
  readonly testedBefore: Fact<boolean>;
  readonly scannedBefore: Fact<boolean>;
  /**
   * Something before it signs or attests what it builds, or holds a signature or an attestation against what it deploys;
   * null where nothing before it hands out what it built, so that what is deployed was made elsewhere.
   */
  readonly attested: Fact<boolean | null>;
  /** Someone must approve: in the files, or by a gate of the environment found elsewhere in the files. */
  readonly approval: Fact<'required' | 'none'>;
  /** How many times the pipeline itself waits for one person on the way. */
  readonly asked: Fact<number>;
  /**
   * The steps that wait for a person say who may answer, in the files; null where nothing there asks, or the system has
   * that elsewhere.
   */
  readonly approversNamed: Fact<boolean | null>;
  /** A health check, smoke test or rollout status after the deploy. */
  readonly verifiedAfter: Fact<boolean>;
  /** Two runs cannot deploy at the same time, and a running one is not canceled. */
  readonly serialized: Fact<boolean>;
  /**
   * Minutes after which it is ended, by its job or by the step that deploys. Null where its files say none, so that
   * only the system's own limit holds: six hours (GitHub), what the plan allows (CircleCI), never (Jenkins). Where that
   * is an hour or less it counts as said, as Azure's; where settings outside the files decide it is unknown, as GitLab's.
   */
  readonly timeLimit: Fact<number | null>;
  readonly starts: readonly StartFacts[];
  /** It runs for some branches or tags only, as far as nobody starts it by hand for another. */
  readonly branchesLimited: Fact<boolean>;
  /** Something before it asks whether there is a freeze. */
  readonly asksForFreeze: Fact<boolean>;
  /** The plan's freezes for its environment. Joined. */
  readonly freezes: readonly FreezeFacts[];
  /** The plan's windows for its environment; null where it states none. Joined. */
  readonly windows: DeployWindowsFacts | null;
  /** Long-lived cloud keys instead of a federated identity; `none` when no cloud credential is visible. */
  readonly credentials: Fact<'federated' | 'static' | 'none'>;
  /**
   * It says in the system's own words which environment it deploys to, so that the system keeps a record and can guard
   * it; null for systems that have no such words.
   */
  readonly environmentNamed: Fact<boolean | null>;
  /**
   * What another environment had before is built again for this one; null where the same is deployed to no other
   * environment before.
   */
  readonly rebuilt: Fact<boolean | null>;
  /** Someone is told when it fails, by a step of the pipeline. */
  readonly failureNotified: Fact<boolean>;
  /** What is deployed is named by digest, commit or release, not by a moving tag. */
  readonly immutableArtifact: Fact<boolean>;
  /** What fails to be deployed goes back by itself; null where neither the job nor what it runs has a say in that. */
  readonly rollsBack: Fact<boolean | null>;
  /** Releases that it has kept to go back to, 0 for all; null where it does not say. */
  readonly historyLimit: Fact<number | null>;
}

/** One of the things that start a deploy job. */
export interface StartFacts {
  /**
   * `change` of a branch or a request; `person`, who starts it by hand, tags or releases. Unknown where another pipeline
   * or system starts it, and for systems whose files are not read for this.
   */
  readonly by: Fact<'schedule' | 'change' | 'person'>;
  /** The cron pattern of a schedule, whose times are UTC's; null of other starts. */
  readonly cron: Fact<string | null>;
}

/** A protection that the pipeline system applies to an environment, as code: reviewers, limits of branches, locks. */
export interface GateFacts {
  readonly system: PipelineSystem;
  /** The repository (GitHub) or project (GitLab, Azure DevOps) whose pipelines it guards, as far as it is told. */
  readonly repository: Fact<string>;
  /** The environment's name. */
  readonly target: Fact<string>;
  readonly production: Fact<boolean>;
  /** Approvals, or those who may give one; null where this part of the protection asks nobody. */
  readonly reviewers: Fact<number | null>;
  /** Who started a deployment may not approve it; null where this part of the protection asks nobody. */
  readonly preventSelfReview: Fact<boolean | null>;
  /** Only some branches or tags may be deployed to it; null where the system has that elsewhere. */
  readonly branchesLimited: Fact<boolean | null>;
  /** One run at a time may deploy to it; null where this part of the protection has no say in that. */
  readonly serialized: Fact<boolean | null>;
}

/** What must be true before a change comes into a branch: reviews, checks, signatures. */
export interface BranchProtectionFacts {
  readonly system: PipelineSystem;
  /** The repository, as far as it is told: two of them have branches of the same name. */
  readonly repository: Fact<string>;
  /** The branches, as the system writes it: `main`, `release/*`, `~DEFAULT_BRANCH`. */
  readonly pattern: Fact<string>;
  /** Approvals that a change needs; null where this part of the protection has no say in that. */
  readonly reviews: Fact<number | null>;
  /** Names of the checks that must pass, `*` for whatever runs; null where this part has no say in that. */
  readonly checks: Fact<readonly string[] | null>;
  /** What is there can be overwritten; null where this part has no say in that. */
  readonly forcePush: Fact<boolean | null>;
  /** Commits must be signed; null where this part has no say in that. */
  readonly signed: Fact<boolean | null>;
}

/** The newest change of a database's schema among those of one folder; the others have been made before. */
export interface MigrationFacts {
  /** What makes them, by how the files are named and written; `sql` for none that is known. */
  readonly tool: Fact<'flyway' | 'golang-migrate' | 'diesel' | 'goose' | 'dbmate' | 'prisma' | 'sql'>;
  /** Statements that take it back are written; null where the tool has no place for them. */
  readonly undo: Fact<boolean | null>;
  /** Statements after which the version before does not run: what it reads is gone, or what it writes is refused. */
  readonly breaking: readonly { readonly statement: Fact<string> }[];
  /** A comment says that nothing uses that any more. */
  readonly unused: Fact<boolean>;
}
