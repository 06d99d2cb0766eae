import type { CriterionReport, Evidence, Report } from '../../../assess/index.ts';
import { count, OUTCOMES, severityCounts } from '../../parts/index.ts';
import { evidenceBar, evidenceWords, section, stateBadge } from '../elements.ts';
import { html, type Markup } from '../markup.ts';

const OUTCOME_SIGNS = { passed: '✓', failed: '✗', 'not-assessed': '?' } as const;
/** More reasons than this are folded; a fold for a single one would save no room. */
const REASONS = 3;
const COLUMNS = ['passed', 'violated', 'undecided', 'waived'] as const;

/** What is reported on, and whether the gate passed. */
export function masthead({ plan, verdict, asOf }: Report): Markup {
  const details = [
    ...(plan?.version != null ? [`Version ${plan.version}`] : []),
    ...(plan?.owner != null ? [`owned by ${plan.owner}`] : []),
    ...(asOf === undefined ? [] : [`held against ${asOf}`]),
  ];
  return html`<header class="masthead">
    <p class="overline">Deployment plan check</p>
    <h1>${plan?.title ?? 'No deployment plan'}</h1>
    ${details.length > 0 && html`<p class="byline">${details.join(', ')}</p>`}
    <div class="outcome ${verdict.outcome}">
      <p class="word">
        <span aria-hidden="true">${OUTCOME_SIGNS[verdict.outcome]}</span> ${OUTCOMES[verdict.outcome]}
      </p>
      <ul>
        ${verdict.because.map((reason) => html`<li>${reason}</li>`)}
      </ul>
    </div>
  </header> `;
}

/** One row for each criterion: state, why, counts. */
export function scorecard(report: Report): Markup {
  const { criteria, environments, findings, undecided } = report;
  const open = findings.filter(({ waiver }) => !waiver);
  const severities = severityCounts(open.map(({ severity }) => severity));
  const lead = `${count(open.length, 'finding')}${severities === '' ? '' : ` (${severities})`}, ${findings.length - open.length} waived, ${undecided.length} undecided.`;
  return section(
    { id: 'criteria', title: 'Criteria', lead },
    html`<table class="scorecard">
      <caption class="unseen">
        The six criteria with their state and the counts of checks
      </caption>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Criterion</th>
          ${headings()}
        </tr>
      </thead>
      <tbody>
        ${criteria.map(row)}
      </tbody>
    </table> `,
    environments.length > 0 && byEnvironment(report),
  );
}

function headings(): readonly Markup[] {
  return ['checks', ...COLUMNS].map((name) => html`<th scope="col" class="number">${name}</th>`);
}

function row(criterion: CriterionReport): Markup {
  const { id, title, because, evidence } = criterion;
  return html`<tr>
    <td>${stateBadge(criterion)}</td>
    <th scope="row" abbr="${title}">
      <span class="title">${title}</span> <code>${id}</code>
      ${reasons(because)}
      <p class="narrow">${evidenceWords(evidence)}</p>
      ${evidenceBar(evidence)}
    </th>
    ${numbers(evidence)}
  </tr>`;
}

/** `because` begins with the gravest. */
function reasons(because: CriterionReport['because']): Markup {
  const shown = because.length > REASONS + 1 ? REASONS : because.length;
  const folded = because.slice(shown);
  const list = (some: readonly string[]): Markup =>
    html`<ul class="because">
      ${some.map((reason) => html`<li>${reason}</li>`)}
    </ul>`;
  return html`${list(because.slice(0, shown))}
  ${
    folded.length > 0 &&
    html`<details class="more">
      <summary>${folded.length} more reasons</summary>
      ${list(folded)}
    </details>`
  }`;
}

function numbers(evidence: Evidence): readonly Markup[] {
  return (['examined', ...COLUMNS] as const).map(
    (what) => html`<td class="number${evidence[what] === 0 ? ' zero' : ''}">${evidence[what]}</td>`,
  );
}

function byEnvironment({ environments }: Report): Markup {
  return html`<h3>By environment</h3>
    <table class="plain">
      <caption class="unseen">
        Counts of checks on subjects of each environment
      </caption>
      <thead>
        <tr>
          <th scope="col">Environment</th>
          ${headings()}
        </tr>
      </thead>
      <tbody>
        ${environments.map(
          ({ name, evidence }) =>
            html`<tr>
              <th scope="row">${name}${evidenceBar(evidence)}</th>
              ${numbers(evidence)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="aside">Subjects that belong to no environment are counted above only.</p> `;
}
