/** Positions, locations and diagnostics: the words everyone uses. */
export type { Position, Range, Span } from './span.ts';
export { sourceFile } from './file.ts';
export type { SourceFile } from './file.ts';
export { compareLocations, formatLocation, regionOf } from './location.ts';
export type { Location, Region, RelatedLocation } from './location.ts';
export { distinctDiagnostics } from './diagnostic.ts';
export type { Diagnostic, DiagnosticLevel } from './diagnostic.ts';
