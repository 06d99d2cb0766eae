import type { CommandLine, Inputs, Recognition } from '../../../delivery/index.ts';
import type { Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { JobRun, Step } from '../read/run.ts';

/** Something that a job was recognized to do. */
export interface Activity {
  readonly recognition: Recognition;
  readonly run: JobRun;
  /** The step; the job when it calls a workflow outside the tree. */
  readonly node: DataNode;
  readonly step: Step | undefined;
  /** The command in its script, or the action's name. */
  readonly at: Location;
  /** The command that does it. */
  readonly line: CommandLine | undefined;
  /** The action's inputs, and which of them name what is deployed and where to. */
  readonly inputs: Inputs | undefined;
  readonly names: readonly string[];
  readonly targets: readonly string[];
  readonly blocking: Fact<boolean>;
  /** It runs when something before it failed. */
  readonly onFailure: boolean;
}

/** Everything a job does, in the order in which it happens. */
export type Recognize = (run: JobRun) => readonly Activity[];
