import { regionOf, type Location, type RelatedLocation } from '../../source/index.ts';

/** 1-based; columns count UTF-16 code units; the end is exclusive. */
export interface JsonLocation {
  readonly path: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function jsonLocation(location: Location): JsonLocation {
  const { path, start, end } = regionOf(location);
  return { path, startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

export function jsonRelated(
  related: readonly RelatedLocation[],
): readonly { readonly message: string; readonly location: JsonLocation }[] {
  return related.map(({ message, location }) => ({ message, location: jsonLocation(location) }));
}
