/** A label's pattern as Alertmanager and Prometheus match it: against the whole value. */
export interface LabelPattern {
  /** Undefined when matching could take too long. */
  test(value: string): boolean | undefined;
}

/** Steps that JavaScript's backtracking may need at most; RE2, which has no backtracking, always finishes. */
const MAX_STEPS = 1_000_000;

const POSIX: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  word: '\\w',
  xdigit: '0-9A-Fa-f',
};

/** Undefined for what RE2 refuses, and for what JavaScript reads otherwise or could not finish. */
export function labelPattern(pattern: string): LabelPattern | undefined {
  const flags = /^\(\?([is]+)\)/.exec(pattern);
  const body = pattern.slice(flags?.[0].length ?? 0);
  const repeats = countRepeats(body);
  if (repeats === undefined) return undefined;
  try {
    const regexp = new RegExp(`^(?:${toJavaScript(body)})$`, flags?.[1] ?? '');
    return {
      test: (value) => (value.length ** repeats > MAX_STEPS ? undefined : regexp.test(value)),
    };
  } catch {
    // Only the constructor can tell whether a pattern is one.
    return undefined;
  }
}

function toJavaScript(body: string): string {
  return body
    .replace(/\(\?P</g, '(?<')
    .replace(/\[:(\^?)(\w+):\]/g, (all, not: string, name: string) =>
      not === '' && Object.hasOwn(POSIX, name) ? (POSIX[name] ?? all) : all,
    );
}

/**
 * How many unbounded repetitions a pattern has; each multiplies the steps of backtracking. Undefined when a group
 * is repeated, which can double them with each character, or when RE2 has no such syntax (look-around, back
 * references) or JavaScript another meaning for it.
 */
function countRepeats(body: string): number | undefined {
  let repeats = 0;
  let inClass = false;
  for (let i = 0; i < body.length; i++) {
    const character = body[i];
    const next = body[i + 1] ?? '';
    if (character === '\\') {
      if (/[1-9pPQECAz]/.test(next)) return undefined;
      i++;
    } else if (inClass) {
      if (character === '[' && next === ':') i = Math.max(i, body.indexOf(':]', i) + 1);
      else inClass = character !== ']';
    } else if (character === '[') {
      inClass = true;
    } else if (character === '(' && next === '?' && !/^\(\?(?::|P?<[A-Za-z_])/.test(body.slice(i, i + 5))) {
      return undefined;
    } else if (character === ')' && /[*+{]/.test(next)) {
      return undefined;
    } else if (character === '*' || character === '+' || /^\{\d+,\}/.test(body.slice(i, i + 8))) {
      repeats++;
    }
  }
  return repeats;
}
