import { createHash } from 'node:crypto';
import type { Report } from '../../assess/index.ts';
import { SCRIPT } from './assets/script.ts';
import { STYLE } from './assets/style.ts';
import { coverageTables } from '../parts/index.ts';
import { asset, html, type Markup } from './markup.ts';
import { completeness } from './sections/completeness.ts';
import { controls } from './sections/controls.ts';
import { coverage } from './sections/coverage.ts';
import { population } from './sections/files.ts';
import { findings } from './sections/findings.ts';
import { identity } from './sections/identity.ts';
import { method } from './sections/method.ts';
import { notAssessed } from './sections/open.ts';
import { rules } from './sections/rules.ts';
import { masthead, scorecard } from './sections/verdict.ts';
import { waivers } from './sections/waivers.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Only our own style and script may be used, and nothing may be fetched. */
const POLICY = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; base-uri 'none'; form-action 'none'`;

/** The sections answer questions in the order in which a reader asks them. */
export function page(report: Report): string {
  const { plan, tool } = report;
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${plan?.title ?? 'No deployment plan'}: Planproof report</title>
        ${asset('style', STYLE)}
      </head>
      <body>
        <a class="skip" href="#criteria">Skip to the criteria</a>
        ${masthead(report)}
        <div class="columns">
          ${contents(report)}
          <main>
            ${scorecard(report)} ${completeness(report)} ${coverage(report)} ${identity(report)}
            ${notAssessed(report)} ${findings(report)} ${waivers(report)} ${controls(report)} ${rules(report)}
            ${population(report)} ${method(report)}
          </main>
        </div>
        <footer>Planproof ${tool.version}</footer>
        ${asset('script', SCRIPT)}
      </body>
    </html> `;
  return `${markup.trimEnd()}\n`;
}

function contents(report: Report): Markup {
  const { findings: all, undecided, waivers: accepted, rules: run, files } = report;
  const hasCoverage = report.coverage !== undefined && coverageTables(report.coverage).length > 0;
  const entries: readonly (readonly [string, string, number?])[] = [
    ['criteria', 'Criteria'],
    ...(report.completeness ? ([['completeness', 'What the plan states']] as const) : []),
    ...(hasCoverage ? ([['coverage', 'What is monitored']] as const) : []),
    ['identity', 'Scope and identity'],
    ['not-assessed', 'Not assessed', undecided.length],
    ['findings', 'Findings', all.filter(({ waiver }) => !waiver).length],
    ['waivers', 'Waivers', accepted.length],
    ['controls', 'Evidence for controls'],
    ['rules', 'Rules and passes', run.length],
    ['files', 'Files', files.length],
    ['method', 'Method and limits'],
  ];
  return html`<nav aria-label="Contents">
    <ul>
      ${entries.map(
        ([id, title, number]) =>
          html`<li>
            <a href="#${id}"
              >${title}${number !== undefined && html` <span class="count">${number}</span>`}</a
            >
          </li> `,
      )}
    </ul>
  </nav> `;
}
