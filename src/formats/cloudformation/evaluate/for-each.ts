import type { Value } from '../../../cloud/index.ts';
import type { DataNode } from '../../data-node.ts';
import { isLoop } from './call.ts';
import type { LoopVariable, Scope } from './scope.ts';
import { scalarText } from './text.ts';

/** CloudFormation itself allows fewer resources in a template. */
const MAX_ENTRIES = 2000;

export interface Entry {
  readonly key: string;
  readonly node: DataNode;
  /** With the variables of the loops around the entry. */
  readonly scope: Scope;
}

type Evaluate = (node: DataNode, scope: Scope) => Value;

/** The entries of a map, those that `Fn::ForEach` makes in the place of the loop. */
export function loopEntries(map: DataNode, scope: Scope, evaluate: Evaluate): readonly Entry[] {
  const entries: Entry[] = [];
  collect(map, scope, evaluate, entries);
  return entries;
}

function collect(map: DataNode, scope: Scope, evaluate: Evaluate, into: Entry[]): void {
  for (const [key, node] of map.entries()) {
    if (isLoop(key)) expand(key, node, scope, evaluate, into);
    else into.push({ key: substituted(key, scope.loop), node, scope });
  }
}

/** `Fn::ForEach::Name: [Identifier, Collection, Body]`. */
function expand(key: string, loop: DataNode, scope: Scope, evaluate: Evaluate, into: Entry[]): void {
  const { runtime } = scope;
  const [identifier, collection, body] = loop.items();
  if (identifier?.text === undefined || !collection || !body?.isMap) {
    runtime.report('cloudformation/invalid-function', `${key} needs a name, a list and a map.`, loop.header);
    return;
  }
  const values = evaluate(collection, scope);
  if (!('items' in values)) {
    const why = values.kind === 'unknown' ? `since ${values.reason}` : 'since it has no list';
    runtime.report('cloudformation/unknown-loop', `What ${key} makes is not known, ${why}.`, loop.header);
    return;
  }
  for (const value of values.items) {
    if (into.length >= MAX_ENTRIES || runtime.spent) {
      const message = `${key} makes too many entries: from ${MAX_ENTRIES} on they were left out.`;
      runtime.report('cloudformation/limit', message, loop.header);
      return;
    }
    const variable = { name: identifier.text, value, outer: scope.loop };
    collect(body, { ...scope, loop: variable }, evaluate, into);
  }
}

/** `&{Name}` leaves out what no name may have. */
const VARIABLE = /([$&])\{(\w+)\}/g;

/** A text with the variables of loops put in. */
export function substituted(text: string, loop: LoopVariable | undefined): string {
  if (!loop || !/[$&]\{/.test(text)) return text;
  return text.replace(VARIABLE, (written: string, mark: string, name: string) => {
    for (let variable: LoopVariable | undefined = loop; variable; variable = variable.outer) {
      if (variable.name !== name) continue;
      const value = scalarText(variable.value);
      if (value === undefined) return written;
      return mark === '&' ? value.replace(/[^a-z0-9]/gi, '') : value;
    }
    return written;
  });
}
