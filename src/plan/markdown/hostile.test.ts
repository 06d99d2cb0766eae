import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../schema/deployment-plan.schema.json' with { type: 'json' };
import { loadedMarkdown, markdownPlan, printSections } from '../testing/markdown.ts';
import columns from './vocabulary/columns.json' with { type: 'json' };
import sections from './vocabulary/sections.json' with { type: 'json' };

const headings = sections.flatMap((section) => section.headings);
const words = [...Object.values(columns).flat(), 'name', 'RTO', 'RPO', 'kind', '__proto__', 'constructor'];
const values = [
  '4h',
  '> 5 %',
  'yes',
  '2026-02-30',
  '[a](b.md)',
  '`../x`',
  'dev, prod',
  '€4,500',
  '',
  '|',
  '\\|',
  '**',
];
const word = fc.oneof(
  fc.constantFrom(...words, ...values, ...Object.keys(schema.properties)),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const line = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.oneof(fc.constantFrom(...headings), word))
    .map(([level, text]) => `\n${'#'.repeat(level)} ${text}`),
  fc
    .array(word, { minLength: 1, maxLength: 4 })
    .map((cells) => `\n| ${cells.join(' | ')} |\n|${'---|'.repeat(cells.length)}`),
  fc.array(word, { minLength: 1, maxLength: 5 }).map((cells) => `| ${cells.join(' | ')} |`),
  fc
    .tuple(fc.constantFrom('- ', '  - ', '1. ', '', '> - '), word, word)
    .map(([mark, key, value]) => `${mark}${key}: ${value}`),
  word,
);

describe('whatever a Markdown plan holds', () => {
  it('is read without a crash, with places inside the file', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { diagnostics } = loadedMarkdown(text);
        for (const { message, location } of diagnostics) {
          expect(message).toMatch(/\.$/);
          expect(location?.span.start).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it.each<[what: string, make: (count: number) => string]>([
    ['rows', (n) => `## Components\n| Component | Owner |\n|---|---|\n${'| a | b |\n'.repeat(n)}`],
    ['objectives', (n) => `## Components\n- c\n## Recovery\n${'- RTO: 4h\n'.repeat(n)}`],
    ['names', (n) => `## Components\n${Array.from({ length: n }, (_, at) => `- c${at}: d`).join('\n')}`],
    [
      'headings',
      (n) =>
        `## Environments\n${Array.from({ length: n }, (_, at) => `### e${at}\n1. Do\n2. Region: r\n`).join('')}`,
    ],
    ['procedures', (n) => '## Deployment procedure\n'.repeat(n)],
    ['columns', (n) => `## Backups\n| ${'a | '.repeat(n)}\n|${'---|'.repeat(n)}\n`],
    ['marks', (n) => `## Backups\n${'*'.repeat(n)}: ${'['.repeat(n)}\n- ${'`'.repeat(n)}:${'_'.repeat(n)}`],
    ['nesting', (n) => `## Runbooks\n${'- '.repeat(n)}x`],
  ])('takes time that grows with the length only, for %s', (_, make) => {
    const timeOf = (count: number): number => {
      const text = make(count);
      const start = performance.now();
      markdownPlan(text);
      return performance.now() - start;
    };
    timeOf(500);
    expect(timeOf(8000)).toBeLessThan(10 * timeOf(2000) + 400);
  });

  it('never takes a name for a property of objects', () => {
    expect(
      printSections(
        '## Components\n- __proto__\n- constructor\n## Deployment strategies\n- __proto__: canary\n',
      ),
    ).toMatchInlineSnapshot(`
      "architecture.components.0.name = "proto" @ 3:3
      architecture.components.1.name = "constructor" @ 4:3
      delivery.environments.proto.strategy = "canary" @ 6:14"
    `);
  });
});
