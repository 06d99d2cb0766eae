import type { Undecided } from '../../assess/index.ts';
import { formatLocation } from '../../source/index.ts';
import { groupBy, visible, wrap } from '../parts/index.ts';
import type { Context } from './context.ts';
import { indent } from './frame.ts';

const PLACES = 3;

/** What the files do not tell, one paragraph for each rule and reason. */
export function undecidedText(undecided: readonly Undecided[], context: Context): readonly string[] {
  const groups = groupBy(undecided, ({ rule, reason }) => `${rule.id}\0${reason}`);
  return [...groups.values()]
    .sort((a, b) => compareRules(a[0], b[0]))
    .flatMap((items) => paragraph(items, context));
}

function compareRules(a: Undecided | undefined, b: Undecided | undefined): number {
  const [left, right] = [a?.rule.id ?? '', b?.rule.id ?? ''];
  return left === right ? 0 : left < right ? -1 : 1;
}

function paragraph(items: readonly Undecided[], { paint, width }: Context): readonly string[] {
  const [first] = items;
  if (!first) return [];
  const { rule, reason } = first;
  const times = items.length === 1 ? '' : paint.faint(`  ${items.length} times`);
  const places = items.slice(0, PLACES).map(({ location }) => visible(formatLocation(location)));
  const more = items.length > PLACES ? [`and ${items.length - PLACES} more`] : [];
  return indent(
    [
      `${rule.id}${times}`,
      ...indent(wrap(`Unknown because ${visible(reason).replace(/\.$/, '')}.`, width - 4), 2),
      ...indent([...places, ...more], 2).map((line) => paint.faint(line)),
    ],
    2,
  );
}
