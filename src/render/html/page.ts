import { createHash } from 'node:crypto';
import { DIAGRAM_STYLE } from '../../diagrams/index.ts';
import { STYLE } from '../../reporters/html/assets/style.ts';
import { section } from '../../reporters/html/elements.ts';
import { asset, html, type Markup } from '../../reporters/html/markup.ts';
import { coverage } from '../../reporters/html/sections/coverage.ts';
import { scorecard } from '../../reporters/html/sections/verdict.ts';
import { OUTCOMES } from '../../reporters/parts/index.ts';
import type { Part, PlanDocument } from '../outline/document.ts';
import { countWords, EVIDENCE_SIGNS, LEGEND } from '../outline/words.ts';
import { controls } from './controls.ts';
import { figure } from './figure.ts';
import { foundTable, lacks, statements } from './statements.ts';
import { RENDER_STYLE } from './style.ts';

const ALL_STYLES = `${STYLE}${DIAGRAM_STYLE}${RENDER_STYLE}`;
const HASH = createHash('sha256').update(ALL_STYLES).digest('base64');

/** Only our own style may be used, nothing runs, and nothing may be fetched. */
const POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'`;

const OUTCOME_SIGNS = { passed: '✓', failed: '✗', 'not-assessed': '?' } as const;

/** One page that needs nothing else: for a screen, a phone, paper. */
export function page(document: PlanDocument): string {
  const { report, title, about, parts } = document;
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}: deployment plan</title>
        ${asset('style', ALL_STYLES)}
      </head>
      <body>
        <a class="skip" href="#${parts[0]?.id ?? 'criteria'}">Skip to the plan</a>
        ${masthead(document)}
        <div class="columns">
          ${contents(document)}
          <main>
            ${about.length > 0 && [scorecard(report), section({ id: 'about', title: 'About the plan' }, statements([{ name: undefined, rows: about }], 'About the plan'))]}
            ${parts.map((part) => partMarkup(part, document))}
          </main>
        </div>
        <footer>Planproof ${report.tool.version}</footer>
      </body>
    </html> `;
  return `${markup.trimEnd()}\n`;
}

function masthead({ title, byline, report, counts }: PlanDocument): Markup {
  const { outcome, because } = report.verdict;
  return html`<header class="masthead">
    <p class="overline">Deployment plan</p>
    <h1>${title}</h1>
    ${byline !== '' && html`<p class="byline">${byline}</p>`}
    <div class="outcome ${outcome}">
      <p class="word"><span aria-hidden="true">${OUTCOME_SIGNS[outcome]}</span> ${OUTCOMES[outcome]}</p>
      <ul>
        ${because.map((reason) => html`<li>${reason}</li>`)}
        <li>${countWords(counts)}</li>
      </ul>
    </div>
    <ul class="legend">
      ${LEGEND.map(([what, words]) => html`<li><b aria-hidden="true">${EVIDENCE_SIGNS[what]}</b> ${words}</li> `)}
    </ul>
  </header> `;
}

function contents({ about, parts }: PlanDocument): Markup {
  const entries = [
    ...(about.length > 0 ? [['criteria', 'Criteria'] as const, ['about', 'About the plan'] as const] : []),
    ...parts.map(({ id, title }) => [id, title] as const),
  ];
  return html`<nav aria-label="Contents">
    <ul>
      ${entries.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li> `)}
    </ul>
  </nav> `;
}

function partMarkup(part: Part, { report }: PlanDocument): readonly (Markup | false | undefined)[] {
  const { id, title, diagrams, hasCoverage, missing, sections, tables } = part;
  return [
    section(
      { id, title },
      diagrams.map(figure),
      id === 'security' && controls(report),
      missing.length > 0 && lacks(missing),
      sections.length === 0 && html`<p>The plan says nothing on this.</p>`,
      sections.map(
        (one) =>
          html`<h3>${one.title}</h3>
            ${statements(one.groups, one.title)}`,
      ),
      tables.map(foundTable),
    ),
    hasCoverage && coverage(report),
  ];
}
