import type { BulletReport, BulletState, PartReport, Report, StepReport } from '../../../assess/index.ts';
import { BULLET_SIGNS, completenessWords, partWords } from '../../parts/index.ts';
import { place, section } from '../elements.ts';
import { html, type Markup } from '../markup.ts';

const TONES: Readonly<Record<BulletState, string>> = {
  stated: 'met',
  partly: 'unknown',
  missing: 'not-met',
};

/** The task's steps and their bullets, and of what the plan does not state where it belongs and an example. */
export function completeness({ completeness: steps }: Report): Markup | undefined {
  if (!steps) return undefined;
  return section(
    { id: 'completeness', title: 'What the plan states', lead: completenessWords(steps) },
    steps.map(stepTable),
  );
}

function stepTable({ number, title, bullets }: StepReport): Markup {
  return html`<h3>${number}. ${title}</h3>
    <ul class="cells">
      ${bullets.map(bulletItem)}
    </ul> `;
}

function bulletItem({ id, title, state, parts }: BulletReport): Markup {
  const open = parts.filter(({ stated }) => !stated);
  return html`<li id="${id.replace('/', '-')}">
    <strong>${id.split('/')[1] ?? id}</strong>
    <span
      ><span class="badge ${TONES[state]}"
        ><span aria-hidden="true">${BULLET_SIGNS[state]}</span> ${state}</span
      ></span
    >
    <div>
      <p>${title}</p>
      ${open.map(missing)}
    </div>
  </li> `;
}

function missing(part: PartReport): Markup {
  return html`<p>
    Nothing on ${partWords(part)}; it belongs under <code>${part.path}</code>, such as
    <code>${part.example}</code> ${place(part.location)}
  </p> `;
}
