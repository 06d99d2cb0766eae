import { known, unknown, valueOf, type SubjectOf } from '../../model/index.ts';
import { reasonOf } from '../facts.ts';
import type { Watchers } from './watchers.ts';

/** What measures the objectives that the plan states of a component: each must be there. */
export function objectiveWatch(stated: readonly SubjectOf<'plan-objective'>[]): Watchers {
  const missing = stated.find(({ facts }) => valueOf(facts.found)?.length === 0);
  if (missing || stated.length === 0) return known([]);
  for (const { facts } of stated) {
    const reason = reasonOf(facts.found);
    if (reason !== undefined) return unknown(reason);
  }
  const ids = [...new Set(stated.flatMap(({ facts }) => valueOf(facts.found) ?? []))].sort();
  return known(
    ids.map((id) => ({ kind: 'objective', id })),
    undefined,
    stated.flatMap(({ facts }) => facts.found.related ?? []),
  );
}
