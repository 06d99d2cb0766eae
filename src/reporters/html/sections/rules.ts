import type { Report, RuleReport, SubjectReference } from '../../../assess/index.ts';
import { count, frameworkOf } from '../../parts/index.ts';
import { evidenceBar, evidenceWords, place, ruleAnchor, section, severityBadge } from '../elements.ts';
import { html, type Markup } from '../markup.ts';

/** Passes shown for one rule; the json report has all. */
const PASSES = 1000;

/** Every rule with what it asks for and what it found good. */
export function rules(report: Report): Markup {
  return section(
    {
      id: 'rules',
      title: 'Rules and what passed',
      lead: `${count(report.totals.passed, 'check')} passed. Each rule lists the subjects that it examined and found good, so that a sample of them can be checked again.`,
    },
    report.rules.map(item),
  );
}

function item({ rule, evidence, passed, failure }: RuleReport): Markup {
  const links = rule.links.filter(({ url }) => /^https?:\/\//.test(url));
  const controls = Object.entries(rule.controls);
  return html`<details class="rule-entry">
    <summary>
      <h3>${rule.title}</h3>
      <span class="under"
        ><code>${rule.id}</code
        ><span class="aside">${failure === undefined ? evidenceWords(evidence) : 'failed'}</span></span
      >${evidence.passed < evidence.examined && evidenceBar(evidence)}
    </summary>
    <div id="${ruleAnchor(rule.id)}" class="rule-body">
      <p>${rule.description}</p>
      <p><strong>To fix:</strong> ${rule.remediation}</p>
      <p>
        ${severityBadge(rule.severity)} ${rule.required && html`<span class="tag">required</span>`} Evidence
        for ${rule.criteria.map((id, index) => html`${index > 0 && ', '}<code>${id}</code>`)}
      </p>
      ${controls.length > 0 && html`<p class="aside">${controls.map(([id, ids]) => `${frameworkOf(id).title}: ${ids.join(', ')}`).join('; ')}</p>`}
      ${links.length > 0 && html`<p>${links.map(({ title, url }) => html`<a href="${url}" rel="noreferrer">${title}</a> `)}</p>`}
      ${passes(passed)}
    </div>
  </details> `;
}

function passes(passed: readonly SubjectReference[]): Markup {
  if (passed.length === 0) return html`<p class="aside">Nothing passed.</p>`;
  return html`<h4>Passed <span class="count">${passed.length}</span></h4>
    <ul class="passes">
      ${passed
        .slice(0, PASSES)
        .map(
          ({ name, environment, location }) =>
            html`<li>
              ${name} ${environment !== undefined && html`<span class="tag">${environment}</span>`}
              ${place(location)}
            </li> `,
        )}
    </ul>
    ${passed.length > PASSES && html`<p class="aside">And ${passed.length - PASSES} more, which the json report lists.</p>`}`;
}
