import { known, unknown, type TelemetryPipelineFacts } from '../../model/index.ts';
import { patternsOf } from '../../monitoring/index.ts';
import type { Element } from './element.ts';

/** Files that sources read, unless a filter chooses among their lines. */
export function filesOf(
  sources: readonly Element[],
  filters: readonly Element[],
): TelemetryPipelineFacts['files'] {
  const tails = sources.filter(({ type }) => type === 'tail');
  const [first] = tails;
  if (!first) return undefined;
  const choosing = filters.find(({ type }) => type === 'grep');
  if (choosing) return unknown(`its filter ${choosing.label} may leave them out`, choosing.fact.at);
  return known(
    tails.flatMap((tail) => [
      ...patternsOf(tail.text('path')),
      ...listOf(tail.text('exclude_path')).map((pattern) => `!${pattern}`),
    ]),
    first.get('path').at,
  );
}

/** `["/a", "/b"]`, as Fluentd writes arrays. */
function listOf(text: string | undefined): readonly string[] {
  return patternsOf(text?.replace(/^\s*\[|\]\s*$/g, '')).flatMap(
    (part) => part.replace(/^["']|["']$/g, '') || [],
  );
}
