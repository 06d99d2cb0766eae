import type {
  CoverageCell,
  CoverageReport,
  CoverageRow,
  CoverageState,
  Report,
} from '../../../assess/index.ts';
import {
  COVERAGE_SIGNS,
  COVERAGE_STATES,
  coverageTables,
  coverageWords,
  type CoverageTable,
} from '../../parts/index.ts';
import { place, section } from '../elements.ts';
import { html, type Markup } from '../markup.ts';

/** Pieces of evidence for one cell; the json report has all. */
const EVIDENCE = 10;

/** Components and infrastructure by what their monitoring needs: a table of signs, and behind each sign why. */
export function coverage({ coverage: matrix }: Report): Markup | undefined {
  const tables = matrix ? coverageTables(matrix) : [];
  if (!matrix || tables.length === 0) return undefined;
  return section(
    { id: 'coverage', title: 'What is monitored', lead: leadOf(matrix) },
    legend(),
    tables.map((table) => [grid(table), table.rows.map((row, index) => details(table, row, index))]),
  );
}

function leadOf(matrix: CoverageReport): string {
  return `${coverageWords(matrix)} A cell leads to its reason and its evidence.`;
}

function legend(): Markup {
  return html`<ul class="legend">
    ${(Object.keys(COVERAGE_STATES) as CoverageState[]).map(
      (state) =>
        html`<li class="${state}">
          <b aria-hidden="true">${COVERAGE_SIGNS[state]}</b> ${COVERAGE_STATES[state]}
        </li> `,
    )}
  </ul> `;
}

function grid(table: CoverageTable): Markup {
  return html`<h3>${table.title}</h3>
    <table class="matrix">
      <caption class="unseen">
        ${table.title} and the aspects of their monitoring
      </caption>
      <thead>
        <tr>
          <th scope="col">Watched</th>
          ${table.aspects.map((aspect) => html`<th scope="col"><span class="aspect">${aspect}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          (row, index) =>
            html`<tr>
              <th scope="row">${row.name}</th>
              ${row.cells.map((cell) => sign(cell, anchor(table, index, cell)))}
            </tr> `,
        )}
      </tbody>
    </table> `;
}

function anchor({ id }: CoverageTable, row: number, { aspect }: CoverageCell): string {
  return `coverage-${id}-${row + 1}-${aspect}`;
}

function sign({ aspect, state }: CoverageCell, target: string): Markup {
  return html`<td class="${state}">
    <a href="#${target}"
      ><span aria-hidden="true">${COVERAGE_SIGNS[state]}</span
      ><span class="unseen">${COVERAGE_STATES[state]}</span><span class="label"> ${aspect}</span></a
    >
  </td>`;
}

function details(table: CoverageTable, row: CoverageRow, index: number): Markup {
  const missing = row.cells.filter(({ state }) => state === 'not-met').map(({ aspect }) => aspect);
  const open = row.cells.filter(({ state }) => state === 'unknown').map(({ aspect }) => aspect);
  const words = [
    ...(missing.length > 0 ? [`not met: ${missing.join(', ')}`] : []),
    ...(open.length > 0 ? [`unknown: ${open.join(', ')}`] : []),
  ];
  return html`<details>
    <summary>
      <h3>${row.name}</h3>
      <span class="aside"
        >${row.criticality !== null && `${row.criticality}; `}${words.length > 0 ? words.join('; ') : 'nothing is missing'}</span
      >
    </summary>
    <ul class="cells">
      ${row.cells.map((cell) => reason(cell, anchor(table, index, cell)))}
    </ul>
  </details> `;
}

function reason({ aspect, state, because, evidence, related }: CoverageCell, id: string): Markup {
  const places = [...evidence, ...related].slice(0, EVIDENCE);
  const rest = evidence.length + related.length - places.length;
  return html`<li id="${id}">
    <strong>${aspect}</strong>
    <span
      ><span class="badge ${state}"
        ><span aria-hidden="true">${COVERAGE_SIGNS[state]}</span> ${COVERAGE_STATES[state]}</span
      ></span
    >
    <div>
      <p>${because}</p>
      ${places.length > 0 && html`<p class="places">${places.map(({ location }) => place(location))}${rest > 0 && ` and ${rest} more`}</p>`}
    </div>
  </li> `;
}
