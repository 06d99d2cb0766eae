import { computed, MAX_TEXT, stringAt, unknownAt, type Value } from '../../../../../cloud/index.ts';
import { isSequence } from '../../values/inspect.ts';
import { FunctionProblem, type Functions, NeedsUnknown, simple, textOf } from '../define.ts';
import { replaceByPattern } from './patterns.ts';

export const STRING_FUNCTIONS: Functions = {
  chomp: simple(['string'], (text) => text.replace(/(?<![\r\n])[\r\n]+$/, '')),
  endswith: simple(['string', 'string'], (text, end) => text.endsWith(end)),
  indent: simple(['number', 'string'], (count, text) => {
    if (!Number.isInteger(count) || count < 0 || count > 1000)
      throw new FunctionProblem('the indentation is out of range');
    return limited(text.replaceAll('\n', `\n${' '.repeat(count)}`));
  }),
  join: { min: 1, max: Infinity, run: (args, call) => computed(stringAt(call.at, joinLists(args)), args) },
  lower: simple(['string'], (text) =>
    text.replace(/\p{L}/gu, (letter) => (letter === 'İ' ? 'i' : sameLength(letter, letter.toLowerCase()))),
  ),
  replace: simple(['string', 'string', 'string'], (text, search, replacement) => {
    if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) {
      return limited(replaceByPattern(text, search.slice(1, -1), replacement));
    }
    return limited(text.replaceAll(search, () => replacement));
  }),
  split: simple(['string', 'string'], (separator, text) =>
    text === '' && separator === '' ? [] : text.split(separator),
  ),
  startswith: simple(['string', 'string'], (text, start) => text.startsWith(start)),
  strcontains: simple(['string', 'string'], (text, part) => text.includes(part)),
  strrev: simple(['string'], (text) => characters(text).toReversed().join('')),
  substr: simple(['string', 'number', 'number'], substring),
  title: simple(['string'], (text) =>
    // Of what is not ASCII only spaces part words, as Go has it.
    text.replace(/(?<![\p{L}\p{N}_]|[^\0-\x7f\s])\p{L}/gu, (letter) =>
      sameLength(letter, letter.toUpperCase()),
    ),
  ),
  trim: simple(['string', 'string'], (text, cutset) => trimSet(text, cutset)),
  trimprefix: simple(['string', 'string'], (text, prefix) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimsuffix: simple(['string', 'string'], (text, suffix) =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  trimspace: simple(['string'], (text) => text.trim()),
  upper: simple(['string'], (text) =>
    text.replace(/\p{L}/gu, (letter) => sameLength(letter, letter.toUpperCase())),
  ),
};

/** Go changes the case of each letter for itself, and leaves those that would become two. */
function sameLength(letter: string, changed: string): string {
  return changed.length === letter.length ? changed : letter;
}

export function limited(text: string): string {
  if (text.length > MAX_TEXT) throw new RangeError('too long');
  return text;
}

/** `join(separator, list…)`; a null or unknown element makes all of it unknown. */
function joinLists(args: readonly Value[]): string {
  const [separator, ...lists] = args;
  const parts: string[] = [];
  let length = 0;
  for (const list of lists) {
    if (!isSequence(list)) throw new FunctionProblem('the arguments after the separator must be lists');
    for (const item of list.items) {
      if (item.kind === 'unknown') throw new NeedsUnknown(item);
      const text = textOf(item);
      length += text.length;
      if (length > MAX_TEXT) throw new NeedsUnknown(unknownAt(list.at, 'the text is too long'));
      parts.push(text);
    }
  }
  return parts.join(separator ? textOf(separator) : '');
}

/** Made when first asked for: making one costs more than reading a hundred files. */
let graphemes: Intl.Segmenter | undefined;

/** What readers take for one character each: a letter with its accents, a flag. */
export function characters(text: string): readonly string[] {
  // Of these, each is one for itself.
  if (/^[\t\n\x20-\x7e\xa1-\xac\xae-\u02ff]*$/.test(text)) return Array.from(text);
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** A negative offset counts from the end. */
function substring(text: string, offset: number, length: number): string {
  if (!Number.isInteger(offset) || !Number.isInteger(length))
    throw new FunctionProblem('the offset and the length must be whole numbers');
  const all = characters(text);
  const start = offset < 0 ? Math.max(0, all.length + offset) : offset;
  // From the end, no length is taken for all of the rest.
  const rest = length < 0 || (length === 0 && offset < 0);
  return all.slice(start, rest ? undefined : start + length).join('');
}

function trimSet(text: string, cutset: string): string {
  const cut = new Set(cutset);
  const characters = Array.from(text);
  let start = 0;
  let end = characters.length;
  while (start < end && cut.has(characters[start] ?? '')) start++;
  while (end > start && cut.has(characters[end - 1] ?? '')) end--;
  return characters.slice(start, end).join('');
}
