import type { Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { dateProblem, parseHours } from '../read/calendar.ts';
import { isCurrency, isTimeZone } from '../read/standards.ts';
import { fromRoot, parseReference } from '../read/reference.ts';
import { select } from './select.ts';

const DURATIONS = [
  'infrastructure.provisioning.driftCheckEvery',
  'delivery.environments.*.steps.*.pause',
  'delivery.environments.*.verification.within',
  'observability.metrics.every',
  ...both('observability.alerts.*.for'),
  'observability.notifications.*.respondWithin',
  'observability.objectives.*.below',
  'observability.objectives.*.window',
  ...both('recovery.objectives.*.rpo'),
  ...both('recovery.objectives.*.rto'),
  ...both('recovery.backups.*.every'),
  ...both('recovery.backups.*.restoreTakes'),
  'recovery.incidentResponse.severities.*.respondWithin',
  'recovery.incidentResponse.escalation.*.after',
  'recovery.incidentResponse.reviewWithin',
];

const DATES = [
  'recovery.drills.last',
  'recovery.drills.next',
  'documents.*.*.reviewed',
  'timeline.start',
  'timeline.release',
  'timeline.milestones.*.start',
  'timeline.milestones.*.due',
  'timeline.freezes.*.from',
  'timeline.freezes.*.to',
  'timeline.holidays.*.on',
  'resources.people.*.from',
  'resources.people.*.to',
  'resources.people.*.absent.*.from',
  'resources.people.*.absent.*.to',
  'review.signOffs.*.on',
  'review.next',
  'criteria.*.on',
];

const REFERENCES = [
  'architecture.diagrams.*',
  'architecture.documents.*',
  'architecture.components.*.files.*',
  'environments.*.infrastructure.*',
  'environments.*.configuration.*',
  'infrastructure.modules.*',
  'delivery.pipelines.*',
  'delivery.environments.*.verification.document',
  'delivery.environments.*.rollback.procedure',
  'security.compliance.*.evidence.*',
  ...both('observability.alerts.*.runbook'),
  'observability.dashboards.*',
  'observability.dashboards.*.reference',
  ...both('recovery.backups.*.restore'),
  'recovery.drills.record',
  'recovery.procedure',
  'recovery.incidentResponse.procedure',
  'documents.*.*',
  'documents.*.*.path',
];

const TIME_ZONES = ['timeline.timeZone', 'delivery.environments.*.windows.*.timeZone'];

const CLOCKS = ['from', 'to'].map((end) => `delivery.environments.*.windows.*.${end}`);

const CURRENCIES = ['resources.budget.currency'];

type Check = (
  text: string,
  planPath: string,
) => { readonly code: string; readonly message: string; readonly help: string } | undefined;

const duration: Check = (text) =>
  parseHours(text) === undefined
    ? {
        code: 'plan/duration',
        message: `"${text}" is not a duration.`,
        help: 'Write 90m, 1h, 1h30m, 30d or 2w, or ISO 8601 without months and years: PT90M, P30D.',
      }
    : undefined;

const date: Check = (text) => {
  const problem = dateProblem(text);
  return problem === undefined
    ? undefined
    : { code: 'plan/date', message: `"${text}" ${problem}.`, help: 'Write dates as YYYY-MM-DD: 2026-12-07.' };
};

const reference: Check = (text, planPath) => {
  const { path, url } = parseReference(fromRoot(planPath, text));
  return path === undefined && !url
    ? {
        code: 'plan/outside',
        message: `"${text}" leads out of the folder that is checked.`,
        help: 'Write paths relative to the plan.',
      }
    : undefined;
};

const timeZone: Check = (text) =>
  isTimeZone(text)
    ? undefined
    : {
        code: 'plan/time-zone',
        message: `"${text}" is not a time zone.`,
        help: 'Write a name of the IANA time zone database: Europe/Berlin, America/New_York, UTC.',
      };

const clock: Check = (text) =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
    ? undefined
    : {
        code: 'plan/clock',
        message: `"${text}" is not a time of the day.`,
        help: 'Write it as HH:MM, from 00:00 to 23:59: 09:00, 18:30.',
      };

const currency: Check = (text) =>
  isCurrency(text)
    ? undefined
    : {
        code: 'plan/currency',
        message: `"${text}" is not a currency.`,
        help: 'Write its code of ISO 4217: EUR, USD, GBP.',
      };

/** Durations, dates, time zones, times of the day, currencies and paths that cannot be what they stand for. */
export function checkValues(document: DataDocument): readonly Diagnostic[] {
  return [
    ...DURATIONS.flatMap((pattern) => check(document, pattern, duration)),
    ...DATES.flatMap((pattern) => check(document, pattern, date)),
    ...TIME_ZONES.flatMap((pattern) => check(document, pattern, timeZone)),
    ...CLOCKS.flatMap((pattern) => check(document, pattern, clock)),
    ...CURRENCIES.flatMap((pattern) => check(document, pattern, currency)),
    ...REFERENCES.flatMap((pattern) => check(document, pattern, reference)),
    ...both('observability.alerts.*').flatMap((pattern) => checkPercent(document, pattern)),
  ];
}

/** A share of requests or of time is between none and all; what is used may be more than there is. */
function checkPercent(document: DataDocument, pattern: string): readonly Diagnostic[] {
  return select(document.value, pattern).flatMap(({ path, value }) => {
    const { signal, unit, ...limits } = (value ?? {}) as Readonly<Record<string, unknown>>;
    if (unit !== 'percent' || (signal !== 'errors' && signal !== 'availability')) return [];
    return ['above', 'below'].flatMap((key): Diagnostic[] => {
      const limit = limits[key];
      if (typeof limit !== 'number' || (limit >= 0 && limit <= 100)) return [];
      return [
        {
          code: 'plan/percent',
          level: 'error',
          message: `An alert about ${signal} cannot be ${key} ${limit} percent.`,
          help: 'Write a number from 0 to 100, or the unit that is meant.',
          path: document.file.path,
          location: document.locate([...path, key]),
        },
      ];
    });
  });
}

function check(document: DataDocument, pattern: string, of: Check): readonly Diagnostic[] {
  return select(document.value, pattern).flatMap(({ path, value }): Diagnostic[] => {
    const problem = typeof value === 'string' ? of(value, document.locate(path).file.path) : undefined;
    if (!problem) return [];
    return [{ ...problem, level: 'error', path: document.file.path, location: document.locate(path) }];
  });
}

/** A place, and the same among the values that an environment has of its own. */
function both(pattern: string): readonly string[] {
  return [pattern, `environments.*.overrides.${pattern}`];
}
