import type { Report } from '../../assess/index.ts';
import { html, type Markup } from '../../reporters/html/markup.ts';
import { CONTROL_HEADINGS, frameworkCounts } from '../outline/controls.ts';

export function controls(report: Report): Markup {
  return html`<h3>Evidence for controls</h3>
    <table class="plain">
      <caption class="unseen">
        Controls of frameworks by what was found
      </caption>
      <thead>
        <tr>
          ${CONTROL_HEADINGS.map((heading, index) => html`<th scope="col" class="${index > 0 && 'number'}">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${frameworkCounts(report).map(
          ({ title, supported, against, open }) =>
            html`<tr>
              <th scope="row">${title}</th>
              ${[supported, against, open].map((number) => html`<td class="number">${number}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table> `;
}
