import { drawingOf, svgOf, whyNotDrawn, type Diagram } from '../../diagrams/index.ts';
import { html, type Markup } from '../../reporters/html/markup.ts';

/** A diagram with what it shows in words, for those who do not see it, and for searching. */
export function figure(diagram: Diagram): Markup {
  const drawing = drawingOf(diagram);
  if (!drawing)
    return html`<h3>${diagram.title}</h3>
      <p>${whyNotDrawn(diagram)}</p> `;
  return html`<h3>${diagram.title}</h3>
    <p class="lead">${diagram.lead}</p>
    <div class="drawing" role="group" aria-label="${diagram.title}" tabindex="0">
      ${svgOf(diagram, drawing)}
    </div>
    ${inWords(diagram)} `;
}

function inWords({ nodes, edges }: Diagram): Markup | undefined {
  if (edges.length === 0) return undefined;
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return html`<details class="words">
    <summary>In words</summary>
    <ul>
      ${edges.map(({ from, to, label }) => html`<li>${names.get(from)} → ${names.get(to)}${label !== undefined && ` (${label})`}</li> `)}
    </ul>
  </details> `;
}
