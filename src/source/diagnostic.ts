import type { Location, RelatedLocation } from './location.ts';

/**
 * `error`: something could not be read, so that no claim can rest on it.
 * `warning`: read, but not as its author will have meant it.
 * `note`: left out knowingly (a template that must be rendered first, a binary file).
 */
export type DiagnosticLevel = 'error' | 'warning' | 'note';

/** What we could not read or understand. Never about whether a configuration is good: that is a finding. */
export interface Diagnostic {
  /** `<room or syntax>/<name>`, stable: `yaml/duplicate-key`, `io/too-large`. */
  readonly code: string;
  readonly level: DiagnosticLevel;
  /** A sentence that ends with a full stop. */
  readonly message: string;
  /** The file it is about, relative to the root. */
  readonly path: string;
  /** The place in the file; absent when the file has no text we could point into. */
  readonly location?: Location;
  readonly related?: readonly RelatedLocation[];
  /** What to do, an imperative sentence. */
  readonly help?: string;
}

/** Each once: several evaluations of one file tell the same of it. */
export function distinctDiagnostics(diagnostics: Iterable<Diagnostic>): readonly Diagnostic[] {
  const distinct = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, location, message } = diagnostic;
    distinct.set([code, location?.file.path, location?.span.start, message].join('\0'), diagnostic);
  }
  return [...distinct.values()];
}
