import { known, type Fact } from '../../model/index.ts';
import type { Location, RelatedLocation } from '../../source/index.ts';
import { reparsedVariables } from '../../syntax/shell/index.ts';
import type { Script } from './script.ts';

/** Who writes what the variables of a script hold. */
export interface Writers {
  /** Does an outsider fill the system's variable of this name? */
  readonly fills: (name: string) => boolean;
  /** Does an outsider write a part of a value, by what the system or a command puts there? */
  readonly writes: (value: string) => boolean;
  /** What the files, or the script itself, set a variable to; with a place, where that is not in the script. */
  readonly valueOf: (
    name: string,
  ) => { readonly text: string; readonly at: Location | undefined } | undefined;
}

/** Variables that are followed for one. */
const VARIABLES = 50;

/** What Git tells of a commit that someone else wrote: its message, its author, its branch. */
const LOG = /\bgit\s+(?:log|show)\b[^|;&]*%(?:[sbBfdD]|an|aN|ae)/;

/** Does a value hold what Git tells of a commit that someone else wrote? */
export const tellsOfCommits = (value: string): boolean => LOG.test(value);

/**
 * Variables that an outsider fills and that a script has read as code. Systems hand variables to the shell as they are:
 * only what is read once more, by `eval`, `sh -c` or the shell of another machine, is one.
 */
export function rereadBy(
  { text, dialect, placeOf }: Pick<Script, 'text' | 'dialect' | 'placeOf'>,
  writers: Writers,
): readonly Fact<string>[] {
  return reparsedVariables(text, dialect).flatMap(({ name, span }) => {
    const source = sourceOf(name, writers);
    return source ? [known(text.slice(span.start, span.end), placeOf(span), source)] : [];
  });
}

const REFERENCE = /\$\{?(\w+)/g;
/** Longer values are not looked into. */
const LENGTH = 4_000;

/** Where an outsider's text comes by on its way; undefined when the variable holds none. */
function sourceOf(
  name: string,
  writers: Writers,
  seen = new Set<string>(),
): readonly RelatedLocation[] | undefined {
  if (writers.fills(name)) return [];
  if (seen.has(name) || seen.size >= VARIABLES) return undefined;
  seen.add(name);
  const value = writers.valueOf(name);
  if (value === undefined || value.text.length > LENGTH) return undefined;
  const { text, at } = value;
  const related = at ? [{ location: at, message: `\`${name}\` is set here` }] : [];
  if (writers.writes(text)) return related;
  // What a command makes of a text is another one.
  if (/\$\(|`/.test(text)) return undefined;
  for (const [, other = ''] of text.matchAll(REFERENCE)) {
    const source = sourceOf(other, writers, seen);
    if (source) return [...related, ...source];
  }
  return undefined;
}
