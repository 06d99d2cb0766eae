import type { Finding, Report, WaiverReport } from '../../../assess/index.ts';
import { count, WAIVER_STATES } from '../../parts/index.ts';
import { place, ruleLink, section } from '../elements.ts';
import { html, type Markup } from '../markup.ts';

/** Who accepted which findings, why, until when; nothing that is waived is hidden. */
export function waivers({ waivers: all, findings }: Report): Markup {
  const active = all.filter(({ state }) => state === 'active').length;
  return section(
    {
      id: 'waivers',
      title: 'Waivers',
      lead:
        all.length === 0
          ? 'None: every finding counts.'
          : `${active} of ${count(all.length, 'waiver')} in force. What they cover does not count, and is listed.`,
    },
    all.length > 0 &&
      html`<ul class="items">
        ${all.map((waiver) => item(waiver, findings))}
      </ul> `,
  );
}

function item(waiver: WaiverReport, findings: readonly Finding[]): Markup {
  const { state, rule, scope, reason, approver, until, location, kind } = waiver;
  const covered = findings.filter((finding) => finding.waiver === waiver);
  return html`<li class="waiver">
    <p>
      <span class="badge waiver-${state}">${WAIVER_STATES[state]}</span> <span class="code">${rule}</span> for
      ${scope}
    </p>
    <p>${reason === '' ? 'No reason is given.' : reason}</p>
    <p class="aside">
      Until ${until ?? 'no stated day'}, approved by ${approver ?? 'nobody'}. Written
      ${kind === 'inline' ? 'beside the code' : 'in a file'}, ${place(location)}.
    </p>
    ${
      covered.length > 0 &&
      html`<ul class="covered">
        ${covered.map(
          (finding) =>
            html`<li>${place(finding.location)} ${finding.message} ${ruleLink(finding.rule.id)}</li>`,
        )}
      </ul> `
    }
  </li> `;
}
