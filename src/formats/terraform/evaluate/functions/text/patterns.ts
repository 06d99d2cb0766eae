import type { Location } from '../../../../../source/index.ts';
import { computed, mappingAt, nullAt, sequenceAt, stringAt, type Value } from '../../../../../cloud/index.ts';
import { FunctionProblem, type Functions, textOf, textsAt } from '../define.ts';

export const PATTERN_FUNCTIONS: Functions = {
  regex: {
    min: 2,
    max: 2,
    run: (args, call) => {
      const [pattern, text] = texts(args);
      const found = compiled(pattern, '', text).exec(text);
      if (!found) throw new FunctionProblem('the pattern matches nothing');
      return computed(captures(found, call.at), args);
    },
  },
  regexall: {
    min: 2,
    max: 2,
    run: (args, call) => {
      const [pattern, text] = texts(args);
      const expression = compiled(pattern, 'g', text);
      const items = matches(text, expression).map((match) => captures(match, call.at));
      const hasGroups = /\((?!\?(?![P<]))/.test(pattern.replace(/\\./g, ''));
      return computed(hasGroups ? sequenceAt(call.at, 'list', items) : textsAt(call.at, items), args);
    },
  },
};

function texts(args: readonly Value[]): readonly [string, string] {
  const [pattern, text] = args.map(textOf);
  return [pattern ?? '', text ?? ''];
}

/** All matches, as Go finds them: an empty one right behind another one is none. */
function matches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  let end = -1;
  return [...text.matchAll(pattern)].filter((match) => {
    const counts = match[0] !== '' || match.index !== end;
    end = match.index + match[0].length;
    return counts;
  });
}

/** The whole match, or its groups: as a list, or as an object when they have names. */
function captures(match: RegExpExecArray, at: Location): Value {
  const value = (text: string | undefined): Value => (text === undefined ? nullAt(at) : stringAt(at, text));
  if (match.groups) {
    const entries = Object.entries(match.groups).map(([name, text]) => [name, value(text)] as const);
    return mappingAt(at, 'object', new Map(entries));
  }
  return match.length === 1 ? value(match[0]) : sequenceAt(at, 'tuple', match.slice(1).map(value));
}

/** `replace` with a pattern; `$1`, `${1}` and `${name}` stand for groups. */
export function replaceByPattern(text: string, pattern: string, replacement: string): string {
  const regex = compiled(pattern, 'g', text);
  return text.replace(regex, (...match: readonly unknown[]) => {
    const named = match.at(-1);
    const groups = typeof named === 'object' && named !== null ? (named as Record<string, unknown>) : {};
    return replacement.replace(
      /\$(?:\$|\{(\w+)\}|(\w+))/g,
      (whole: string, braced?: string, bare?: string) => {
        if (whole === '$$') return '$';
        const name = braced ?? bare ?? '';
        const group = /^\d+$/.test(name)
          ? match[Number(name)]
          : Object.hasOwn(groups, name)
            ? groups[name]
            : undefined;
        return typeof group === 'string' ? group : '';
      },
    );
  });
}

const MAX_COST = 5_000_000;
/** Weighing a pattern takes steps by the square of its length. */
const MAX_PATTERN = 10_000;

/**
 * RE2's syntax as a JavaScript pattern. RE2 takes linear time and JavaScript does not, so that patterns which
 * could take long on this text are refused.
 */
function compiled(pattern: string, flags: string, text: string): RegExp {
  if (pattern.length > MAX_PATTERN || cost(pattern, text.length) > MAX_COST) {
    throw new FunctionProblem('the pattern may take too long on this text', true);
  }
  const leading = /^\(\?([imsU]+)\)/.exec(pattern);
  const source = (leading ? pattern.slice(leading[0].length) : pattern)
    .replaceAll('(?P<', '(?<')
    .replaceAll('\\z', '$(?![\\s\\S])')
    .replaceAll('\\A', '(?<![\\s\\S])^')
    .replace(/\[\[:(\w+):\]\]/g, (whole: string, name: string) => `[${POSIX.get(name) ?? whole}]`)
    .replace(/\[:(\w+):\]/g, (whole: string, name: string) => POSIX.get(name) ?? whole);
  const inline = (leading?.[1] ?? '').replace('U', '');
  for (const unicode of ['u', '']) {
    try {
      return new RegExp(source, flags + inline + unicode);
    } catch {
      // Without `u`, escapes that it does not know are the character itself, as some people write them.
    }
  }
  throw new FunctionProblem(`"${pattern.slice(0, 80)}" is not a pattern`);
}

const POSIX: ReadonlyMap<string, string> = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['blank', '\\t '],
  ['cntrl', '\\x00-\\x1f\\x7f'],
  ['digit', '0-9'],
  ['lower', 'a-z'],
  ['punct', '!-\\/:-@\\[-`{-~'],
  ['space', '\\t\\n\\v\\f\\r '],
  ['upper', 'A-Z'],
  ['word', '0-9A-Za-z_'],
  ['xdigit', '0-9A-Fa-f'],
]);

/** How many steps backtracking may take at worst, roughly: length to the power of unbounded repetitions. */
function cost(pattern: string, length: number): number {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x');
  if (repeatsRepetition(plain)) {
    return length > 200 ? Infinity : 1.5 ** length;
  }
  const repetitions = (plain.match(/[*+]|\{\d+,\d*\}/g) ?? []).length;
  return (length + 1) ** Math.min(repetitions + (pattern.startsWith('^') ? 0 : 1), 8);
}

/** Is there a group with repetitions or alternatives in it that is repeated itself? */
function repeatsRepetition(pattern: string): boolean {
  const groups = [false];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '(') groups.push(false);
    else if ('*+|{'.includes(character)) groups[groups.length - 1] = true;
    if (character !== ')') continue;
    const inner = groups.pop() ?? false;
    const next = pattern.charAt(at + 1);
    if (inner && (next === '*' || next === '+' || next === '{')) return true;
    if (inner) groups[groups.length - 1] = true;
  }
  return false;
}
