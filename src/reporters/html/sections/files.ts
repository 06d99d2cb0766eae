import type { FileReport, FileStatus, Report } from '../../../assess/index.ts';
import { count, FILE_STATES } from '../../parts/index.ts';
import { section } from '../elements.ts';
import { html, type Markup } from '../markup.ts';

/** Every file that was met, with its hash, so that the population can be reconciled. */
export function population({ files }: Report): Markup {
  const states = (Object.keys(FILE_STATES) as FileStatus[])
    .map((state) => [FILE_STATES[state], files.filter(({ status }) => status === state).length] as const)
    .filter(([, number]) => number > 0);
  const sum = states.map(([name, number]) => `${number} ${name}`).join(', ');
  return section(
    {
      id: 'files',
      title: 'Files',
      lead: files.length === 0 ? 'No file was met.' : `${count(files.length, 'file')}: ${sum}.`,
    },
    files.length > 0 &&
      html`<details>
        <summary>All files with their hashes</summary>
        <table class="plain population">
          <caption class="unseen">
            Every file that was met
          </caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">State</th>
              <th scope="col" class="number">Subjects</th>
              <th scope="col" class="number">Bytes</th>
            </tr>
          </thead>
          <tbody>
            ${files.map(row)}
          </tbody>
        </table>
      </details> `,
  );
}

function row({ path, status, bytes, sha256, formats, subjects, reason }: FileReport): Markup {
  return html`<tr>
    <th scope="row">
      <code>${path}</code>${sha256 !== undefined && html`<code class="digest">${sha256}</code>`}
    </th>
    <td>
      ${FILE_STATES[status]}${formats.length > 0 && html`<span class="aside"> ${formats.join(', ')}</span>`}${reason !== undefined && html`<span class="aside"> ${reason}</span>`}
    </td>
    <td class="number">${subjects}</td>
    <td class="number">${bytes}</td>
  </tr> `;
}
