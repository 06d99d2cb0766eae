import type { Diagnostic, Location } from '../../source/index.ts';
import type { DataDocument, Path } from '../../syntax/data/index.ts';
import type { Written } from '../../syntax/icalendar/index.ts';
import { contradiction } from '../read/contradiction.ts';

/** An entry of a list of the plan, or of the calendar, that dates tell apart: a freeze, a holiday. */
export interface Dated {
  readonly name: string | null;
  /** The first date first. */
  readonly dates: Readonly<Record<string, Written<string>>>;
}

/** The entries of a list of the plan, as it states them. */
export function datedIn(
  document: DataDocument,
  list: Path,
  name: string,
  keys: readonly string[],
): readonly Dated[] {
  const { value } = document.at(list);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, at) => {
    if (typeof item !== 'object' || item === null) return [];
    const fields = item as Record<string, unknown>;
    const dates: Record<string, Written<string>> = {};
    for (const key of keys) {
      const date = fields[key];
      if (typeof date !== 'string') return [];
      dates[key] = { value: date, at: document.locate([...list, at, key]) };
    }
    const title = fields[name];
    return [{ name: typeof title === 'string' ? title : null, dates }];
  });
}

/**
 * What the calendar adds to what the plan states itself. The same dates are the same entry; one of the same name in
 * the same year, where both have one of it, is meant to be the same, and its dates must be, too.
 */
export function added<T extends Dated>(
  path: string,
  own: readonly Dated[],
  others: readonly T[],
  diagnostics: Diagnostic[],
): readonly T[] {
  const dates = new Set(own.map(datesOf));
  const [mine, theirs] = [onlyOnes(own), onlyOnes(others)];
  return others.filter((other) => {
    const key = yearOf(other);
    const same = key !== undefined && theirs.get(key) ? mine.get(key) : undefined;
    if (dates.has(datesOf(other))) return false;
    dates.add(datesOf(other));
    if (!same) return true;
    for (const [field, { value, at }] of Object.entries(other.dates)) {
      const stated = same.dates[field];
      if (stated && stated.value !== value)
        diagnostics.push(
          contradiction(`${path}.${field} of "${other.name}"`, value, at, stated.value, stated.at),
        );
    }
    return false;
  });
}

function datesOf({ dates }: Dated): string {
  return Object.values(dates)
    .map(({ value }) => value)
    .join();
}

function yearOf({ name, dates }: Dated): string | undefined {
  return name === null ? undefined : `${name.toLowerCase()} ${datesOf({ name, dates }).slice(0, 4)}`;
}

/** By name and year; null where there are several. */
function onlyOnes(entries: readonly Dated[]): ReadonlyMap<string, Dated | null> {
  const ones = new Map<string, Dated | null>();
  for (const entry of entries) {
    const key = yearOf(entry);
    if (key !== undefined) ones.set(key, ones.has(key) ? null : entry);
  }
  return ones;
}

/** The date of the calendar that is the plan's own, where it has one; of several different ones none is. */
export function onlyDate(
  path: string,
  own: Written<string> | undefined,
  dates: readonly Written<string>[],
  diagnostics: Diagnostic[],
): Written<string> | undefined {
  const [first, ...others] = dates;
  if (!first || (own && dates.some(({ value }) => value === own.value))) return undefined;
  const stated = own ?? first;
  const other = own ? first : others.find(({ value }) => value !== first.value);
  if (other) diagnostics.push(contradiction(path, other.value, other.at, stated.value, stated.at));
  return own ? undefined : first;
}

export function problem(code: string, message: string, location: Location, help: string): Diagnostic {
  return { code, level: 'error', message, path: location.file.path, location, help };
}
