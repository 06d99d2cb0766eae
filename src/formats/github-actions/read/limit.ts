import { known, unknown, type Fact } from '../../../model/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import type { Scope } from './scope.ts';
import { resolve } from './values.ts';

/** The `timeout-minutes` of a job or a step; without one GitHub ends a job after 360 minutes. */
export function timeLimitOf(holder: DataNode, scope: Scope): Fact<number | null> {
  const node = holder.get('timeout-minutes');
  const text = scalarText(node);
  if (text === undefined) return known(null, holder.header);
  const values = resolve(text, scope).map(Number);
  const longest = Math.max(...values);
  if (!Number.isFinite(longest)) return unknown(`\`${text}\` is known only while the workflow runs`, node.at);
  return known(longest, node.at);
}
