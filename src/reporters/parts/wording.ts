import type {
  CriterionReport,
  CriterionState,
  FileStatus,
  Verdict,
  WaiverReport,
} from '../../assess/index.ts';
import type { Severity } from '../../policy/index.ts';

const STATES: Readonly<Record<CriterionState, string>> = {
  met: 'met',
  'not-met': 'not met',
  'not-assessed': 'not assessed',
  'not-applicable': 'not applicable',
};

/** The sign beside the words, so that no state is told by color alone. */
export const STATE_SIGNS: Readonly<Record<CriterionState, string>> = {
  met: '✓',
  'not-met': '✗',
  'not-assessed': '?',
  'not-applicable': '–',
};

/** The state in words; a criterion that is met only thanks to waivers says so. */
export function stateWords({ state, qualified }: Pick<CriterionReport, 'state' | 'qualified'>): string {
  return state === 'met' && qualified ? 'met with waivers' : STATES[state];
}

export const OUTCOMES: Readonly<Record<Verdict['outcome'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  'not-assessed': 'Not assessed',
};

export const FILE_STATES: Readonly<Record<FileStatus, string>> = {
  examined: 'examined',
  'not-recognized': 'not recognized',
  'not-examined': 'not examined',
  unreadable: 'unreadable',
};

export const WAIVER_STATES: Readonly<Record<WaiverReport['state'], string>> = {
  active: 'in force',
  unused: 'covers nothing',
  expired: 'expired',
  invalid: 'not valid',
};

/** `1 finding`, `2 findings`. */
export function count(number: number, one: string, many?: string): string {
  return `${number} ${number === 1 ? one : (many ?? `${one}s`)}`;
}

/** `2 errors, 1 warning`: only what there is, the gravest first; empty for nothing. */
export function severityCounts(severities: Iterable<Severity>): string {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const severity of severities) counts[severity]++;
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severity))
    .join(', ');
}
