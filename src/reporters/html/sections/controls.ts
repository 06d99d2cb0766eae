import type { Evidence, Report } from '../../../assess/index.ts';
import { controlCoverage, count, type ControlCoverage, type FrameworkCoverage } from '../../parts/index.ts';
import { evidenceWords, ruleLink, section } from '../elements.ts';
import { html, type Markup } from '../markup.ts';

/** For which controls of which frameworks there is evidence; never that a control is fulfilled. */
export function controls({ rules }: Report): Markup {
  const frameworks = controlCoverage(rules);
  return section(
    {
      id: 'controls',
      title: 'Evidence for controls',
      lead:
        frameworks.length === 0
          ? 'No rule that was run is evidence for a control.'
          : 'Rules are evidence for controls. That everything examined conforms does not mean that a control is fulfilled, and controls without a rule are not listed.',
    },
    frameworks.map(framework),
  );
}

function framework({ title, version, controls: list }: FrameworkCoverage): Markup {
  const good = list.filter(({ evidence }) => reading(evidence) === 'supports').length;
  return html`<details class="framework">
    <summary>
      <h3>${title}${version !== undefined && !title.includes(version) && ` ${version}`}</h3>
      <span class="under aside"
        >${count(list.length, 'control')}; all evidence conforms for ${good === 0 ? 'none' : good}</span
      >
    </summary>
    <table class="plain">
      <caption class="unseen">
        Controls of ${title} and the evidence for them
      </caption>
      <thead>
        <tr>
          <th scope="col">Control</th>
          <th scope="col">Evidence</th>
          <th scope="col">Rules</th>
        </tr>
      </thead>
      <tbody>
        ${list.map(row)}
      </tbody>
    </table>
  </details> `;
}

function row({ id, rules, evidence }: ControlCoverage): Markup {
  const what = reading(evidence);
  return html`<tr>
    <th scope="row">${id}</th>
    <td><span class="badge ${what}">${READINGS[what]}</span> ${evidenceWords(evidence)}</td>
    <td>${rules.map((rule) => html`${ruleLink(rule)} `)}</td>
  </tr> `;
}

type Reading = 'supports' | 'against' | 'open' | 'none';

const READINGS: Readonly<Record<Reading, string>> = {
  supports: '✓ conforms',
  against: '✗ violated',
  open: '? incomplete',
  none: '– none',
};

function reading({ examined, violated, undecided, waived }: Evidence): Reading {
  if (examined === 0) return 'none';
  if (violated > 0) return 'against';
  return undecided + waived > 0 ? 'open' : 'supports';
}
