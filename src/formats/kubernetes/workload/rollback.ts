import { isUnknown, known, unknown, valueOf, type Fact, type SubjectOf } from '../../../model/index.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { defaultRevisions } from './kinds.ts';
import type { Delivery } from './strategy.ts';

/**
 * The way back that a workload has by itself. A canary or blue/green can be aborted while the old version
 * still runs; the others can be undone, by hand, as long as old versions are kept.
 */
export function rollbackSubject(
  workload: SubjectOf<'workload'>,
  object: KubernetesObject,
  delivery: Delivery,
): SubjectOf<'rollback'> | undefined {
  const way = wayBack(workload, object, delivery);
  if (!way) return undefined;
  return subjectFrom(object, 'rollback', {
    ...way,
    target:
      object.environment === undefined
        ? unknown('neither the path nor the namespace tells the environment', object.location)
        : known(object.environment, object.location),
    provider: `${object.kind} ${object.name}`,
  });
}

function wayBack(
  workload: SubjectOf<'workload'>,
  object: KubernetesObject,
  delivery: Delivery,
): Pick<SubjectOf<'rollback'>['facts'], 'mechanism' | 'automatic'> | undefined {
  if (delivery.abortsAutomatically)
    return {
      mechanism: known('rollout-abort', delivery.strategy.at),
      automatic: delivery.abortsAutomatically,
    };
  if (defaultRevisions(object.kind) === undefined) return undefined;
  const limit: Fact<number> = workload.facts.revisionHistoryLimit;
  if (isUnknown(limit.value))
    return { mechanism: unknown(limit.value.unknown, limit.at), automatic: known(false, limit.at) };
  if (valueOf(limit) === 0) return undefined;
  return { mechanism: known('rollout-undo', limit.at), automatic: known(false, limit.at) };
}
