import type { Suppression } from 'sarif';
import type { WaiverReport } from '../../assess/index.ts';
import { regionOf } from '../../source/index.ts';
import { guidOf, type Places } from '../parts/sarif/index.ts';

/** A waiver in force as SARIF's suppression: who, why, until when, and where it is written. */
export function suppressions(waiver: WaiverReport, places: Places): Suppression[] {
  const { kind, rule, scope, reason, approver, until, location } = waiver;
  const { path, start } = regionOf(location);
  return [
    {
      kind: kind === 'inline' ? 'inSource' : 'external',
      status: 'accepted',
      guid: guidOf('waiver', [path, start.line, rule, scope].join(' ')),
      justification: reason,
      location: { physicalLocation: places.physical(location) },
      properties: {
        'planproof/scope': scope,
        ...(approver !== null && { 'planproof/approver': approver }),
        // The last day on which it holds, whole.
        ...(until !== null && { 'planproof/expiresUtc': `${until}T23:59:59Z` }),
      },
    },
  ];
}
