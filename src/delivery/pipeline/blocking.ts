import { known, unknown, type Fact } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { Failure } from '../../syntax/shell/index.ts';
import type { Recognition } from '../recognition.ts';

/**
 * Does a failure here fail the job?
 * @param tolerated what the job or step says of its own failure; undefined when it says nothing
 * @param failure what its script makes of its failure; `stops` for what is no script
 */
export function blockingOf(
  recognition: Recognition,
  tolerated: Fact<boolean> | undefined,
  failure: Failure,
  at: Location,
): Fact<boolean> {
  if (recognition.failure === 'never') return known(false, at);
  if (tolerated) return tolerated;
  if (failure === 'ignored') return known(false, at);
  if (failure === 'decides') return unknown('its result only decides a condition of its script', at);
  if (recognition.failure === 'outside') {
    return unknown(`whether the findings of \`${recognition.by}\` fail the job is set outside the files`, at);
  }
  return known(true, at);
}
