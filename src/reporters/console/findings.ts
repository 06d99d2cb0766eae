import type { Finding } from '../../assess/index.ts';
import { formatLocation } from '../../source/index.ts';
import { visible, wrap } from '../parts/index.ts';
import type { Context } from './context.ts';
import { frame, indent } from './frame.ts';

/** Findings of one rule that are shown with their lines; nobody reads more, and a terminal takes minutes for them. */
const EACH = 200;

/**
 * Findings that count, by file and place; what to do stands with the first of each rule, a place's frame with its first.
 * Of one rule the first are shown, and the others counted; the quiet form has a line for each.
 */
export function findingsText(findings: readonly Finding[], context: Context): readonly string[] {
  if (context.quiet) return findings.map((finding) => brief(finding, context));
  const met = new Map<string, number>();
  let place = '';
  const shown = findings.flatMap((finding) => {
    const before = met.get(finding.rule.id) ?? 0;
    met.set(finding.rule.id, before + 1);
    if (before >= EACH) return [];
    const framed = place !== keyOf(finding);
    place = keyOf(finding);
    return [...whole(finding, { first: before === 0, framed }, context), ''];
  });
  return [...shown, ...untold(met, context)];
}

/** How many findings of which rules are not shown. */
function untold(met: ReadonlyMap<string, number>, { paint, width }: Context): readonly string[] {
  const more = [...met].filter(([, times]) => times > EACH);
  if (more.length === 0) return [];
  const rules = more.map(([rule, times]) => `${rule}  ${times - EACH} more`);
  const where = `Of each rule the first ${EACH} findings are shown; the html, json and sarif reports list all.`;
  return [...rules, ...wrap(where, width)].map((line) => paint.faint(line)).concat('');
}

function keyOf({ location: { file, span } }: Finding): string {
  return `${file.path}:${String(span.start)}:${String(span.end)}`;
}

function heading({ location, severity, rule, subject }: Finding, { paint }: Context): string {
  const environment =
    subject.environment === undefined ? '' : paint.faint(`  ${visible(subject.environment)}`);
  return `${paint.strong(visible(formatLocation(location)))}  ${paint.level[severity](severity)}  ${rule.id}${environment}`;
}

function brief(finding: Finding, context: Context): string {
  return `${heading(finding, context)}  ${visible(finding.message)}`;
}

function whole(
  finding: Finding,
  { first, framed }: { readonly first: boolean; readonly framed: boolean },
  context: Context,
): readonly string[] {
  const { severity, rule, message, location, related } = finding;
  const { paint, width } = context;
  const places = related.map(
    (place) => `${visible(formatLocation(place.location))}  ${paint.faint(visible(place.message))}`,
  );
  return [
    heading(finding, context),
    ...indent(wrap(visible(message), width - 2), 2),
    ...(framed ? ['', ...indent(frame(location, severity, context), 2)] : []),
    ...(places.length > 0 ? ['', ...indent(places, 2)] : []),
    ...(first ? ['', ...indent(wrap(`To fix: ${visible(rule.remediation)}`, width - 2), 2)] : []),
  ];
}
