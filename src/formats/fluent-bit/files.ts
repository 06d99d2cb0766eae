import { known, unknown, type TelemetryPipelineFacts } from '../../model/index.ts';
import { patternsOf } from '../../monitoring/index.ts';
import type { FluentBitConfig } from './config.ts';
import type { Plugin } from './plugin.ts';
import { mayMatch } from './tags.ts';

/** Outputs that keep nothing. */
const NOWHERE: ReadonlySet<string> = new Set(['null', 'stdout', 'counter', 'exit', 'flowcounter']);

/** Files that inputs read whose tag leads to an output that keeps it. Each input numbers itself where it has no tag. */
export function filesOf({ inputs, filters, outputs }: FluentBitConfig): TelemetryPipelineFacts['files'] {
  const tails = inputs.flatMap((input, index) => {
    if (input.type !== 'tail') return [];
    const tag = input.text('tag') ?? `tail.${index}`;
    return outputs.some((output) => !NOWHERE.has(output.type) && takes(output, tag)) ? [{ input, tag }] : [];
  });
  const [first] = tails;
  if (!first) return undefined;
  const at = first.input.get('path').at;
  // Lines that match no expression, or one, are gone: which pods' those are is for the files of these to say.
  const choosing = filters.find(
    (filter) => filter.type === 'grep' && tails.some(({ tag }) => takes(filter, tag)),
  );
  if (choosing) return unknown(`its filter ${choosing.label} may leave them out`, choosing.name.at);
  return known(
    tails.flatMap(({ input }) => [
      ...patternsOf(input.text('path')),
      ...patternsOf(input.text('exclude_path')).map((pattern) => `!${pattern}`),
    ]),
    at,
  );
}

/** Without a pattern, or with an expression, it may take any. */
function takes(plugin: Plugin, tag: string): boolean {
  const match = plugin.text('match');
  return match === undefined ? plugin.get('match_regex').exists : mayMatch(match, tag);
}
