import type { Finding, WaiverReport } from '../../assess/index.ts';
import { formatLocation } from '../../source/index.ts';
import { count, visible, WAIVER_STATES, wrap } from '../parts/index.ts';
import type { Context } from './context.ts';
import { indent } from './frame.ts';

/** Each waiver with what it covers and until when; those that cover nothing or no longer hold say so. */
export function waiversText(
  waivers: readonly WaiverReport[],
  findings: readonly Finding[],
  context: Context,
): readonly string[] {
  return waivers.flatMap((waiver) => {
    const covered = findings.filter((finding) => finding.waiver === waiver).length;
    return paragraph(waiver, covered, context);
  });
}

function paragraph(waiver: WaiverReport, covered: number, { paint, width }: Context): readonly string[] {
  const active = waiver.state === 'active';
  const state = active ? count(covered, 'finding') : paint.level.warning(WAIVER_STATES[waiver.state]);
  const until = waiver.until === null ? 'no end stated' : `until ${visible(waiver.until)}`;
  const by = waiver.approver === null ? 'approved by nobody' : `approved by ${visible(waiver.approver)}`;
  const place = visible(formatLocation(waiver.location));
  return indent(
    [
      `${visible(waiver.rule)}  ${state}`,
      ...indent(wrap(`${visible(waiver.reason)} (${until}, ${by})`.trimStart(), width - 4), 2),
      paint.faint(`  ${place}`),
    ],
    2,
  );
}
