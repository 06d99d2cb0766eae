import type { Finding, Report, Undecided } from '../../../assess/index.ts';
import type { Rule, Severity } from '../../../policy/index.ts';
import { formatLocation } from '../../../source/index.ts';
import { groupBy } from '../../parts/index.ts';
import type { Piece } from '../limit.ts';
import { code, link, text } from '../text.ts';

/** Findings of one rule before the rest is counted. */
const EACH = 20;
const PLACES = 5;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Findings that count, by rule, the gravest first. */
export function findings(report: Report): readonly Piece[] {
  const open = report.findings.filter(({ waiver }) => !waiver);
  const groups = [...groupBy(open, ({ rule }) => rule.id).values()];
  return groups
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((items) => ({
      text: [heading(items[0]?.rule), ...shown(items, finding), fix(items[0]?.rule)].join('\n'),
      one: 'rule with its findings',
      many: 'rules with their findings',
    }));
}

function rankOf(items: readonly Finding[]): number {
  return Math.min(...items.map(({ severity }) => RANK[severity]));
}

function heading(rule: Rule | undefined): string {
  if (!rule) return '';
  const pages = rule.links.map(({ title, url }) => ` · ${link(title, url)}`);
  return `**${text(rule.title)}** ${code(rule.id)}, ${rule.severity}${pages.join('')}\n`;
}

function fix(rule: Rule | undefined): string {
  return rule ? `\nTo fix: ${text(rule.remediation)}` : '';
}

function finding({ location, message, subject }: Finding): string {
  const environment = subject.environment === undefined ? '' : ` (${code(subject.environment)})`;
  return `- ${code(formatLocation(location))}${environment} ${text(message)}`;
}

function shown<T>(items: readonly T[], line: (item: T) => string): readonly string[] {
  const lines = items.slice(0, EACH).map(line);
  return items.length > EACH ? [...lines, `- And ${items.length - EACH} more.`] : lines;
}

/** What the files do not tell, by rule and reason. */
export function undecided(report: Report): readonly Piece[] {
  const groups = groupBy(report.undecided, ({ rule, reason }) => `${rule.id}\0${reason}`);
  return [...groups.values()].map((items) => ({
    text: openLine(items),
    one: 'open question',
    many: 'open questions',
  }));
}

function openLine(items: readonly Undecided[]): string {
  const [first] = items;
  if (!first) return '';
  const places = items.slice(0, PLACES).map(({ location }) => code(formatLocation(location)));
  const more = items.length > PLACES ? ` and ${items.length - PLACES} more` : '';
  return `- ${code(first.rule.id)} Unknown because ${text(first.reason.replace(/\.$/, ''))}. ${places.join(' ')}${more}`;
}

/** Who accepted which findings, why, until when. */
export function waivers({ waivers: all, findings: found }: Report): readonly Piece[] {
  return all.map((waiver) => {
    const covered = found.filter((one) => one.waiver === waiver).length;
    const { rule, scope, reason, approver, until, state, location } = waiver;
    return {
      text: `- ${code(rule)} for ${code(scope)}, ${state}, covers ${covered}: ${reason === '' ? 'no reason is given' : text(reason.replace(/\.$/, ''))}. Until ${until === null ? 'no stated day' : code(until)}, approved by ${approver === null ? 'nobody' : code(approver)}. ${code(formatLocation(location))}`,
      one: 'waiver',
      many: 'waivers',
    };
  });
}

/** What could not be read, or not wholly. */
export function diagnostics(report: Report): readonly Piece[] {
  return report.diagnostics.map(({ level, message, path, location }) => ({
    text: `- ${level} ${code(location ? formatLocation(location) : path)} ${text(message)}`,
    one: 'message on what could not be read',
    many: 'messages on what could not be read',
  }));
}
