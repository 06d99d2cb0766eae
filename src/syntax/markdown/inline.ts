import type { Span } from '../../source/index.ts';
import { destinationAt } from './destination.ts';

/** Stretches of a text with inline marks, as offsets into that text. */
export interface Inline {
  readonly prose: Span[];
  readonly code: Span[];
  readonly html: Span[];
  readonly targets: {
    readonly kind: 'link' | 'image' | 'autolink';
    readonly span: Span;
    readonly target: string;
  }[];
}

interface Bracket {
  readonly at: number;
  readonly image: boolean;
}

const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/iy;
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/iy;
/** No tag or address in a line of text is longer; keeps the search from each `<` short. */
const MAX_TAG = 2000;

/** Reads the marks within a paragraph or heading from left to right; nothing is searched for twice. */
export function inlineOf(text: string): Inline {
  const inline: Inline = { prose: [], code: [], html: [], targets: [] };
  const ticks = tickRuns(text);
  const brackets: Bracket[] = [];
  // A link holds no other link, an image may: brackets before this index open images only.
  let imagesOnly = 0;
  let proseStart = 0;
  let at = 0;
  const take = (end: number, into?: Span[]): void => {
    if (at > proseStart) inline.prose.push({ start: proseStart, end: at });
    into?.push({ start: at, end });
    at = end;
    proseStart = end;
  };
  const marks = /[\\`<[\]]/g;
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    at = match.index;
    switch (match[0]) {
      case '\\':
        at += 2;
        break;
      case '`': {
        const length = runLength(text, at);
        const close = closingRun(ticks, length, at + length);
        if (close === undefined) at += length;
        else take(close + length, inline.code);
        break;
      }
      case '<': {
        const linkEnd = autolinkEnd(text, at, inline);
        const end = linkEnd ?? htmlEnd(text, at);
        if (end === undefined) at++;
        else take(end, linkEnd === undefined ? inline.html : undefined);
        break;
      }
      case '[':
        brackets.push({ at, image: text[at - 1] === '!' && text[at - 2] !== '\\' });
        at++;
        break;
      default: {
        const open = brackets.pop();
        const opens = open !== undefined && (open.image || brackets.length >= imagesOnly);
        const destination = opens && text[at + 1] === '(' ? destinationAt(text, at + 2) : undefined;
        imagesOnly = Math.min(imagesOnly, brackets.length);
        at++;
        if (!opens || !destination) break;
        const { span, target, end } = destination;
        inline.targets.push({ kind: open.image ? 'image' : 'link', span, target });
        if (!open.image) imagesOnly = brackets.length;
        take(end);
      }
    }
    marks.lastIndex = at;
  }
  at = text.length;
  take(at);
  return inline;
}

/** Behind `<https://…>`, whose target is then noted. */
function autolinkEnd(text: string, at: number, { targets }: Inline): number | undefined {
  const link = matchAt(AUTOLINK, text, at);
  if (link === undefined) return undefined;
  const end = at + link.length;
  targets.push({ kind: 'autolink', span: { start: at + 1, end: end - 1 }, target: link.slice(1, -1) });
  return end;
}

function runLength(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === 0x60) end++;
  return end - start;
}

/** Starts of the runs of back-ticks, by length, in order. */
function tickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = text.indexOf('`'); at !== -1;) {
    const length = runLength(text, at);
    const starts = runs.get(length);
    if (starts) starts.push(at);
    else runs.set(length, [at]);
    at = text.indexOf('`', at + length);
  }
  for (const starts of runs.values()) starts.reverse();
  return runs;
}

/** The next run of that length; runs passed by are dropped, so that each is looked at once. */
function closingRun(runs: Map<number, number[]>, length: number, from: number): number | undefined {
  const starts = runs.get(length);
  while (starts && starts.length > 0 && (starts.at(-1) ?? 0) < from) starts.pop();
  return starts?.at(-1);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = 0;
  return pattern.exec(text.slice(at, at + MAX_TAG))?.[0];
}

function htmlEnd(text: string, at: number): number | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.slice(at + 4, at + 10 * MAX_TAG).indexOf('-->');
    return close === -1 ? undefined : at + 4 + close + 3;
  }
  const tag = matchAt(TAG, text, at);
  return tag === undefined ? undefined : at + tag.length;
}
