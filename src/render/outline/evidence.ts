import type { StatementEvidence, StatementReport } from '../../assess/index.ts';
import { formatLocation, type Location } from '../../source/index.ts';
import { count } from '../../reporters/parts/index.ts';
import type { EvidenceLine } from './document.ts';

const MESSAGES = 5;
const REASONS = 3;
const RULES = 3;
const PLACES = 3;

/** What was found of a statement, the gravest first; all that passed in one line. */
export function evidenceLines({ evidence }: StatementReport): readonly EvidenceLine[] {
  return [
    ...cut(evidence.flatMap(violations), MESSAGES, 'violated'),
    ...evidence.flatMap(waived),
    ...cut(evidence.flatMap(openQuestions), REASONS, 'undecided'),
    ...passes(evidence.filter(({ outcome, passed }) => outcome === 'passed' && passed > 0)),
  ];
}

function violations({ rule, findings }: StatementEvidence): readonly EvidenceLine[] {
  return findings
    .filter(({ waiver }) => !waiver)
    .map(({ message, location, related }) => ({
      outcome: 'violated',
      text: message,
      rules: [rule.id],
      places: distinct([location, ...related.map((one) => one.location)]),
    }));
}

function waived({ rule, findings }: StatementEvidence): readonly EvidenceLine[] {
  return findings.flatMap(({ message, location, waiver }): readonly EvidenceLine[] =>
    waiver
      ? [
          {
            outcome: 'waived',
            text: `${message} Waived: ${waiver.reason}`,
            rules: [rule.id],
            places: [location],
          },
        ]
      : [],
  );
}

function openQuestions({ rule, undecided }: StatementEvidence): readonly EvidenceLine[] {
  return undecided.map(({ reason, location, related }) => ({
    outcome: 'undecided',
    text: `Undecided because ${reason}.`,
    rules: [rule.id],
    places: distinct([location, ...related.map((one) => one.location)]),
  }));
}

function passes(passed: readonly StatementEvidence[]): readonly EvidenceLine[] {
  if (passed.length === 0) return [];
  const ids = passed.map(({ rule }) => rule.id);
  const more = ids.length - RULES;
  const checks = passed.reduce((sum, one) => sum + one.passed, 0);
  return [
    {
      outcome: 'passed',
      text: `${count(checks, 'check')} passed${more > 0 ? `, of ${count(ids.length, 'rule')}` : ''}.`,
      rules: ids.slice(0, RULES),
      places: distinct(passed.flatMap(({ places }) => places)),
    },
  ];
}

function cut(
  lines: readonly EvidenceLine[],
  most: number,
  outcome: EvidenceLine['outcome'],
): readonly EvidenceLine[] {
  const more = lines.length - most;
  if (more <= 0) return lines;
  return [...lines.slice(0, most), { outcome, text: `And ${more} more.`, rules: [], places: [] }];
}

function distinct(places: readonly Location[]): readonly Location[] {
  return [...new Map(places.map((place) => [formatLocation(place), place])).values()].slice(0, PLACES);
}
