import { formatLocation, sourceFile } from '../../source/index.ts';
import type { DataDocument, Path } from '../../syntax/data/index.ts';
import { parseMarkdown } from '../../syntax/markdown/index.ts';
import { loadPlan, type LoadedPlan } from '../load.ts';
import { readMarkdownPlan, type MarkdownPlan } from '../markdown/read.ts';
import { printDiagnostic } from './print.ts';

/** What a Markdown plan states, one statement a line with its place, and below what was said of it. */
export function markdownPlan(text: string, path = 'plan.md'): MarkdownPlan {
  return readMarkdownPlan(parseMarkdown(sourceFile(path, text)));
}

/** The same, loaded as a run does. */
export function loadedMarkdown(text: string, path = 'plan.md'): LoadedPlan {
  const { document, diagnostics } = markdownPlan(text, path);
  return loadPlan(document, diagnostics);
}

/** Statements and diagnostics of a section below a title; what every plan has is left out. */
export function printSections(text: string): string {
  const { document, diagnostics } = markdownPlan(`# Shop\n${text}`);
  const statements = printStatements(document).filter((line) => !/^(?:apiVersion|kind|title) /.test(line));
  return [...statements, ...diagnostics.map(printDiagnostic)]
    .map((line) => line.replaceAll('plan.md:', ''))
    .join('\n');
}

/** `recovery.backups.0.every = "24h" @ 12:3`, with the place of every value. */
export function printStatements(document: DataDocument, path: Path = []): readonly string[] {
  const { value } = document.at(path);
  if (typeof value === 'object' && value !== null) {
    const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    return keys.flatMap((key) => printStatements(document, [...path, key]));
  }
  return [`${path.join('.')} = ${JSON.stringify(value)} @ ${formatLocation(document.locate(path))}`];
}
