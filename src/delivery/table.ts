import type { RollbackMechanism, StageKind } from '../model/index.ts';
import deployActions from './tables/actions/deploy.json' with { type: 'json' };
import otherActions from './tables/actions/other.json' with { type: 'json' };
import scanActions from './tables/actions/scan.json' with { type: 'json' };
import deployCommands from './tables/commands/deploy.json' with { type: 'json' };
import otherCommands from './tables/commands/other.json' with { type: 'json' };
import rollbackCommands from './tables/commands/rollback.json' with { type: 'json' };
import scanCommands from './tables/commands/scan.json' with { type: 'json' };
import testCommands from './tables/commands/test.json' with { type: 'json' };

/**
 * What a step is for. Besides a stage's kinds: `proof` checks a signature or an attestation, `approval` waits for a person, `cluster` makes a throw-away cluster,
 * `names` writes into manifests which version a later deploy takes, `results` uploads what a scanner found, `opaque` is
 * a target of the project's own whose name says that it may do several of these, `none` is known and does nothing of
 * interest.
 */
export type Purpose = StageKind | 'proof' | 'approval' | 'cluster' | 'names' | 'results' | 'opaque' | 'none';

/** What names the thing that is deployed: an image, manifests that name images, the checked-out files, a built artifact, a release. */
export type Deployed = 'image' | 'manifests' | 'source' | 'artifact' | 'release';

interface Entry {
  readonly match: readonly string[];
  readonly kind?: Purpose;
  readonly detail?: string;
  readonly deploys?: Deployed;
  /** Waits until what it deployed is healthy. */
  readonly verifies?: boolean;
  readonly mechanism?: RollbackMechanism;
  /** The rollback happens by itself, without a failure path in the pipeline. */
  readonly automatic?: boolean;
  /** `never`: findings do not fail it; `outside`: whether they do is set on a server. Absent: they do. */
  readonly fails?: 'never' | 'outside';
}

/** How a command is recognized; flags are written `--flag` (any value) or `--flag=value`. */
export interface CommandEntry extends Entry {
  readonly kind: Purpose;
  /** Patterns that take precedence over `match`. */
  readonly except?: readonly string[];
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  /** Regular expressions over the command as a line, and over its last argument. */
  readonly text?: string;
  readonly notText?: string;
  readonly last?: string;
  /** Only with one of these do findings fail it. */
  readonly failsWith?: readonly string[];
  /** With one of these, findings do not fail it. */
  readonly soft?: readonly string[];
  readonly verifiesWith?: readonly string[];
  /** `match` is the name of a script file: `./deploy.sh`. */
  readonly script?: boolean;
  /** Means this only on another machine. */
  readonly remote?: boolean;
  /** Means this only in a failure path or in a job named a rollback. */
  readonly onFailure?: boolean;
  /** Means this only after a deploy. */
  readonly weak?: boolean;
}

/** Conditions on an action's inputs: name → regular expression over the whole value. */
export type InputConditions = Readonly<Record<string, string>>;

/** How an action is recognized: by name, with `*` for any part of it. */
export interface ActionEntry extends Entry {
  readonly when?: InputConditions;
  readonly unless?: InputConditions;
  readonly failsWhen?: InputConditions;
  readonly failsUnless?: InputConditions;
  readonly verifiesWith?: InputConditions;
  /** Input → its values → detail. */
  readonly details?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Inputs that name what is deployed, and the environment. */
  readonly names?: readonly string[];
  readonly target?: readonly string[];
  /** Inputs (`a|b`) whose text is a shell script; `remote`: run on another machine. */
  readonly script?: string;
  readonly remote?: boolean;
  /** The action runs this tool with the arguments in the input (`a|b`), or with `default`. */
  readonly tool?: string;
  readonly arguments?: string;
  readonly default?: string;
}

// JSON modules have wide inferred types; `delivery.test.ts` validates the tables against their schema.
export const commandEntries = [
  ...deployCommands,
  ...rollbackCommands,
  ...scanCommands,
  ...testCommands,
  ...otherCommands,
] as unknown as readonly CommandEntry[];

export const actionEntries = [
  ...deployActions,
  ...scanActions,
  ...otherActions,
] as unknown as readonly ActionEntry[];
