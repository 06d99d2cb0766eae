import { valueOf, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { mapping, scalar, sequence, type Mapping, type Sequence } from '../text/node.ts';
import { locatedFact, type Found } from './subjects.ts';

/** A permission that a plan can state: one port, from one place that has a name. */
interface Allowed {
  readonly from: string;
  readonly port: number;
  readonly at: Location;
}

interface Group {
  readonly at: Location;
  readonly environment: string | undefined;
  /** Undefined where something of it is not known. */
  readonly allows: readonly Allowed[] | undefined;
}

/** Security groups with what they let in, where all that is known and the same in every environment. */
export function sharedGroups(found: Found): Sequence | undefined {
  const groups = groupsByLabel(found);
  if (!areShared(groups)) return undefined;
  return sequence([...groups].map(([label, all]) => statement(label, all)));
}

/** Those of one environment, where environments differ: what an environment states takes the place of what all have. */
export function ownGroups(found: Found, environment: string): Sequence | undefined {
  const groups = groupsByLabel(found);
  if (areShared(groups)) return undefined;
  return sequence(
    [...groups].map(([label, all]) => {
      const own = all.filter((group) => group.environment === environment);
      return own.length > 0 && isShared(own) ? statement(label, own) : undefined;
    }),
  );
}

function areShared(groups: ReadonlyMap<string, readonly Group[]>): boolean {
  return [...groups.values()].every(isShared);
}

function groupsByLabel(found: Found): ReadonlyMap<string, readonly Group[]> {
  const rules = new Map(found.of('network-rule').map((rule) => [rule.id, rule]));
  const byLabel = new Map<string, Group[]>();
  for (const { facts, location, environment } of found.of('security-group')) {
    const allows = facts.ingress.map((id) => allowed(rules.get(id)));
    const known = allows.every((one) => one !== undefined) ? allows.flat() : undefined;
    if (facts.label === '' || allows.length === 0) continue;
    const groups = byLabel.get(facts.label) ?? [];
    byLabel.set(facts.label, groups);
    groups.push({ at: location, environment, allows: known });
  }
  return new Map([...byLabel].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All of it is known, and the same. */
function isShared(groups: readonly Group[]): boolean {
  return (
    groups.every(({ allows }) => allows !== undefined) &&
    new Set(groups.map(({ allows = [] }) => formOf(allows))).size === 1
  );
}

function statement(label: string, groups: readonly Group[]): Mapping | undefined {
  return mapping({
    name: scalar(
      label,
      groups.map(({ at }) => at),
    ),
    allows: sequence(
      (groups[0]?.allows ?? []).map(({ from, port, at }) =>
        mapping({ from: scalar(from, [at]), ports: sequence([scalar(port, [at])]) }),
      ),
    ),
  });
}

function allowed(rule: SubjectOf<'network-rule'> | undefined): readonly Allowed[] | undefined {
  if (!rule || valueOf(rule.facts.action) !== 'allow') return undefined;
  const port = locatedFact(rule, rule.facts.fromPort);
  const peers = locatedFact(rule, rule.facts.peers);
  if (!port || !peers || port.value !== valueOf(rule.facts.toPort) || peers.value.length === 0)
    return undefined;
  return peers.value.map((peer) => ({
    from: peer === '0.0.0.0/0' || peer === '::/0' ? 'internet' : peer,
    port: port.value,
    at: port.at,
  }));
}

function formOf(allows: readonly Allowed[]): string {
  return JSON.stringify(allows.map(({ from, port }) => [from, port]).sort());
}
