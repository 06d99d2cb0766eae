import { drawingOf, mermaidOf, whyNotDrawn, type Diagram } from '../../diagrams/index.ts';
import { matrix } from '../../reporters/markdown/sections/coverage.ts';
import { scorecard } from '../../reporters/markdown/sections/verdict.ts';
import { code, table, text } from '../../reporters/markdown/text.ts';
import { OUTCOMES } from '../../reporters/parts/index.ts';
import { formatLocation } from '../../source/index.ts';
import type {
  Cell,
  FoundTable,
  MissingBullet,
  Part,
  PlanDocument,
  Row,
  Section,
} from '../outline/document.ts';
import { CONTROL_HEADINGS, frameworkCounts } from '../outline/controls.ts';
import { countWords, EVIDENCE_SIGNS, LEGEND, NOTHING } from '../outline/words.ts';

/** The plan document for a repository or a wiki, diagrams as Mermaid. */
export function page(document: PlanDocument): string {
  const { report, title, byline, about, counts, parts } = document;
  const blocks = [
    `# ${text(title)}`,
    ...(byline === '' ? [] : [text(byline)]),
    `**${OUTCOMES[report.verdict.outcome]}.** ${report.verdict.because.map(text).join(' ')}`,
    `${countWords(counts)} ${LEGEND.map(([outcome, words]) => `${EVIDENCE_SIGNS[outcome]} ${words}`).join('; ')}.`,
    ...(about.length > 0
      ? [
          scorecard(report).replace('### Criteria', '## Criteria'),
          '## About the plan',
          rowsTable([{ name: undefined, rows: about }]),
        ]
      : []),
    ...parts.flatMap((part) => partBlocks(part, document)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function partBlocks(part: Part, { report }: PlanDocument): readonly string[] {
  const { coverage } = report;
  const empty = part.sections.length === 0 ? ['The plan says nothing on this.'] : [];
  return [
    `## ${part.title}`,
    ...part.diagrams.flatMap(diagramBlocks),
    ...(part.hasCoverage && coverage
      ? ['### What is monitored', ...matrix(coverage).map((piece) => piece.text)]
      : []),
    ...(part.id === 'security' ? controls(report) : []),
    ...missingBlocks(part.missing),
    ...empty,
    ...part.sections.flatMap(sectionBlocks),
    ...part.tables.flatMap(foundBlocks),
  ];
}

function diagramBlocks(diagram: Diagram): readonly string[] {
  const why = whyNotDrawn(diagram);
  if (why !== undefined) return [`### ${diagram.title}`, why];
  const mermaid = mermaidOf(diagram, drawingOf(diagram)?.direction ?? 'LR');
  return [
    `### ${diagram.title}`,
    diagram.lead,
    mermaid === undefined
      ? 'It is too long for viewers of Mermaid; the page as HTML shows it.'
      : `\`\`\`mermaid\n${mermaid}\`\`\``,
  ];
}

function sectionBlocks({ title, groups }: Section): readonly string[] {
  return [`### ${text(title)}`, rowsTable(groups)];
}

function rowsTable(groups: Section['groups']): string {
  const rows = groups.flatMap(({ name, rows: own }) => [
    ...(name === undefined ? [] : [[`**${text(name)}**`, '', '']]),
    ...own.map(rowCells),
  ]);
  return table(['Statement', 'Says', 'Evidence'], rows);
}

function rowCells({ name, value, evidence, isProse }: Row): readonly string[] {
  const lines = evidence.map(({ outcome, text: words, rules, places }) =>
    [
      `${EVIDENCE_SIGNS[outcome]} ${text(words)}`,
      ...rules.map(code),
      ...(places.length > 0 ? [`at ${places.map((place) => code(formatLocation(place))).join(', ')}`] : []),
    ].join(' '),
  );
  const none = isProse ? '' : `${EVIDENCE_SIGNS.none} ${NOTHING}`;
  return [text(name), text(value), lines.length > 0 ? lines.join('<br>') : none];
}

function missingBlocks(missing: readonly MissingBullet[]): readonly string[] {
  if (missing.length === 0) return [];
  const lines = missing.flatMap(({ title, parts }) => [
    `- **${text(title)}**`,
    ...parts.map(
      ({ title: part, of, path, example }) =>
        `  - ${text(part)}${of === null ? '' : ` of ${code(of)}`}: belongs at ${code(path)}, as in ${code(example)}`,
    ),
  ]);
  return ['### What the plan lacks', lines.join('\n')];
}

function foundBlocks({ title, headings, rows, more }: FoundTable): readonly string[] {
  const cell = (one: Cell): string => (typeof one === 'string' ? text(one) : code(formatLocation(one)));
  return [
    `### ${title}`,
    table(
      headings,
      rows.map((row) => row.map(cell)),
    ),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ];
}

function controls(report: PlanDocument['report']): readonly string[] {
  const rows = frameworkCounts(report).map(({ title, supported, against, open }) => [
    text(title),
    ...[supported, against, open].map(String),
  ]);
  return ['### Evidence for controls', table(CONTROL_HEADINGS, rows, [1, 2, 3])];
}
