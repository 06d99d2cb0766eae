import { place } from '../../reporters/html/elements.ts';
import { html, type Content, type Markup } from '../../reporters/html/markup.ts';
import { formatLocation } from '../../source/index.ts';
import type { Cell, EvidenceLine, FoundTable, Group, MissingBullet, Row } from '../outline/document.ts';
import { EVIDENCE_SIGNS, NOTHING } from '../outline/words.ts';

/** Statements with their evidence, one row each. */
export function statements(groups: readonly Group[], caption: string): Markup {
  return html`<table class="statements">
    <caption class="unseen">
      ${caption}: what the plan says, and what was found of it
    </caption>
    <thead>
      <tr>
        <th scope="col">Statement</th>
        <th scope="col">Says</th>
        <th scope="col">Evidence</th>
      </tr>
    </thead>
    ${groups.map(groupMarkup)}
  </table> `;
}

function groupMarkup({ name, rows }: Group): Markup {
  return html`<tbody>
    ${
      name !== undefined &&
      html`<tr>
        <th scope="rowgroup" colspan="3">${name}</th>
      </tr> `
    }
    ${rows.map(rowMarkup)}
  </tbody> `;
}

function rowMarkup({ name, value, location, evidence, isProse }: Row): Markup {
  return html`<tr>
    <th scope="row" title="${formatLocation(location)}">${name}</th>
    <td class="says">${value}</td>
    <td>${evidence.length > 0 ? lines(evidence) : !isProse && nothing()}</td>
  </tr> `;
}

function nothing(): Markup {
  return html`<span class="nothing"><span aria-hidden="true">${EVIDENCE_SIGNS.none}</span> ${NOTHING}</span>`;
}

function lines(evidence: readonly EvidenceLine[]): Markup {
  return html`<ul>
    ${evidence.map(
      ({ outcome, text, rules, places }) =>
        html`<li class="${outcome}">
          <span class="sign" aria-hidden="true">${EVIDENCE_SIGNS[outcome]}</span> ${text}
          ${rules.length + places.length > 0 && html`<span class="where">${joined([...rules.map((id) => html`<span class="rule">${id}</span>`), ...places.map(place)])}</span>`}
        </li> `,
    )}
  </ul>`;
}

function joined(parts: readonly Markup[]): readonly Content[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part]));
}

/** What the plan lacks, with where it belongs and what could stand there. */
export function lacks(missing: readonly MissingBullet[]): Markup {
  return html`<h3>What the plan lacks</h3>
    <ul class="lacks">
      ${missing.map(
        ({ title, parts }) =>
          html`<li>
            ${title}
            <ul>
              ${parts.map(
                ({ title: part, of, path, example }) =>
                  html`<li>
                    ${part}${of !== null && ` of ${of}`}: belongs at <code>${path}</code>, as in
                    <code>${example}</code>
                  </li> `,
              )}
            </ul>
          </li> `,
      )}
    </ul> `;
}

export function foundTable({ title, headings, rows, more }: FoundTable): Markup {
  const cell = (one: Cell): Content => (typeof one === 'string' ? one : place(one));
  return html`<h3>${title}</h3>
    <table class="plain">
      <caption class="unseen">
        ${title}
      </caption>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((one) => html`<td>${cell(one)}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
    ${more > 0 && html`<p class="aside">And ${more} more.</p>`} `;
}
