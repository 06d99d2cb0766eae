import { parseEvents, YAMLException } from 'js-yaml';
import type { Event } from 'js-yaml';

/** Characters that retries may read in all, and retries. */
const RETRY_BUDGET = 4_000_000;
const RETRIES = 200;
const QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'/g;

export interface Parsed {
  readonly events: readonly Event[];
  /** The text had to be changed to be read; its offsets are the same, its line breaks are not. */
  readonly mended: boolean;
}

/**
 * Parses as the grammar wants it, but for one thing: inside brackets and quotes, lines may be indented as one likes,
 * since the parsers of GitHub, Kubernetes and Compose do not look at it either and people write
 *
 *     needs: [
 *       build,
 *     ]
 *
 * with the bracket below the key. Such a line is joined to the one before, and parsed again.
 */
export function parseTolerantly(text: string, maxDepth: number): Parsed {
  let mended = text;
  let first: unknown;
  const retries = Math.min(RETRIES, Math.floor(RETRY_BUDGET / (text.length + 1)));
  for (let i = 0; ; i++) {
    try {
      return { events: parseEvents(mended, { maxDepth }), mended: mended !== text };
    } catch (error) {
      const joined = i < retries ? joinLine(mended, error) : undefined;
      // When joining lines does not help, a quote or bracket was not closed where the first of them starts.
      if (joined === undefined) throw first ?? error;
      if (!/[\]}]/.test(text.charAt(positionOf(error)))) first ??= error;
      mended = joined;
    }
  }
}

const positionOf = (error: unknown): number =>
  error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;

function joinLine(text: string, error: unknown): string | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation') return undefined;
  const at = positionOf(error);
  let lineEnd = at;
  while (lineEnd > 0 && /[ \t]/.test(text.charAt(lineEnd - 1))) lineEnd--;
  let end = lineEnd;
  if (text[end - 1] === '\n') end--;
  if (text[end - 1] === '\r') end--;
  if (end === lineEnd) return undefined;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  const line = text.slice(start, end);
  const bare = line.replace(QUOTED, (quoted) => '.'.repeat(quoted.length));
  const comment = bare.search(/(?:^|\s)#/);
  const kept = comment < 0 ? line : line.slice(0, comment);
  return text.slice(0, start) + kept + ' '.repeat(lineEnd - start - kept.length) + text.slice(lineEnd);
}
