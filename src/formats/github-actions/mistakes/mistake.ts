import { known, type PipelineFacts } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';

/** As the facts of a pipeline have it. */
export type Mistake = PipelineFacts['mistakes'][number];

export function mistake(about: Mistake['about'], problem: string, at: Location): Mistake {
  return { about, problem: known(problem, at) };
}
