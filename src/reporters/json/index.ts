/** The whole report as data: `report.schema.json` says what is in it. Lists are in the report's order. */
import type {
  CoverageReport,
  CoverageRow,
  Finding,
  Report,
  RuleReport,
  StatementReport,
  StepReport,
  SubjectReference,
  Undecided,
  WaiverReport,
} from '../../assess/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import { compareText } from '../parts/index.ts';
import type { Reporter } from '../reporter.ts';
import { indented, lazily } from './layout.ts';
import { jsonLocation, jsonRelated } from './location.ts';

/** Raised when something is renamed, removed or means something else; additions do not count. */
const FORMAT_VERSION = 1;

export const jsonReporter: Reporter = {
  id: 'json',
  title: 'The whole report as data, with a JSON Schema',
  extension: 'json',
  render: (report) => [...indented(toJson(report))].join(''),
  pieces: (report) => indented(toJson(report)),
};

function toJson(report: Report): Readonly<Record<string, unknown>> {
  const { tool, plan, asOf, scope, verdict, criteria, environments, files, totals } = report;
  return {
    formatVersion: FORMAT_VERSION,
    tool: { name: 'planproof', ...tool },
    ...(plan && { plan: { ...plan, location: jsonLocation(plan.location) } }),
    ...(asOf !== undefined && { asOf }),
    scope,
    verdict,
    totals,
    criteria,
    environments,
    findings: lazily(report.findings, (finding) => jsonFinding(finding, report)),
    undecided: lazily(report.undecided, jsonUndecided),
    diagnostics: lazily(report.diagnostics, jsonDiagnostic),
    waivers: report.waivers.map(jsonWaiver),
    ...(report.coverage && { coverage: jsonCoverage(report.coverage) }),
    ...(report.completeness && { completeness: report.completeness.map(jsonStep) }),
    ...(report.statements && { statements: lazily(report.statements, jsonStatement) }),
    rules: lazily(report.rules, jsonRule),
    files,
  };
}

function jsonFinding(finding: Finding, { waivers }: Report): unknown {
  const { fingerprint, rule, severity, subject, fact, message, location, related, waiver } = finding;
  return {
    fingerprint,
    rule: rule.id,
    severity,
    message,
    location: jsonLocation(location),
    subject: jsonSubject(subject),
    fact,
    related: jsonRelated(related),
    // Its place in `waivers`.
    ...(waiver && { waiver: waivers.indexOf(waiver) }),
  };
}

function jsonUndecided({ fingerprint, rule, subject, fact, reason, location, related }: Undecided): unknown {
  return {
    fingerprint,
    rule: rule.id,
    reason,
    location: jsonLocation(location),
    subject: jsonSubject(subject),
    fact,
    related: jsonRelated(related),
  };
}

function jsonDiagnostic({ code, level, message, path, location, related = [], help }: Diagnostic): unknown {
  return {
    code,
    level,
    message,
    path,
    ...(location && { location: jsonLocation(location) }),
    related: jsonRelated(related),
    ...(help !== undefined && { help }),
  };
}

function jsonWaiver({ kind, rule, scope, reason, approver, until, state, location }: WaiverReport): unknown {
  return { kind, rule, scope, reason, approver, until, state, location: jsonLocation(location) };
}

function jsonCoverage({ components, infrastructure }: CoverageReport): unknown {
  return { components: components.map(jsonRow), infrastructure: infrastructure.map(jsonRow) };
}

function jsonRow({ name, criticality, location, cells }: CoverageRow): unknown {
  return {
    name,
    criticality,
    location: jsonLocation(location),
    cells: cells.map(({ aspect, state, because, evidence, related }) => ({
      aspect,
      state,
      because,
      evidence: evidence.map(jsonSubject),
      related: jsonRelated(related),
    })),
  };
}

function jsonStep({ number, title, bullets }: StepReport): unknown {
  return {
    number,
    title,
    bullets: bullets.map(({ parts, ...bullet }) => ({
      ...bullet,
      parts: parts.map((part) => ({ ...part, location: jsonLocation(part.location) })),
    })),
  };
}

function jsonStatement({ path, value, location, evidence }: StatementReport): unknown {
  return {
    path,
    value,
    location: jsonLocation(location),
    evidence: evidence.map(({ rule, outcome, passed, places, findings, undecided }) => ({
      rule: rule.id,
      outcome,
      passed,
      places: places.map(jsonLocation),
      // Fingerprints.
      findings: findings.map(({ fingerprint }) => fingerprint),
      undecided: undecided.map(({ fingerprint }) => fingerprint),
    })),
  };
}

function jsonRule({ rule, evidence, failure, passed }: RuleReport): unknown {
  const controls = Object.entries(rule.controls).sort(([a], [b]) => compareText(a, b));
  return {
    ...rule,
    // What it reads is between the build and the engine; what makes it required has been weighed.
    reads: undefined,
    byName: undefined,
    requiredFor: undefined,
    controls: Object.fromEntries(controls),
    evidence,
    ...(failure !== undefined && { failure }),
    passed: passed.map(jsonSubject),
  };
}

function jsonSubject({ kind, id, name, format, environment, location }: SubjectReference): unknown {
  return {
    kind,
    id,
    name,
    format,
    ...(environment !== undefined && { environment }),
    location: jsonLocation(location),
  };
}
