import type { SourceFile } from './file.ts';
import type { Range, Span } from './span.ts';

/** A place in a file: cheap to make, resolved to lines and columns only when someone reads it. */
export interface Location {
  readonly file: SourceFile;
  readonly span: Span;
}

/** Another place that helps to understand a finding, with a few words why ("called from here"). */
export interface RelatedLocation {
  readonly location: Location;
  readonly message: string;
}

/** A location with its lines and columns worked out. */
export interface Region extends Range {
  readonly path: string;
}

export function regionOf(location: Location): Region {
  return { path: location.file.path, ...location.file.rangeOf(location.span) };
}

/** `path:line:column`, as terminals and editors make links of it. */
export function formatLocation(location: Location): string {
  const { line, column } = location.file.positionAt(location.span.start);
  return `${location.file.path}:${line}:${column}`;
}

/** The order of reports: by path, then by place. Plain code unit order, so that no locale matters. */
export function compareLocations(a: Location, b: Location): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
