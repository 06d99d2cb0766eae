import { known, unknown, type Fact } from '../../../model/index.ts';
import type { JobRead } from '../read/pipeline.ts';
import { resolveMacros } from '../read/values.ts';
import { whyOpen } from './variables.ts';

/** Azure ends a job that says nothing after an hour. */
const MINUTES = 60;
const NOTHING_SET: ReadonlyMap<string, string> = new Map();

/** The minutes after which a job is ended; 0 says as late as its agents allow, which is no limit of its own. */
export function timeLimitOf({ view, hidden, variables }: JobRead): Fact<number | null> {
  if (hidden) return unknown(hidden.reason, hidden.at);
  const node = view.get('timeoutInMinutes');
  const texts = node.texts.map((text) => resolveMacros(text, { variables, set: NOTHING_SET }));
  if (texts.length === 0) return known(MINUTES, view.header);
  const minutes = texts.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  const open = texts.find((_, index) => !Number.isFinite(minutes[index]));
  if (open !== undefined) return unknown(whyOpen(open, variables), node.at);
  return known(minutes.includes(0) ? null : Math.max(...minutes), node.at);
}
