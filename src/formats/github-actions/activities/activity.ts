import type { Activity } from '../../../delivery/index.ts';
import type { JobRun } from '../read/run.ts';

/** Everything a job does, in the order in which it happens. */
export type Recognize = (run: JobRun) => readonly Activity[];
