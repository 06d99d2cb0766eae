import { isUnknown, known, type Fact } from '../../model/index.ts';
import type { Value } from './value.ts';
import { elementsOf, joined, readableText } from './lists.ts';
import { factOf, wayTo, type Part } from './part.ts';

const EVERYWHERE: ReadonlySet<string> = new Set(['*', 'internet', 'any', '<nw>/0', '/0', '0.0.0.0']);
/** Blocks that hold every address of one version of IP. */
export const OPEN_BLOCKS: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

/**
 * The other side of a rule, from all attributes that can name it. Where everywhere is among them the place is that
 * very element, and nothing unknown beside it matters.
 */
export function peersOf(
  part: Part,
  attributes: readonly string[],
  open?: Fact<readonly string[]>,
): Fact<readonly string[]> {
  const lists = attributes.flatMap((name) => {
    const value = part.get(name);
    if (!value) return [];
    const around = { ...part, related: wayTo(value, part) };
    return [elementsOf(value).map((element) => addressOf(element, around))];
  });
  const facts = lists
    .flat()
    .map((fact) => ({ ...fact, value: isUnknown(fact.value) ? fact.value : normal(fact.value) }));
  const everywhere = facts.find(({ value }) => typeof value === 'string' && OPEN_BLOCKS.has(value));
  if (everywhere) {
    const peers = facts.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    return known(peers, everywhere.at, everywhere.related);
  }
  if (lists.length === 0 && open) return open;
  return joined(
    facts.map((fact) => ({ ...fact, value: typeof fact.value === 'string' ? [fact.value] : fact.value })),
    part,
  );
}

/** A network of the files is known by its name, `${aws_vpc.main.cidr_block}`: none is as large as everywhere. */
function addressOf(element: Value, part: Part): Fact<string> {
  const name = part.uncertain === undefined ? readableText(element) : undefined;
  return name === undefined
    ? factOf(element, part, readableText, 'an address')
    : known(name, element.at, wayTo(element, part));
}

/** A block without a single bit that is fixed holds every address, however the address before it is written. */
function normal(peer: string): string {
  if (/^[\d.]+\/0$/.test(peer)) return '0.0.0.0/0';
  if (/^[\da-f.:]+\/0$/i.test(peer)) return '::/0';
  return EVERYWHERE.has(peer.toLowerCase()) ? '0.0.0.0/0' : peer;
}
