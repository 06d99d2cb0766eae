/**
 * SARIF for GitHub code scanning, which shows every result as an open alert whatever its kind and suppressions say:
 * so only what someone should act on. That is findings that are not waived; and as warnings, since GitHub would
 * otherwise be green where the gate is not, what required rules left undecided and criteria that are not assessed.
 */
import type { Result } from 'sarif';
import type { Finding, Report, Undecided } from '../../assess/index.ts';
import type { Severity } from '../../policy/index.ts';
import type { Location } from '../../source/index.ts';
import { redactionsOf } from '../parts/index.ts';
import {
  clip,
  criterionDescriptor,
  criterionRuleId,
  driver,
  identityOf,
  LIMITS,
  linkText,
  log,
  messageText,
  places,
  rankOf,
  ruleDescriptor,
  type LazyRun,
  type Places,
} from '../parts/sarif/index.ts';
import type { Reporter } from '../reporter.ts';

/** GitHub refuses a file with more results. */
const RESULTS = 25_000;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

export const sarifGithubReporter: Reporter = {
  id: 'sarif-github',
  title: 'SARIF 2.1.0 for GitHub code scanning: only what should become an alert',
  extension: 'sarif',
  render: (report) => [...log(run(report))].join(''),
  pieces: (report) => log(run(report)),
};

function run(report: Report): LazyRun {
  const rules = [
    ...report.rules.map(({ rule }) => ruleDescriptor(rule)),
    ...report.criteria.map(criterionDescriptor),
  ];
  const context = {
    places: places(redactionsOf(report)),
    ruleIndex: new Map(rules.map(({ id }, index) => [id, index])),
  };
  const alerts = alertsOf(report);
  const kept = mostSevere(alerts);
  return {
    tool: { driver: { ...driver(report.tool.version), rules } },
    invocations: [
      {
        executionSuccessful: report.rules.every(({ failure }) => failure === undefined),
        ...(kept.length < alerts.length && {
          toolExecutionNotifications: [
            {
              level: 'warning',
              message: {
                text: `GitHub takes ${RESULTS} results; the ${alerts.length - kept.length} least severe of ${alerts.length} were left out.`,
              },
            },
          ],
        }),
      },
    ],
    results: resultsOf(kept, context),
  };
}

/** What results are made with. */
interface Context {
  readonly places: Places;
  readonly ruleIndex: ReadonlyMap<string, number>;
}

function* resultsOf(alerts: readonly Alert[], context: Context): Generator<Result> {
  for (const alert of alerts) yield resultOf(alert, context);
}

interface Alert {
  readonly ruleId: string;
  readonly level: Severity;
  readonly message: string;
  readonly location: Location;
  readonly fingerprint: string;
  readonly related: Finding['related'];
  readonly rank?: number | undefined;
  readonly subject?: Finding['subject'];
}

function alertsOf(report: Report): readonly Alert[] {
  const { plan } = report;
  return [
    ...report.findings
      .filter(({ waiver }) => !waiver)
      .map((finding) => ({
        ...finding,
        ruleId: finding.rule.id,
        level: finding.severity,
        rank: rankOf(finding.rule),
      })),
    ...report.undecided.filter(({ rule }) => rule.required).map(undecidedAlert),
    ...(plan ? report.criteria.filter(({ state }) => state === 'not-assessed') : []).flatMap(
      ({ id, title, because }): Alert[] =>
        plan
          ? [
              {
                ruleId: criterionRuleId(id),
                level: 'warning',
                message: `Not assessed: ${title}. ${because.join(' ')}`,
                location: plan.location,
                fingerprint: identityOf(criterionRuleId(id)),
                related: [],
              },
            ]
          : [],
    ),
  ];
}

function undecidedAlert(item: Undecided): Alert {
  const message = `Not assessed: whether ${item.subject.name} conforms is not decided, because ${item.reason.replace(/\.$/, '')}.`;
  return { ...item, ruleId: item.rule.id, level: 'warning', message };
}

function mostSevere(alerts: readonly Alert[]): readonly Alert[] {
  if (alerts.length <= RESULTS) return alerts;
  return [...alerts].sort((a, b) => RANK[a.level] - RANK[b.level]).slice(0, RESULTS);
}

function resultOf(alert: Alert, { places, ruleIndex }: Context): Result {
  const { ruleId, level, location, fingerprint, related, rank, subject } = alert;
  return {
    ruleId,
    ruleIndex: ruleIndex.get(ruleId) ?? -1,
    kind: 'fail',
    level,
    message: { text: withLinks(alert) },
    locations: [
      {
        physicalLocation: places.physical(location),
        ...(subject && {
          logicalLocations: [{ name: subject.name, fullyQualifiedName: subject.id, kind: subject.kind }],
        }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        physicalLocation: places.physical(other.location),
        message: { text: messageText(other.message) },
      })),
    }),
    partialFingerprints: {
      'planproofIdentity/v1': fingerprint,
      primaryLocationLineHash: places.lineHash(location),
    },
    ...(rank !== undefined && { rank }),
  };
}

/** GitHub shows related places only where the message links to them. */
function withLinks({ message, related }: Alert): string {
  const links = related.map((other, index) => `[${linkText(other.message)}](${index + 1})`);
  const text = messageText(message);
  const whole = links.length === 0 ? text : `${text} See ${links.join(', ')}.`;
  return whole.length <= LIMITS.message ? whole : clip(text, LIMITS.message);
}
