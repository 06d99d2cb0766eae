/** Report → text, one folder for each way to show it; they never import each other. `parts` is what they share. */
import type { Diagnostic } from '../source/index.ts';
import type { RenderOptions, Reporter } from './reporter.ts';

export type { RenderOptions, Reporter } from './reporter.ts';

/** A reporter by name; its code is loaded only when it is asked for. */
export interface ReporterEntry extends Pick<Reporter, 'id' | 'title' | 'extension'> {
  readonly load: () => Promise<Reporter>;
}

export const reporters: readonly ReporterEntry[] = [
  {
    id: 'console',
    title: 'Text for people, with source lines and a scorecard',
    extension: 'txt',
    load: async () => (await import('./console/index.ts')).consoleReporter,
  },
  {
    id: 'html',
    title: 'One self-contained page for readers and auditors',
    extension: 'html',
    load: async () => (await import('./html/index.ts')).htmlReporter,
  },
  {
    id: 'json',
    title: 'The whole report as data, with a JSON Schema',
    extension: 'json',
    load: async () => (await import('./json/index.ts')).jsonReporter,
  },
  {
    id: 'markdown',
    title: 'A summary in Markdown, short enough for a comment on a change',
    extension: 'md',
    load: async () => (await import('./markdown/index.ts')).markdownReporter,
  },
  {
    id: 'sarif',
    title: 'SARIF 2.1.0 as evidence: passes, open questions, waivers, controls, hashes',
    extension: 'sarif',
    load: async () => (await import('./sarif/index.ts')).sarifReporter,
  },
  {
    id: 'sarif-github',
    title: 'SARIF 2.1.0 for GitHub code scanning: only what should become an alert',
    extension: 'sarif',
    load: async () => (await import('./sarif-github/index.ts')).sarifGithubReporter,
  },
];

/** Diagnostics alone, as the console report shows them: for mistakes in a plan or a configuration. */
export async function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
): Promise<string> {
  const { diagnosticsText } = await import('./console/index.ts');
  return diagnosticsText(diagnostics, options);
}
