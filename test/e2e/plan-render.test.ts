import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, planproof } from '../support/cli.ts';

const AS_OF = ['--as-of', '2026-11-24'] as const;

const PARTS: readonly string[] = [
  'Infrastructure architecture',
  'CI/CD pipeline',
  'Security controls and compliance measures',
  'Monitoring and observability',
  'Deployment procedures and runbooks',
  'Disaster recovery procedures',
];

/** Words for people, which no file could show, need no evidence. */
const PROSE = /^\| (?:title|summary|description|reason|meaning) \|/;

const EVIL = `x</script><script>alert(1)</script><img src=//evil.example/x onerror=alert(2)>[a](//evil.example)"`;

/** Attributes that make a page load, send or run something. */
const LOADS = /<[^>]*\s(?:src|srcset|action|formaction|poster|data|on\w+)=/i;

function render(folder: string, ...args: readonly string[]): string {
  const { stdout, stderr, code } = planproof(folder, 'plan', 'render', ...AS_OF, ...args);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}

describe('planproof plan render', () => {
  it.each(['webshop-drifted', 'bank'])(
    'has all that the task asks for of %s, and beside each statement what was found or that nothing was',
    (story) => {
      const text = render('fixtures', story);
      const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
      expect(headings.filter((title = '') => PARTS.includes(title))).toEqual(PARTS);
      expect(text).not.toContain('The plan says nothing on this.');
      const rows = statementsOf(text);
      expect(rows.length).toBeGreaterThan(100);
      for (const row of rows)
        if (!PROSE.test(row))
          expect(row).toMatch(/ (?:[✓✗?!] \S.*`[a-z-]+\/[a-z-]+`|– Nothing in the files)/);
      const html = render('fixtures', story, '-o', 'html');
      for (const title of PARTS) expect(html).toContain(`>${title}</h2>`);
      expect(html.match(/<td class="says">/g)).toHaveLength(rows.length);
    },
  );

  it('tells what drifted, at its place in the files and in the plan', () => {
    const text = render('fixtures', 'webshop-drifted', '--part', 'architecture');
    expect(text).toContain(
      '✗ Environment staging is planned in eu-central-1 and provisioned in eu-west-1. `delivery/region-as-planned`',
    );
    expect(text).toContain('`webshop-drifted/deployment-plan.yaml:64:13`');
  });

  it('asks for nothing from elsewhere and runs nothing, in pages of stories and of hostile names', () => {
    const quoted = JSON.stringify(EVIL);
    const hostile = folderOf({
      'deployment-plan.yaml': `apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: ${quoted}\nenvironments: [{ name: ${quoted}, purpose: production }]\ndelivery: { stages: [{ name: ${quoted}, kind: build }] }\n`,
      [`x<img src=q onerror=alert(3)>.yaml`]: `apiVersion: v1\nkind: Pod\nmetadata: { name: ${quoted} }\nspec: { containers: [{ name: ${quoted}, image: ${quoted} }] }\n`,
    });
    const pages = [
      render('fixtures', 'webshop-drifted', '-o', 'html'),
      render('fixtures', 'bank', '-o', 'html'),
      render(hostile, '-o', 'html'),
    ];
    for (const page of pages) {
      const markup = page.replace(/<style>[\s\S]*?<\/style>/g, '');
      expect(markup).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b/i);
      // What stands in quotes is text: names are escaped there, too.
      expect(markup.replace(/="[^"]*"/g, '=""')).not.toMatch(LOADS);
      expect(page).not.toMatch(/@import|url\((?!#)/);
      for (const [, target = ''] of markup.matchAll(/href="([^"]*)"/g)) expect(target).toMatch(/^#/);
    }
    expect(pages[2]).toContain('alert(1)');
    const markdown = render(hostile);
    const outside = markdown
      .replace(/```mermaid\n[\s\S]*?```/g, '')
      .replace(/(?<!`)(`{1,3})(?!`).+?(?<!`)\1(?!`)/g, '');
    expect(outside.replaceAll('<br>', '')).not.toMatch(/[<>]|\]\(/);
    for (const [, diagram = ''] of markdown.matchAll(/```mermaid\n([\s\S]*?)```/g))
      expect(diagram.replaceAll('<br/>', '')).not.toMatch(/<|onerror=/);
  });

  it('gives the same bytes twice, into files as on the screen', () => {
    const folder = folderOf({ 'keep.txt': '' });
    const [markdown, html] = [join(folder, 'plan.md'), join(folder, 'plan.html')];
    expect(render('fixtures', 'bank', '-o', `markdown=${markdown}`, '-o', `html=${html}`)).toBe('');
    expect(readFileSync(markdown, 'utf8')).toBe(render('fixtures', 'bank'));
    expect(readFileSync(html, 'utf8')).toBe(render('fixtures', 'bank', '-o', 'html'));
  });

  it('shows only the parts that are named', () => {
    const text = render('fixtures', 'bank', '--part', 'pipeline,recovery');
    expect([...text.matchAll(/^## .*$/gm)].map(([line]) => line)).toEqual([
      '## CI/CD pipeline',
      '## Disaster recovery procedures',
    ]);
  });

  it.each([
    ['a path that is not there', ['x'], 'error: There is no file or folder "x".'],
    ['a format that is none', ['bank', '-o', 'pdf'], 'error: There is no report format "pdf".'],
    ['several plans', ['.'], 'deployment plans: bank'],
    ['a part that is none', ['bank', '--part', 'foo'], 'error: "foo" is not a value for --part.'],
    ['no plan', ['bank/docs'], 'error: There is no deployment plan at "bank/docs".'],
    ['a day that is none', ['bank', '--as-of', '2026-13-01'], '"2026-13-01" is not a value for --as-of.'],
  ])('ends with 2 for %s, and writes nothing', (_, args, message) => {
    const { stdout, stderr, code } = planproof('fixtures', 'plan', 'render', ...args);
    expect(stderr).toContain(message);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  });
});

/** Rows of the tables of statements, but for those that name a group. */
function statementsOf(text: string): readonly string[] {
  const rows: string[] = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('| Statement |')) isInside = true;
    else if (!line.startsWith('|')) isInside = false;
    else if (isInside && !line.startsWith('| ---') && !line.endsWith('** |  |  |')) rows.push(line);
  }
  return rows;
}
