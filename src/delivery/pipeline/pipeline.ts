import type { Fact, PipelineFacts, PipelineSurface, PipelineSystem, StartFacts } from '../../model/index.ts';
import type { Location, RelatedLocation } from '../../source/index.ts';
import type { CommandLine } from '../arguments.ts';
import type { Recognition } from '../recognition.ts';

/**
 * A pipeline as its system would run it, whatever system that is. Formats make these from their files; what is
 * delivered, what stands before it, and how it is undone is told from them in one way for all systems.
 */
export interface Pipeline {
  /** The format's id, which is the system's name. */
  readonly system: PipelineSystem;
  /** Subject id: `.gitlab-ci.yml:pipeline`. */
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** The place that stands for the pipeline as a whole. */
  readonly at: Location;
  /** Folder of the repository it belongs to, with a slash at its end; empty for the root. */
  readonly root: string;
  /** Events that start it, in the system's words. */
  readonly triggers: readonly string[];
  /** Runs for merge or pull requests, so that what fails in it may stop them. */
  readonly forRequests: boolean;
  /** Runs when a branch changes, so that what a request's pipeline checked came before. */
  readonly forPushes: boolean;
  readonly tokenPermissions: PipelineFacts['tokenPermissions'];
  readonly injections: PipelineFacts['injections'];
  /** As `PipelineFacts.sentTokens` and `traces`. */
  readonly sentTokens?: PipelineFacts['sentTokens'];
  readonly traces?: PipelineFacts['traces'];
  /** As `PipelineFacts.bareSecrets`. */
  readonly bareSecrets?: PipelineFacts['bareSecrets'];
  /** What outsiders and other runs can reach; a format that does not read that leaves it out. */
  readonly surface?: PipelineSurface;
  /** As `PipelineFacts.sharedPermissions`. */
  readonly sharedPermissions?: PipelineFacts['sharedPermissions'];
  /** As `PipelineFacts.mistakes`. */
  readonly mistakes?: PipelineFacts['mistakes'];
  /** An input by which someone who starts it says which version to deploy. */
  readonly versionInput: Location | undefined;
  /** What it runs when it starts by itself; jobs that consist of others hold those in `inner`. */
  readonly jobs: readonly Job[];
  /**
   * Every job as often as it runs differently: with those inside others, and once for each pipeline that calls this
   * one. Deploy jobs and rollbacks are told from these.
   */
  readonly runs: readonly Job[];
}

/** One run of a job, or of what holds jobs: a stage, a call of another pipeline. */
export interface Job {
  /** Its name in the files; unique among what its parent holds. */
  readonly id: string;
  /** Every name that says what it is for: id, title, stage. */
  readonly names: readonly string[];
  /** The place of its name. */
  readonly header: Location;
  /** The pipeline that it stands in. */
  readonly pipeline: PipelineOf;
  /** The job that it is a part of: a stage, the call of the pipeline it stands in. */
  readonly parent: Job | undefined;
  /** Where the parent says that this runs, when that is in another file. */
  readonly calledAt: Location | undefined;
  /** What it consists of. */
  readonly inner: () => readonly Job[];
  /** Says that nothing waits for what it consists of: a pipeline that it only starts. */
  readonly detached?: RelatedLocation;
  /** Jobs beside it that end before it starts. */
  readonly needs: () => readonly Job[];
  /** Jobs beside it that start after it ended. */
  readonly usedBy: () => readonly Job[];
  /** Pipelines that its own starts after, if there are such, and the jobs of those that start after its own. */
  readonly follows: () => Followed | undefined;
  readonly followers: () => readonly Job[];
  /** Says that it runs although something that it needs failed. */
  readonly inAnyCase: RelatedLocation | undefined;
  /** Says that its failure does not count (false), or that what the reason names decides that. */
  readonly tolerated: Fact<boolean> | undefined;
  /** A condition asks that what its pipeline follows succeeded. */
  readonly asksForSuccess: boolean;
  /** All that it does, in the order in which it happens; empty for what never runs. */
  readonly activities: () => readonly Activity[];
  /** What it runs is not among the files: a call of a pipeline elsewhere. */
  readonly elsewhere: Elsewhere | undefined;
  /** What it uses of others, by name without a version: one that is named a deploy is one where nothing else tells. */
  readonly uses: readonly { readonly by: string; readonly at: Location }[];
  /** Where it says it deploys to; empty when it does not say. */
  readonly environments: () => readonly Target[];
  /** The environment as it is written, when it has one; without a text where only that it has one is known. */
  readonly environment: Naming | undefined;
  /** The system takes every job with an environment for a deployment to it, whatever the job is named. */
  readonly recordsDeployment?: () => boolean;
  /** Names that may speak of an environment, where neither the job nor its commands do; the surest first. */
  readonly telling: readonly (readonly [text: string | undefined, at: Location])[];
  /** Must someone approve, by the job's own words? Of the environment it deploys to, by name. */
  readonly approval: (environment: string | undefined) => Fact<'required' | 'none'>;
  readonly serialized: () => Fact<boolean>;
  /** As `DeployJobFacts.timeLimit`, of the job as a whole; a format that does not read it leaves it out. */
  readonly timeLimit?: () => Fact<number | null>;
  /** What starts it, and whether something asks for freezes before; a format that does not read that leaves it out. */
  readonly starts?: () => readonly StartFacts[];
  readonly asksForFreeze?: () => Fact<boolean>;
  /** As `DeployJobFacts.branchesLimited`; a format that does not read it leaves it out. */
  readonly branchesLimited?: () => Fact<boolean>;
  /** As `DeployJobFacts.rollsBack`, where the system goes back by its own settings; else left out. */
  readonly rollsBack?: () => Fact<boolean | null>;
  /** Whether someone is told when it fails, where the system tells that beside what jobs do; else left out. */
  readonly failureNotified?: () => Fact<boolean>;
  readonly credentials: () => Fact<'federated' | 'static' | 'none'>;
  /** Does its workspace hold one fixed version of the sources or of what was built? Undefined when it holds neither. */
  readonly workspace: () => Fact<boolean> | undefined;
  readonly variables: Variables;
}

/** What a job needs to know of the pipeline that runs it. */
export type PipelineOf = Pick<
  Pipeline,
  'system' | 'id' | 'path' | 'name' | 'root' | 'forPushes' | 'versionInput'
>;

/** What a pipeline starts after. */
export interface Followed {
  readonly jobs: readonly Job[];
  readonly unseen: readonly Unseen[];
  /** Says that it starts also when those failed. */
  readonly ignoring: RelatedLocation;
}

/** Something that runs but is not among the files; the reason finishes "unknown because …". */
export interface Unseen {
  readonly reason: string;
  readonly at: Location;
}

/** A call of a pipeline that is not among the files. */
export interface Elsewhere extends Unseen {
  /** As written. */
  readonly by: string;
  /** It stands in the files, but what it does is not read. */
  readonly unread?: boolean;
  /** The name of its file, without a version. */
  readonly file: string;
  /** What it is told of where to deploy. */
  readonly targets: readonly Naming[];
}

/** Something that a job was recognized to do. */
export interface Activity {
  readonly recognition: Recognition;
  /** The command in its script, or the name of the action, task or template. */
  readonly at: Location;
  /** The command that does it. */
  readonly line: CommandLine | undefined;
  /** Texts, with their variables resolved as far as that goes, that name what is deployed and where to. */
  readonly names: () => readonly Naming[];
  readonly targets: () => readonly Naming[];
  /** The texts that a word of its script may become; what is not known stays as the system writes it. */
  readonly resolve: (text: string) => readonly string[];
  readonly blocking: Fact<boolean>;
  /** Does its failure fail its job, where that job's own failure may not count? As `blocking` when left out. */
  readonly failsJob?: Fact<boolean>;
  /** Does it say who may answer, of what waits for a person? As `DeployJobFacts.approversNamed`. */
  readonly approversNamed?: Fact<boolean>;
  /** As `StageFacts.reported`. */
  readonly reported?: boolean;
  /** It runs when something before it failed. */
  readonly onFailure: boolean;
  /** Says that its step runs although something before it in its job failed. */
  readonly inAnyCase: RelatedLocation | undefined;
  /** As `DeployJobFacts.timeLimit`, of its step, where steps have their own. */
  readonly timeLimit?: Fact<number | null> | undefined;
  /** What starts its step, where that is less than what starts its job. */
  readonly starts?: (() => readonly StartFacts[]) | undefined;
  /** As `DeployJobFacts.branchesLimited`, of its step, where that has a condition of its own. */
  readonly branchesLimited?: (() => Fact<boolean>) | undefined;
}

/** Where a job deploys to, and whether that is production. */
export interface Target {
  readonly target: Fact<string>;
  readonly production: Fact<boolean>;
}

/** A text that names something, and where it stands. */
export interface Naming {
  readonly text: string;
  readonly at: Location;
}

/** How a system writes what is known only while a pipeline runs. */
export interface Variables {
  /** Matches one variable or expression of the system in a text; must be global. */
  readonly pattern: RegExp;
  /** Variables that name one version for ever: the commit, the run, a release. */
  readonly fixed: RegExp;
  /** Variables that name a branch; what only tags start has no branch. */
  readonly branch: RegExp;
  /** Only tags or releases start the pipeline. */
  readonly startsFromTags: boolean;
  /** Why the files do not tell what a text is; finishes "unknown because …". */
  readonly whyOpen: (text: string) => string;
}
