import type { Finding } from '../../assess/index.ts';
import { formatLocation } from '../../source/index.ts';
import { visible, wrap } from '../parts/index.ts';
import type { Context } from './context.ts';
import { frame, indent } from './frame.ts';

/** Findings that count, by file and place; what to do stands with the first of each rule, a place's frame with its first. */
export function findingsText(findings: readonly Finding[], context: Context): readonly string[] {
  const told = new Set<string>();
  let place = '';
  return findings.flatMap((finding) => {
    const first = !told.has(finding.rule.id);
    told.add(finding.rule.id);
    const framed = place !== keyOf(finding);
    place = keyOf(finding);
    const lines = context.quiet ? brief(finding, context) : whole(finding, { first, framed }, context);
    return context.quiet ? lines : [...lines, ''];
  });
}

function keyOf({ location: { file, span } }: Finding): string {
  return `${file.path}:${String(span.start)}:${String(span.end)}`;
}

function heading({ location, severity, rule, subject }: Finding, { paint }: Context): string {
  const environment =
    subject.environment === undefined ? '' : paint.faint(`  ${visible(subject.environment)}`);
  return `${paint.strong(visible(formatLocation(location)))}  ${paint.level[severity](severity)}  ${rule.id}${environment}`;
}

function brief(finding: Finding, context: Context): readonly string[] {
  return [`${heading(finding, context)}  ${visible(finding.message)}`];
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
