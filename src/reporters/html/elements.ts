import type { CriterionReport, Evidence } from '../../assess/index.ts';
import type { Severity } from '../../policy/index.ts';
import { formatLocation, type Location } from '../../source/index.ts';
import { count, STATE_SIGNS, stateWords } from '../parts/index.ts';
import { html, type Content, type Markup } from './markup.ts';

/** A state by sign and words; the color only repeats them. */
export function stateBadge(criterion: Pick<CriterionReport, 'state' | 'qualified'>): Markup {
  const { state } = criterion;
  return html`<span class="badge ${state}"
    ><span aria-hidden="true">${STATE_SIGNS[state]}</span> ${stateWords(criterion)}</span
  >`;
}

export function severityBadge(severity: Severity): Markup {
  return html`<span class="badge ${severity}">${severity}</span>`;
}

/** `path:line:column`. */
export function place(location: Location): Markup {
  return html`<code class="place">${formatLocation(location)}</code>`;
}

/** `14 checks: 12 passed, 2 violated`. */
export function evidenceWords({ examined, passed, violated, undecided, waived }: Evidence): string {
  if (examined === 0) return 'nothing examined';
  const parts = [
    ...(passed > 0 ? [`${passed} passed`] : []),
    ...(violated > 0 ? [`${violated} violated`] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ];
  return `${count(examined, 'check')}: ${parts.join(', ')}`;
}

/** The same counts to scale; for the eye only, since words or columns beside it tell them. */
export function evidenceBar(evidence: Evidence): Markup {
  const { examined } = evidence;
  let x = 0;
  const stretches = (['passed', 'violated', 'undecided', 'waived'] as const).flatMap((what) => {
    const width = examined === 0 ? 0 : (evidence[what] / examined) * 100;
    const start = x;
    x += width;
    return width === 0
      ? []
      : [html`<rect class="${what}" x="${start.toFixed(2)}" width="${width.toFixed(2)}" height="6" />`];
  });
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    ${stretches}
  </svg>`;
}

export interface SectionOptions {
  readonly id: string;
  readonly title: string;
  readonly lead?: Content;
}

export function section({ id, title, lead }: SectionOptions, ...content: readonly Content[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${lead === undefined ? undefined : html`<p class="lead">${lead}</p>`} ${content}
  </section> `;
}

/** A rule's id that leads to its entry. */
export function ruleLink(id: string): Markup {
  return html`<a class="rule" href="#${ruleAnchor(id)}">${id}</a>`;
}

export function ruleAnchor(id: string): string {
  return `rule-${id.replace(/[^\w-]+/g, '.')}`;
}
