import { known, type RefusalFacts } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';

/** One reason, a sentence without its end, where it stands. */
export function refusal(why: string, at: Location): RefusalFacts {
  return { why: known(why, at) };
}

/** Neither a pod more nor one less: the update could not begin. */
export function standsStill(rolling: DataNode): readonly RefusalFacts[] {
  const down = rolling.get('maxUnavailable');
  return isZero(down) && isZero(rolling.get('maxSurge'))
    ? [refusal('its maxSurge and its maxUnavailable are both 0', down.at)]
    : [];
}

function isZero({ value, text }: DataNode): boolean {
  return value === 0 || /^0{1,9}%?$/.test(text ?? '');
}
