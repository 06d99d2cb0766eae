import type { Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';

const DOCUMENT = 'data.aws_iam_policy_document';

/**
 * Policy documents that nothing in the files uses, and that say nobody's name: such are for identities, which take them
 * from an output, or will. Those of modules are left out: there it is what uses them that may be turned off.
 */
export function loosePolicies(stack: Stack): readonly Resource[] {
  const documents = stack
    .of(DOCUMENT)
    .filter(
      (document) => document.address.startsWith(DOCUMENT) && !document.parts('statement').some(namesWho),
    );
  if (documents.length === 0) return [];
  const used = new Set(stack.resources.flatMap((resource) => [...addressesIn(resource)]));
  return documents.filter(({ address }) => !used.has(address) && !used.has(withoutKey(address)));
}

function namesWho(statement: Part): boolean {
  return statement.parts('principals').length > 0 || statement.parts('not_principals').length > 0;
}

/** What the attributes of a resource and of its blocks refer to. */
function* addressesIn(part: Part): Iterable<string> {
  for (const name of part.names()) {
    const value = part.get(name);
    if (value) yield* addressesOf(value);
    else for (const inner of part.parts(name)) yield* addressesIn(inner);
  }
}

function* addressesOf(value: Value): Iterable<string> {
  if (value.reference) yield value.reference.address;
  else if ('items' in value) for (const item of value.items) yield* addressesOf(item);
  else if ('entries' in value) for (const item of value.entries.values()) yield* addressesOf(item);
  else if (value.kind === 'unknown')
    for (const part of value.parts ?? []) if (typeof part !== 'string') yield* addressesOf(part);
}

function withoutKey(address: string): string {
  return address.endsWith(']') ? address.slice(0, address.lastIndexOf('[')) : address;
}
