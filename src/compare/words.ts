import type { StatementValue } from '../assess/index.ts';
import type { Difference, StatementDifference } from './difference.ts';
import type { SnapshotStatement } from './snapshot.ts';

const OUTCOMES: Readonly<Record<SnapshotStatement['outcome'], string>> = {
  passed: 'shown',
  violated: 'not so',
  undecided: 'undecided',
  waived: 'waived',
  none: 'not shown by anything',
};

export const SIGNS: Readonly<Record<StatementDifference['kind'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  evidence: '!',
};

export function valueWords(value: StatementValue): string {
  if (typeof value === 'object' && value !== null)
    return value.length === 0 ? 'none' : value.map(String).join(', ');
  return String(value);
}

/** `canary → rolling`; of two lists what came and what went. */
export function changeWords({ before, after }: StatementDifference): string {
  if (!before) return after ? valueWords(after.value) : '';
  if (!after) return valueWords(before.value);
  const [old, now] = [before.value, after.value];
  if (!Array.isArray(old) || !Array.isArray(now)) return `${valueWords(old)} → ${valueWords(now)}`;
  const came = now.filter((one) => !old.includes(one)).map((one) => `+${String(one)}`);
  const went = old.filter((one) => !now.includes(one)).map((one) => `-${String(one)}`);
  return [...went, ...came].join(', ') || `another order: ${valueWords(now)}`;
}

/** `was shown, is not so`; undefined where that did not change. */
export function evidenceWords({ before, after }: StatementDifference): string | undefined {
  if (!after || before?.outcome === after.outcome) return undefined;
  return before
    ? `was ${OUTCOMES[before.outcome]}, is ${OUTCOMES[after.outcome]}`
    : `is ${OUTCOMES[after.outcome]}`;
}

export function placeWords({ before, after }: StatementDifference): string {
  return [before?.place, after?.place].filter((place) => place !== undefined).join(' → ');
}

export function countWords({ counts, criteria }: Difference): string {
  return `${counts.changed} changed, ${counts.added} added, ${counts.removed} removed; evidence of ${counts.evidence} others changed; ${criteria.length} criteria changed.`;
}

export function titleWords({ before, after }: Difference): string {
  const name = ({ title, version }: Difference['before']): string =>
    version === null ? title : `${title}, version ${version}`;
  return `${name(before)} → ${name(after)}`;
}
