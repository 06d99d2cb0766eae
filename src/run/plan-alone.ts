import { NOT_JOINED_REASON } from '../plan/index.ts';
import type { Evaluation, Rule, RuleEvaluation } from '../policy/index.ts';

/** Whether a rule judges and reads nothing but the plan's own statements. */
export function needsNoFile({ appliesTo, uses }: Rule): boolean {
  return [...appliesTo, ...uses].every((kind) => kind === 'plan' || kind.startsWith('plan-'));
}

/**
 * What rules say when no file was looked at. A subject whose answer hangs on the files was not examined, rather than
 * undecided; a rule that examined nothing is left out.
 */
export function withoutFiles(evaluation: Evaluation): Evaluation {
  const kept = new Map<string, RuleEvaluation>();
  for (const [id, result] of evaluation) {
    const asksFiles = result.undecided.filter(({ reason }) => reason === NOT_JOINED_REASON);
    const open = new Set(asksFiles.map(keyOf));
    for (const violation of result.violations) open.delete(keyOf(violation));
    const examined = result.examined.filter((subject) => !open.has(keyOf(subject)));
    if (examined.length === 0 && result.failure === undefined) continue;
    const undecided = result.undecided.filter(({ reason }) => reason !== NOT_JOINED_REASON);
    kept.set(id, { ...result, examined, undecided });
  }
  return kept;
}

function keyOf({ kind, subject }: { readonly kind: string; readonly subject: string }): string {
  return `${kind}\0${subject}`;
}
