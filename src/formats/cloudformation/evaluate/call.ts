import type { DataNode } from '../../data-node.ts';

const LOOP = 'Fn::ForEach::';

export interface FunctionCall {
  /** As it is written: `!GetAtt`. */
  readonly written: string;
  /** In its long form: `Fn::GetAtt`. */
  readonly name: string;
  readonly argument: DataNode;
}

/** The function that a map stands for: its only key. */
export function callOf(node: DataNode): FunctionCall | undefined {
  const [first, second] = node.isMap ? node.entries() : [];
  if (first === undefined || second !== undefined) return undefined;
  const [written, argument] = first;
  if (written.startsWith('!')) return { written, name: longForm(written.slice(1)), argument };
  if (
    written === 'Ref' ||
    written.startsWith('Rain::') ||
    (written.startsWith('Fn::') && !written.startsWith(LOOP))
  )
    return { written, name: written, argument };
  return undefined;
}

function longForm(tag: string): string {
  return tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
}

/** Does a key stand for a loop, whose entries belong to the map around it? */
export function isLoop(key: string): boolean {
  return key.startsWith(LOOP);
}
