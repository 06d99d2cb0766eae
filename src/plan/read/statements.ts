import type { Fact } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { DataDocument, Path } from '../../syntax/data/index.ts';
import { dateProblem, parseHours } from './calendar.ts';

/** A statement of the plan, or its absence: always known, always with a place. */
export interface Stated<T> extends Fact<T> {
  readonly value: T;
  readonly at: Location;
}

/**
 * The plan's statements by their path. What is absent or of the wrong type is `null`, at the place where it would
 * be written: the schema has already said what is wrong with it.
 */
export interface Statements {
  readonly document: DataDocument;
  value(path: Path): unknown;
  location(path: Path): Location;
  text(path: Path): Stated<string | null>;
  /** As `text`, but a number keeps its digits: version 1.10 is not 1.1. */
  version(path: Path): Stated<string | null>;
  number(path: Path): Stated<number | null>;
  boolean(path: Path): Stated<boolean | null>;
  oneOf<T extends string>(path: Path, choices: readonly T[]): Stated<T | null>;
  /** The strings of a list; none when it is absent. */
  texts(path: Path): Stated<readonly string[]>;
  textsOf<T extends string>(path: Path, choices: readonly T[]): Stated<readonly T[]>;
  numbers(path: Path): Stated<readonly number[]>;
  hours(path: Path): Stated<number | null>;
  date(path: Path): Stated<string | null>;
  /** Paths of the items of a list. */
  items(path: Path): readonly Path[];
  /** Keys of a mapping. */
  keys(path: Path): readonly string[];
  /** The same statements for what stands at `home`: that is where a section belongs that the plan lacks wholly. */
  from(home: Path): Statements;
}

export function statementsOf(document: DataDocument, home: Path = ['title']): Statements {
  const value = (path: Path): unknown => valueAt(document.value, path);
  const location = (path: Path): Location => document.locate(document.has(path.slice(0, 1)) ? path : home);
  const read = <T>(path: Path, accept: (found: unknown) => T | undefined): Stated<T | null> => ({
    value: accept(value(path)) ?? null,
    at: location(path),
  });
  const list = <T>(path: Path, accept: (found: unknown) => T | undefined): Stated<readonly T[]> => {
    const found = value(path);
    const accepted = Array.isArray(found) ? found.map(accept) : [];
    return { value: [...new Set(accepted.filter((item) => item !== undefined))], at: location(path) };
  };
  return {
    document,
    value,
    location,
    text: (path) => read(path, asText),
    version: (path) => read(path, (found) => asVersion(found, document.rawText(path))),
    number: (path) => read(path, asNumber),
    boolean: (path) => read(path, (found) => (typeof found === 'boolean' ? found : undefined)),
    oneOf: (path, choices) => read(path, asOneOf(choices)),
    texts: (path) => list(path, asText),
    textsOf: (path, choices) => list(path, asOneOf(choices)),
    numbers: (path) => list(path, asNumber),
    hours: (path) => read(path, (found) => (typeof found === 'string' ? parseHours(found) : undefined)),
    date: (path) => read(path, asDate),
    items: (path) => {
      const found = value(path);
      return Array.isArray(found) ? found.map((_, index) => [...path, index]) : [];
    },
    keys: (path) => keysOf(value(path)),
    from: (place) => statementsOf(document, place),
  };
}

export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

export function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function asText(found: unknown): string | undefined {
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function asNumber(found: unknown): number | undefined {
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

function asVersion(found: unknown, raw: string | undefined): string | undefined {
  if (typeof found !== 'number' && typeof found !== 'string') return undefined;
  return raw === '' ? undefined : raw;
}

function asOneOf<T extends string>(choices: readonly T[]): (found: unknown) => T | undefined {
  return (found) => choices.find((choice) => choice === found);
}

function asDate(found: unknown): string | undefined {
  return typeof found === 'string' && dateProblem(found) === undefined ? found : undefined;
}
