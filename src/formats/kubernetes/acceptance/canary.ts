import type { RefusalFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { refusal } from './refusal.ts';

/** The three ways in which Flagger goes on, of which an analysis has one (`oneOf` in its definition of a Canary). */
const WAYS = ['iterations', 'stepWeight', 'stepWeights'];

/**
 * What the API server refuses of a Canary by Flagger's definition of it. The older `canaryAnalysis` is read by versions
 * of Flagger that asked for less.
 */
export function canaryRefusals(spec: DataNode): readonly RefusalFacts[] {
  const analysis = spec.get('analysis');
  if (spec.get('canaryAnalysis').exists) return [];
  if (!analysis.exists) return [refusal('it has no analysis', spec.header)];
  if (!analysis.isMap) return [];
  const missing = ['interval', 'threshold'].filter((key) => !analysis.has(key));
  const ways = WAYS.filter((key) => analysis.has(key));
  return [
    ...missing.map((key) => refusal(`its analysis has no ${key}`, analysis.header)),
    ...(ways.length === 0
      ? [refusal('its analysis has neither iterations nor a stepWeight', analysis.header)]
      : []),
    ...(ways.length > 1
      ? [refusal(`its analysis has both ${ways.join(' and ')}`, analysis.get(ways[1] ?? '').header)]
      : []),
  ];
}
