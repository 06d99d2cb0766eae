import ignore, { type Ignore } from 'ignore';
import type { Finding, WaiverReport } from './types.ts';
import type { Waiver } from './waiver.ts';

interface Prepared {
  readonly waiver: Waiver;
  readonly paths: Ignore | undefined;
  readonly active: boolean;
}

/**
 * Marks the findings that an active waiver covers; none is removed. `today` is YYYY-MM-DD. A waiver that expired,
 * is not valid or covers nothing is reported as such.
 */
export function applyWaivers<F extends Finding>(
  findings: readonly F[],
  waivers: readonly Waiver[],
  today: string,
): {
  readonly findings: readonly (F & { readonly waiver?: WaiverReport })[];
  readonly waivers: readonly WaiverReport[];
} {
  const prepared = waivers.map((waiver): Prepared => ({
    waiver,
    paths: waiver.scope.paths?.length ? ignore().add([...waiver.scope.paths]) : undefined,
    active:
      waiver.problem === undefined && waiver.until !== null && isDate(waiver.until) && waiver.until >= today,
  }));
  const matched = new Map<Waiver, number>();
  const chosen = findings.map((finding) => {
    const covering = prepared.filter((candidate) => covers(candidate, finding));
    for (const { waiver } of covering) matched.set(waiver, (matched.get(waiver) ?? 0) + 1);
    return covering.find(({ active }) => active)?.waiver;
  });
  const reports = new Map(
    prepared.map(({ waiver, active }) => [waiver, report(waiver, active, matched.has(waiver))]),
  );
  return {
    findings: findings.map((finding, index) => {
      const waiver = chosen[index] && reports.get(chosen[index]);
      return waiver ? { ...finding, waiver } : finding;
    }),
    waivers: [...reports.values()],
  };
}

function covers({ waiver, paths }: Prepared, finding: Finding): boolean {
  if (
    !waiver.rules.some(
      (rule) =>
        rule === finding.rule.id || (rule.endsWith('/*') && finding.rule.id.startsWith(rule.slice(0, -1))),
    )
  )
    return false;
  const { line, subjects, environment } = waiver.scope;
  if (line && !startsOn(finding, line)) return false;
  if (paths && !paths.ignores(finding.location.file.path)) return false;
  if (subjects?.length && !subjects.includes(finding.subject.id) && !subjects.includes(finding.subject.name))
    return false;
  return environment === undefined || environment === finding.subject.environment;
}

function startsOn(finding: Finding, line: { readonly path: string; readonly line: number }): boolean {
  return [finding.location, finding.subject.location].some(
    ({ file, span }) => file.path === line.path && file.positionAt(span.start).line === line.line,
  );
}

function report(waiver: Waiver, active: boolean, used: boolean): WaiverReport {
  const { kind, reason, approver, until, location } = waiver;
  const state = active
    ? used
      ? 'active'
      : 'unused'
    : waiver.problem === undefined && isDate(until ?? '')
      ? 'expired'
      : 'invalid';
  return {
    kind,
    rule: waiver.rules.join(', '),
    scope: describeScope(waiver),
    reason,
    approver,
    until,
    location,
    state,
  };
}

function describeScope({ scope }: Waiver): string {
  if (scope.line) return `${scope.line.path}:${scope.line.line}`;
  const parts = [
    ...(scope.paths?.length ? [`paths ${scope.paths.join(', ')}`] : []),
    ...(scope.subjects?.length ? [`subjects ${scope.subjects.join(', ')}`] : []),
    ...(scope.environment === undefined ? [] : [`environment ${scope.environment}`]),
  ];
  return parts.length > 0 ? parts.join('; ') : 'everything';
}

/** A day of the calendar, YYYY-MM-DD. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}
