import type { WalkOptions } from '../discover/index.ts';
import type { Severity } from '../policy/index.ts';
import type { Waiver } from '../waivers/index.ts';
import type { CustomPolicies } from './policies.ts';

/** What the caller asks for; the command line and the configuration file both end here. */
export interface CheckOptions extends WalkOptions {
  /** Path of the plan, relative to the root; absent: the one that discovery finds. */
  readonly plan?: string;
  /** Folders of other plans, whose files are left out. */
  readonly otherPlans?: readonly string[];
  /** Only subjects of this environment, and those that belong to none. */
  readonly environment?: string;
  /** Paths of variable files, relative to the root, that Terraform would be called with; later ones win. */
  readonly variableFiles?: readonly string[];
  /** What the process' environment gives to Terraform's variables, by their names; absent: nothing is asked of it. */
  readonly environmentVariables?: ReadonlyMap<string, string>;
  /** Policies beside the built-in ones. */
  readonly policies?: CustomPolicies;
  /** Rule ids or `domain/*`; empty for all. */
  readonly rules: readonly string[];
  readonly skipRules: readonly string[];
  /** Rules below it are not run. */
  readonly minSeverity: Severity;
  /** Findings at or above it fail the gate. */
  readonly failOn: Severity;
  /** Files that no format understands are no reason to stop, even where there are no others. */
  readonly ignoreUnknown?: boolean;
  readonly waivers: readonly Waiver[];
  /** YYYY-MM-DD: what expiry dates and timelines are held against. */
  readonly today: string;
  /** Name that day in the report. */
  readonly asOf: boolean;
  readonly version: string;
  readonly onFile?: (done: number, total: number) => void;
}
