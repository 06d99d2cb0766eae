import type { Expression, Selector } from '../../syntax/promql/index.ts';
import { fitsCounters } from './counters.ts';

/** Where it stands in the expression's text. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Counters, by the ending `_total`, that an expression shows as they are: what they have counted since their process
 * began, which falls to nothing when it begins again.
 */
export function plainCounters(expression: Expression): readonly Selector[] {
  const found: Selector[] = [];
  walk(expression, (part) => {
    if (part.kind === 'selector' && isCounter(part.selector.metric ?? '')) found.push(part.selector);
    return (part.kind !== 'call' && part.kind !== 'aggregate') || !fitsCounters(part.name);
  });
  return found;
}

/** How many there are now, which some exporters call a total too: `cnpg_backends_total`, `minio_cluster_nodes_offline_total`. */
const LEVELS = /_(?:backends|waiting|online|offline)_total$/;

/** How long something has been up is what people want to see. */
function isCounter(metric: string): boolean {
  return metric.endsWith('_total') && !metric.includes('uptime') && !LEVELS.test(metric);
}

const RATES: ReadonlySet<string> = new Set(['rate', 'irate', 'increase']);

/** Whoever writes an hour or more means that time, not the distance of two points. */
const LONG = 3600;

/** Ranges of rates that stay as they are when the picture shows another time, or ask for less than two samples. */
export function fixedRates(expression: Expression, text: string): readonly Part[] {
  const found: Part[] = [];
  walk(expression, (part) => {
    if (part.kind !== 'call' || !RATES.has(part.name)) return true;
    for (const range of part.parameters) {
      if (range.kind !== 'range') continue;
      const written =
        /\[([^[\]]*)\]\s*$/.exec(text.slice(range.start, range.end).slice(-100))?.[1]?.trim() ?? '';
      const step = /^\$\{?__interval\}?$/.test(written);
      const fixed = /^[\dsmhdwy]+$/.test(written) && (range.seconds ?? LONG) < LONG;
      if (step || fixed) found.push({ start: range.start, end: range.end });
    }
    return true;
  });
  return found;
}

/** Visits the parts of an expression; `into` says whether to look into one. */
function walk(expression: Expression, into: (part: Expression) => boolean): void {
  const open = [expression];
  for (let part = open.pop(); part; part = open.pop()) {
    if (!into(part)) continue;
    if (part.kind === 'range' || part.kind === 'subquery' || part.kind === 'signed') open.push(part.of);
    else if (part.kind === 'call' || part.kind === 'aggregate')
      for (let i = part.parameters.length - 1; i >= 0; i--) open.push(...part.parameters.slice(i, i + 1));
    else if (part.kind === 'binary') open.push(part.right, part.left);
  }
}
