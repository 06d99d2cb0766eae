import { SCALAR_STYLE } from 'js-yaml';
import type { ScalarEvent } from 'js-yaml';
import { NodeKind } from '../../data/index.ts';
import { blockEnd, blockStart, skipGap } from './gaps.ts';

/** What a scalar is to its container; decides where one is that is not written. */
export type Role = 'key' | 'value' | 'item';

/** Where a scalar stands, with its quotes or its block header. `last`: where reading goes on. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  readonly kind: NodeKind;
  readonly last: number;
}

export function extentOf(text: string, event: ScalarEvent, last: number, role: Role): Extent {
  const { valueStart, valueEnd, style } = event;
  const properties = Math.max(event.tagEnd, event.anchorEnd);
  if (valueStart < 0) {
    const at = properties >= 0 ? properties : emptyPlace(text, last, role);
    return { start: at, end: at, kind: NodeKind.plain, last: Math.max(last, at) };
  }
  if (style === SCALAR_STYLE.PLAIN)
    return { start: valueStart, end: valueEnd, kind: NodeKind.plain, last: valueEnd };
  if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) {
    const literal = style === SCALAR_STYLE.LITERAL_BLOCK;
    const start = blockStart(text, Math.max(last, properties), valueStart, literal);
    const end = blockEnd(text, start, valueEnd);
    return { start, end, kind: NodeKind.block, last: end };
  }
  return { start: valueStart - 1, end: valueEnd + 1, kind: NodeKind.quoted, last: valueEnd + 1 };
}

/** Where a value or key would be that is not written: after its `:`, `-` or `?`. */
function emptyPlace(text: string, last: number, role: Role): number {
  let at = skipGap(text, last);
  if (text[at] === ',') at = skipGap(text, at + 1);
  const mark = text[at];
  if (role === 'key') return mark === ':' ? at : mark === '?' ? at + 1 : last;
  return mark === (role === 'value' ? ':' : '-') ? at + 1 : last;
}
