import {
  known,
  unknown,
  valueOf,
  isUnknown,
  type NetworkRuleFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { bool, byDefault, factOf, text, textOf, type Part } from '../resource/part.ts';
import { peersOf } from '../resource/peers.ts';
import { allPorts, protocolNamed, rangeOf, type Ports } from '../resource/ports.ts';
import type { Resource, Stack } from '../resource/stack.ts';

type Rule = SubjectOf<'network-rule'>;

/** Without any of these, an ingress rule is for traffic from everywhere. */
const SOURCES = ['source_ranges', 'source_tags', 'source_service_accounts'];

export function googleRules(stack: Stack): readonly Rule[] {
  return stack.of('google_compute_firewall').flatMap((firewall) => {
    const disabled = bool(firewall, 'disabled');
    if (disabled && valueOf(disabled) === true) return [];
    return (['allow', 'deny'] as const).flatMap((action) =>
      firewall.parts(action).flatMap((part, index) => {
        const ranges = portRanges(part);
        return ranges.map((ports, range) => {
          const suffix = ranges.length === 1 ? '' : `.ports[${range}]`;
          const address = `${firewall.address}.${action}[${index}]${suffix}`;
          const protocol = protocolNamed(part, 'protocol', 'all');
          const facts: NetworkRuleFacts = {
            provider: 'gcp',
            ...sidesOf(firewall),
            stateless: false,
            action:
              disabled && isUnknown(disabled.value)
                ? unknown(disabled.value.unknown, disabled.at)
                : byDefault(action, part),
            protocol,
            ...ports,
          };
          return stack.subject('network-rule', { address, at: part.at }, facts);
        });
      }),
    );
  });
}

function sidesOf(firewall: Resource): Pick<NetworkRuleFacts, 'direction' | 'peers'> {
  const way = text(firewall, 'direction');
  const everywhere = known(['0.0.0.0/0'], firewall.at, firewall.related);
  if (way && valueOf(way) === 'EGRESS') {
    return { direction: 'egress', peers: peersOf(firewall, ['destination_ranges'], everywhere) };
  }
  const limited = SOURCES.some((name) => firewall.get(name) !== undefined);
  return {
    direction: 'ingress',
    peers: peersOf(firewall, ['source_ranges'], limited ? undefined : everywhere),
  };
}

function portRanges(part: Part): readonly Ports[] {
  const value = part.get('ports');
  const elements = value ? elementsOf(value) : [];
  if (elements.length === 0) return [allPorts(known(0, part.at, part.related))];
  return elements.map((element) => rangeOf(factOf(element, part, textOf, 'a range of ports')));
}
