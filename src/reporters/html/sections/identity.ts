import type { Report } from '../../../assess/index.ts';
import { count } from '../../parts/index.ts';
import { place, section } from '../elements.ts';
import { html, type Content, type Markup } from '../markup.ts';

/** What exactly was held against what: enough to do it again and compare. */
export function identity({ plan, scope, asOf, tool, totals, files, rules }: Report): Markup {
  const examined = files.filter(({ status }) => status === 'examined').length;
  return section(
    { id: 'identity', title: 'Scope and identity' },
    html`<dl class="facts">
      ${fact('Plan', plan ? html`${plan.title} ${place(plan.location)}` : 'none was found, so that no criterion can be assessed')}
      ${plan && fact('SHA-256 of the plan', html`<code class="digest">${plan.sha256}</code>`)}
      ${fact(
        'Limits set',
        scope.length > 0
          ? html`<ul>
              ${scope.map((limit) => html`<li>${limit}</li>`)}
            </ul>`
          : 'none: every rule, every environment, every severity',
      )}
      ${fact('Day', asOf ?? 'not named; dates were held against the day of the run')}
      ${fact('Files', `${examined} of ${totals.files} examined, ${count(totals.subjects, 'subject')} found in them`)}
      ${fact('Checks', `${count(totals.examined, 'check')} by ${count(rules.length, 'rule')}: ${totals.passed} passed, ${totals.violated} violated, ${totals.undecided} undecided, ${totals.waived} waived`)}
      ${fact('Tool', `Planproof ${tool.version}`)}
      ${fact('SHA-256 of the policies', html`<code class="digest">${tool.policyDigest}</code>`)}
    </dl> `,
  );
}

function fact(name: string, value: Content): Markup {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;
}
