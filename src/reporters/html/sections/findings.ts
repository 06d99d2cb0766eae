import type { Finding, Report } from '../../../assess/index.ts';
import { compareText, count, groupBy, redactionsOf, type Redactions } from '../../parts/index.ts';
import { place, ruleLink, section, severityBadge } from '../elements.ts';
import { html, type Markup } from '../markup.ts';
import { frame } from './frame.ts';

/** Findings with source lines; a page with many thousands of those would be of no use. */
const WITH_LINES = 500;
/** From here on the browser lays out only what is in sight. */
const MANY = 100;

export function findings(report: Report): Markup {
  const open = report.findings.filter(({ waiver }) => !waiver);
  const redactions = redactionsOf(report);
  const whole = open.slice(0, WITH_LINES);
  const brief = open.slice(WITH_LINES);
  return section(
    {
      id: 'findings',
      title: 'Findings',
      lead:
        open.length === 0
          ? 'None.'
          : 'In the order of files and lines. Waived findings stand with their waivers.',
    },
    open.length > 1 && filters(open, report),
    html`<div class="findings${whole.length > MANY && ' many'}">
      ${whole.map((finding) => article(finding, redactions))}
    </div> `,
    brief.length > 0 &&
      html`<h3>The other ${count(brief.length, 'finding')}, in short</h3>
        <p class="aside">Source lines are shown for the first ${WITH_LINES} findings only.</p>
        <ul class="items findings">
          ${brief.map(line)}
        </ul> `,
  );
}

function article(finding: Finding, redactions: Redactions): Markup {
  const { rule, message, location, related, subject, severity } = finding;
  return html`<article class="finding ${severity}" ${data(finding)}>
    <h3>${message}</h3>
    <p class="meta">
      ${severityBadge(severity)} ${place(location)} ${ruleLink(rule.id)}
      ${subject.environment !== undefined && html`<span class="tag">${subject.environment}</span>`}
    </p>
    ${frame(location, redactions)}
    ${
      related.length > 0 &&
      html`<ul class="related">
        ${related.map((other) => html`<li>${place(other.location)} ${other.message}</li>`)}
      </ul> `
    }
    <p class="fix"><strong>To fix:</strong> ${rule.remediation}</p>
  </article> `;
}

function line(finding: Finding): Markup {
  const { rule, message, location, severity, subject } = finding;
  return html`<li class="finding" ${data(finding)}>
    ${severityBadge(severity)} ${place(location)} ${message} ${ruleLink(rule.id)}
    ${subject.environment !== undefined && html`<span class="tag">${subject.environment}</span>`}
  </li> `;
}

/** What the filters look at. */
function data({ rule, severity, subject }: Finding): Markup {
  return html` data-rule="${rule.id}" data-severity="${severity}" data-criterion="${rule.criteria.join(' ')}"
  data-environment="${subject.environment ?? '–'}"`;
}

/** Hidden until the script is there to serve them. */
function filters(open: readonly Finding[], { criteria }: Report): Markup {
  const titles = new Map<string, string>(criteria.map(({ id, title }) => [id, title]));
  const byCriterion = groupBy(
    open.flatMap(({ rule }) => rule.criteria),
    (id) => id,
  );
  const chosen = criteria.filter(({ id }) => byCriterion.has(id));
  return html`<div class="filters" role="search" aria-label="Filter the findings" hidden>
    <label>Text <input type="search" name="text" autocomplete="off" /></label>
    ${select(
      'Severity',
      'severity',
      options(open, ({ severity }) => severity, ['error', 'warning', 'note']),
    )}
    ${select(
      'Criterion',
      'criterion',
      chosen.map(({ id }) => [id, `${titles.get(id) ?? id} (${byCriterion.get(id)?.length ?? 0})`]),
    )}
    ${select(
      'Environment',
      'environment',
      options(open, ({ subject }) => subject.environment ?? '–'),
    )}
    ${select(
      'Rule',
      'rule',
      options(open, ({ rule }) => rule.id),
    )}
    <button type="button" name="reset">Show all</button>
    <output aria-live="polite">${count(open.length, 'finding')}</output>
  </div> `;
}

function options(
  open: readonly Finding[],
  keyOf: (finding: Finding) => string,
  order: readonly string[] = [],
): readonly (readonly [string, string])[] {
  return [...groupBy(open, keyOf)]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b) || compareText(a, b))
    .map(([key, items]) => [key, `${key === '–' ? 'none' : key} (${items.length})`]);
}

function select(
  label: string,
  name: string,
  choices: readonly (readonly [string, string])[],
): Markup | false {
  if (choices.length < 2) return false;
  return html`<label
    >${label}
    <select name="${name}">
      <option value="">all</option>
      ${choices.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select></label
  > `;
}
