import type { Location } from '../../../source/index.ts';
import { excerptOf, type ExcerptLine, type Redactions } from '../../parts/index.ts';
import { html, type Markup } from '../markup.ts';

/** Enough for a line of code on any page; longer ones are cut around the mark. */
const WIDTH = 160;

/** Source lines with their numbers, the exact place marked. */
export function frame(location: Location, redactions: Redactions): Markup {
  const lines = excerptOf(location, { width: WIDTH, redactions }).map((line) =>
    'skipped' in line
      ? html`<span class="gap">${line.skipped} more lines</span> `
      : html`<span class="line${line.mark ? ' hit' : ''}"
          ><span class="no">${line.number}</span><code>${marked(line)}</code></span
        > `,
  );
  return html`<pre class="frame">${lines}</pre> `;
}

function marked({ text, mark }: ExcerptLine): Markup {
  if (!mark) return html`${text}`;
  return html`${text.slice(0, mark.start)}<mark>${text.slice(mark.start, mark.end)}</mark>${text.slice(mark.end)}`;
}
