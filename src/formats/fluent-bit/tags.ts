import { known, unknown, type Fact } from '../../model/index.ts';
import type { FluentBitConfig } from './config.ts';
import type { Plugin } from './plugin.ts';

/** Inputs that take the tags that others send, and filters that make new ones. */
const ANY_TAG: ReadonlySet<string> = new Set([
  'forward',
  'http',
  'opentelemetry',
  'elasticsearch',
  'splunk',
  'event_type',
  'kafka',
]);
const RETAGGING: ReadonlySet<string> = new Set(['rewrite_tag', 'lua', 'wasm', 'log_to_metrics', 'checklist']);

/** Filters and outputs that match no tag that there is; none where tags cannot be told. */
export function unreachable({ inputs, filters, outputs, partial }: FluentBitConfig): readonly Fact<string>[] {
  if (partial !== undefined || inputs.length === 0) return [];
  if (inputs.some(({ type }) => ANY_TAG.has(type)) || filters.some(({ type }) => RETAGGING.has(type)))
    return [];
  const tags = inputs.map((input, index) => input.text('tag') ?? `${input.type}.${index}`);
  if (tags.some((tag) => /\$|<|\{\{/.test(tag))) return [];
  const distinct = [...new Set(tags)];
  const answers = new Map<string, boolean | undefined>();
  const matches = (pattern: string): boolean | undefined => {
    if (answers.has(pattern)) return answers.get(pattern);
    const tooMany = (answers.size + 1) * distinct.length > MAX_COMPARED;
    const answer = tooMany ? undefined : distinct.some((tag) => mayMatch(pattern, tag));
    answers.set(pattern, answer);
    return answer;
  };
  let open = false;
  const lost = (kind: string, plugins: readonly Plugin[]): readonly Fact<string>[] =>
    plugins.flatMap((plugin) => {
      const match = plugin.get('match');
      const pattern = match.text?.trim();
      if (pattern === undefined || /\$|\{\{/.test(pattern)) return [];
      const answer = matches(pattern);
      if (answer === undefined && open) return [];
      open ||= answer === undefined;
      if (answer === undefined) return [unknown(TOO_MANY, match.at)];
      return answer ? [] : [known(`${kind} ${plugin.type} for ${pattern}`, match.at)];
    });
  return [...lost('filter', filters), ...lost('output', outputs)];
}

/** More than people write. */
const MAX_COMPARED = 1_000_000;
const TOO_MANY = 'it has more tags and patterns than are compared';

/** May a pattern match a tag that itself stands for many? Only what is before their first stars is compared. */
export function mayMatch(pattern: string, tag: string): boolean {
  const [one = '', ...more] = pattern.split('*');
  const [other = '', ...others] = tag.split('*');
  if (more.length === 0 && others.length === 0) return one === other;
  if (more.length === 0) return one.startsWith(other);
  if (others.length === 0) return other.startsWith(one);
  return one.startsWith(other) || other.startsWith(one);
}
