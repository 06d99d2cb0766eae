import { expect, test } from 'vitest';
import { reportOf } from '../testing/builder.ts';
import { STORIES } from '../testing/sarif.ts';
import { EVIL, large, SECRET } from '../testing/stories.ts';
import { drifted, STORY } from '../testing/webshop.ts';
import { htmlReporter } from './index.ts';

const render = (report: typeof drifted): string => htmlReporter.render(report, { color: false, width: 100 });
const page = render(drifted);

/** The text between the first occurrences of two others. */
function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  return text.slice(start, text.indexOf(to, start) + to.length);
}

test('a finding has its message, place, source lines with the exact mark, related places and what to do', () => {
  const start = page.indexOf('<h3>Container payments-proxy');
  expect(page.slice(page.lastIndexOf('<article', start), page.indexOf('</article>', start)))
    .toMatchInlineSnapshot(`
    "<article class="finding error"  data-rule="workload/containers-not-privileged" data-severity="error" data-criterion="security-compliance"
    data-environment="production">
    <h3>Container payments-proxy of checkout is privileged.</h3>
    <p class="meta">
    <span class="badge error">error</span> <code class="place">kubernetes/checkout/deployment.yaml:12:25</code> <a class="rule" href="#rule-workload.containers-not-privileged">workload/containers-not-privileged</a>
    <span class="tag">production</span>
    </p>
    <pre class="frame"><span class="line"
    ><span class="no">11</span><code>          securityContext:</code></span
    > <span class="line hit"
    ><span class="no">12</span><code>            privileged: <mark>true</mark></code></span
    > <span class="line"
    ><span class="no">13</span><code>            readOnlyRootFilesystem: true</code></span
    > </pre> 
    <ul class="related">
    <li><code class="place">deployment-plan.yaml:10:15</code> the plan rolls back by rollout-abort here</li>
    </ul> 
    <p class="fix"><strong>To fix:</strong> Set privileged to false, and add the single capabilities that the container needs.</p>
    "
  `);
});

test('a criterion has its state in words, why, and its counts', () => {
  expect(between(page, '<tbody>', '</tr>')).toMatchInlineSnapshot(`
    "<tbody>
    <tr>
    <td><span class="badge not-assessed"
    ><span aria-hidden="true">?</span> not assessed</span
    ></td>
    <th scope="row" abbr="Plan adheres to DevOps best practices">
    <span class="title">Plan adheres to DevOps best practices</span> <code>devops-practices</code>
    <ul class="because">
    <li>Undecided once: Production deploys need an approval.</li>
    </ul>

    <p class="narrow">4 checks: 1 passed, 2 violated, 1 undecided</p>
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="passed" x="0.00" width="25.00" height="6" /><rect class="violated" x="25.00" width="50.00" height="6" /><rect class="undecided" x="75.00" width="25.00" height="6" />
    </svg>
    </th>
    <td class="number">4</td><td class="number">1</td><td class="number">2</td><td class="number">1</td><td class="number zero">0</td>
    </tr>"
  `);
});

test('of many reasons the first are shown, the others folded behind their number; a single one is not', () => {
  const because = (reasons: readonly string[]): string => {
    const criteria = drifted.criteria.map((criterion) => ({ ...criterion, because: reasons }));
    return between(render({ ...drifted, criteria }), '<ul class="because">', '<p class="narrow">');
  };
  expect(because(['A.', 'B.', 'C.', 'D.', 'E.'])).toMatchInlineSnapshot(`
    "<ul class="because">
    <li>A.</li><li>B.</li><li>C.</li>
    </ul>
    <details class="more">
    <summary>2 more reasons</summary>
    <ul class="because">
    <li>D.</li><li>E.</li>
    </ul>
    </details>
    <p class="narrow">"
  `);
  expect(because(['A.', 'B.', 'C.', 'D.'])).not.toContain('<details');
});

test('rules that examined nothing and need not are folded, by what is missing', () => {
  const start = page.indexOf('not among the files, and need not be');
  const folded = page.slice(page.lastIndexOf('<details>', start), page.indexOf('</details>', start));
  expect(folded).toContain('<summary>');
  expect(folded).toContain('<p>The files hold no');
  expect(folded).not.toContain('class="tag">required');
  const section = between(page, 'id="not-assessed"', '</section>');
  expect(section.indexOf('class="tag">required')).toBeLessThan(section.indexOf('need not be'));
});

test('nothing is fetched and nothing but our own style and script runs', () => {
  expect(between(page, 'http-equiv="Content-Security-Policy"', '/>').replaceAll('&#39;', "'")).toMatch(
    /content="default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'"/,
  );
  for (const report of Object.values(STORIES)) {
    const markup = render(report).replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
    expect(markup).not.toMatch(/<(?:link|img|iframe|object|embed|script|style|base|form)\b/i);
    expect(markup.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\s(?:src|srcset|action|style|on\w+)=/i);
    for (const [, target = ''] of markup.matchAll(/href="([^"]*)"/g))
      expect(target).toMatch(/^(?:#|https?:)/);
  }
});

test('text from the scanned files stays text', () => {
  const markup = render(STORIES['hostile']!);
  expect(markup).not.toContain(EVIL.slice(0, 20));
  expect(markup).toContain(
    '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&quot;&amp;`${1} \\x1b[31m\\u202e {0}',
  );
  expect(markup).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
});

test('a secret is masked', () => {
  const markup = render(STORIES['secretFound']!);
  expect(markup).not.toContain(SECRET);
  expect(markup).toContain('<mark>••••••</mark>');
});

test.each(Object.entries(STORIES))('the page on %s is in order for people who do not see it', (_, report) => {
  const markup = render(report).replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
  const levels = [...markup.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  // No level is left out on the way down.
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  for (const landmark of ['<header', '<nav aria-label=', '<main>', '<footer>'])
    expect(markup.split(landmark)).toHaveLength(2);
  const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const [, target = ''] of markup.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  for (const [, target = ''] of markup.matchAll(/aria-labelledby="([^"]*)"/g)) expect(ids).toContain(target);
  for (const [table] of markup.matchAll(/<table[\s\S]*?<\/table>/g))
    expect(table).toMatch(/<caption[\s\S]*<th scope="col"/);
  for (const [control] of markup.matchAll(/<(?:input|select)\b[^>]*>/g))
    expect(markup.slice(0, markup.indexOf(control))).toMatch(/<label\s*>[^<]*$/);
  for (const [svg] of markup.matchAll(/<svg[^>]*>/g)) expect(svg).toContain('aria-hidden="true"');
});

test('without a script everything is there, and filters that would do nothing are not', () => {
  expect(page).toMatch(/<div class="filters"[^>]*\shidden>/);
  expect(page.replace(/<div class="filters"[^>]*>/, '')).not.toMatch(/<[^>]*\shidden[\s>]/);
});

test.each(['light', 'dark'])('text has enough contrast in the %s scheme (WCAG AA, 4.5)', (scheme) => {
  const blocks = [...page.matchAll(/:root \{([^}]*)\}/g)].map(([, block = '']) => block);
  const colors = Object.fromEntries(
    [...(blocks[scheme === 'light' ? 0 : 1] ?? '').matchAll(/--(\w+): (#[\da-f]{6})/g)].map(
      ([, name = '', color = '']) => [name, color],
    ),
  );
  const texts = ['text', 'quiet', 'link', 'good', 'bad', 'open', 'info', 'none'];
  const pairs = [
    ...texts.flatMap((text) => [
      [text, 'ground'],
      [text, 'panel'],
    ]),
    ['text', 'mark'],
  ];
  const poor = pairs.filter(([text = '', ground = '']) => contrast(colors[text]!, colors[ground]!) < 4.5);
  expect(poor).toEqual([]);
});

test('of many findings the first have source lines, the others are listed, and the page says so', () => {
  const markup = render(large(503));
  expect(markup.match(/<article/g)).toHaveLength(500);
  expect(markup.match(/<li class="finding"/g)).toHaveLength(3);
  expect(markup).toContain('Source lines are shown for the first 500 findings only.');
});

test('the same report gives the same bytes, in whatever order its rules and files came', () => {
  expect(
    render(reportOf({ ...STORY, rules: [...STORY.rules].reverse(), files: [...STORY.files].reverse() })),
  ).toBe(page);
});

/** The ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((index) => parseInt(color.slice(index, index + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
