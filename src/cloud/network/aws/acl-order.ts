import { valueOf, type Fact, type NetworkRuleFacts } from '../../../model/index.ts';

/** An entry of a network ACL with the number that it is asked by: the first one that fits decides. */
export interface Entry {
  readonly number: Fact<number> | undefined;
  readonly facts: NetworkRuleFacts;
}

/** The entry's facts; when an earlier entry of its ACL denies all that it allows, it denies too, at that place. */
export function inOrder({ number, facts }: Entry, all: readonly Entry[]): NetworkRuleFacts {
  const own = number && valueOf(number);
  if (own === undefined || valueOf(facts.action) !== 'allow') return facts;
  const denial = all.find(
    (other) => ((other.number && valueOf(other.number)) ?? own) < own && denies(other.facts, facts),
  );
  return denial ? { ...facts, action: denial.facts.action } : facts;
}

function denies(earlier: NetworkRuleFacts, later: NetworkRuleFacts): boolean {
  if (valueOf(earlier.action) !== 'deny' || earlier.direction !== later.direction) return false;
  const protocol = valueOf(earlier.protocol);
  if (protocol === undefined || (protocol !== 'all' && protocol !== valueOf(later.protocol))) return false;
  // What is not known is compared so that it never covers, and is never covered.
  const from = (valueOf(earlier.fromPort) ?? Infinity) <= (valueOf(later.fromPort) ?? -1);
  const to = (valueOf(earlier.toPort) ?? -1) >= (valueOf(later.toPort) ?? Infinity);
  const shut = valueOf(earlier.peers) ?? [];
  const peers = valueOf(later.peers) ?? [];
  const all = peers.every(
    (peer) => shut.includes(peer) || (shut.includes('0.0.0.0/0') && !peer.includes(':')),
  );
  return from && to && peers.length > 0 && all;
}
