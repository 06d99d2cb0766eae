import type { Report } from '../../../assess/index.ts';
import { section } from '../elements.ts';
import { html, type Markup } from '../markup.ts';

/** How the answers came about, how to get them again, and what they do not say. */
export function method({ tool, plan, asOf }: Report): Markup {
  const command = [
    'planproof check',
    ...(plan ? [`--plan ${plan.location.file.path}`] : []),
    ...(asOf === undefined ? [] : [`--as-of ${asOf}`]),
  ];
  return section(
    { id: 'method', title: 'Method and limits' },
    html`<p>
        A rule looks at every subject of its kinds that the files hold and finds it good, violated, or
        undecided because the files do not tell. A criterion is <strong>met</strong> when each required rule
        examined something and decided it and nothing at the fail threshold is violated;
        <strong>not met</strong> when something is; else <strong>not assessed</strong>. Nothing examined is
        never met.
      </p>
      <h3>To do it again</h3>
      <p>
        Planproof ${tool.version} with the same policies and the same files gives the same report, byte for
        byte. Compare the digests above and under Files.
      </p>
      <pre class="command"><code>${command.join(' ')} --output html=report.html</code></pre>
      <h3>Limits</h3>
      <ul class="limits">
        <li>
          This is evidence of what is written down: the plan, the configuration, the runbooks. It does not
          show what runs, nor that people do as the runbooks say.
        </li>
        <li>Drift between the files and the running system is not seen.</li>
        <li>Files that were not recognized or not examined are listed and nothing is claimed of them.</li>
        <li>Where a secret was found, its text is masked.</li>
      </ul> `,
  );
}
