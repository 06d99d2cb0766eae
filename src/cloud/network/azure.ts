import { known, valueOf, type NetworkRuleFacts, type SubjectOf } from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, factOf, text, textOf, type Part } from '../resource/part.ts';
import { peersOf } from '../resource/peers.ts';
import { allPorts, protocolNamed, rangeOf, type Ports } from '../resource/ports.ts';
import type { Stack } from '../resource/stack.ts';

type Rule = SubjectOf<'network-rule'>;

const PEERS = {
  ingress: ['source_address_prefix', 'source_address_prefixes'],
  egress: ['destination_address_prefix', 'destination_address_prefixes'],
};

export function azureRules(stack: Stack): readonly Rule[] {
  return [
    ...stack.of('azurerm_network_security_rule').flatMap((rule) => rulesOf(stack, rule, rule.address)),
    ...stack
      .of('azurerm_network_security_group')
      .flatMap((group) =>
        group
          .parts('security_rule')
          .flatMap((rule, index) => rulesOf(stack, rule, `${group.address}.security_rule[${index}]`)),
      ),
  ];
}

/** One subject for each range of ports. */
function rulesOf(stack: Stack, part: Part, address: string): readonly Rule[] {
  const way = text(part, 'direction');
  const direction: NetworkRuleFacts['direction'] =
    way && valueOf(way)?.toLowerCase() === 'outbound' ? 'egress' : 'ingress';
  const access = text(part, 'access') ?? byDefault('Allow', part);
  const facts = {
    provider: 'azure' as const,
    direction,
    stateless: false,
    action: derive(access, (word) =>
      word.toLowerCase() === 'deny' ? ('deny' as const) : ('allow' as const),
    ),
    protocol: protocolNamed(part, 'protocol', '*'),
    peers: peersOf(part, PEERS[direction]),
  };
  const ranges = portRanges(part);
  return ranges.map((ports, index) =>
    stack.subject(
      'network-rule',
      { address: ranges.length === 1 ? address : `${address}.ports[${index}]`, at: part.at },
      { ...facts, ...ports },
    ),
  );
}

function portRanges(part: Part): readonly Ports[] {
  const ranges = ['destination_port_range', 'destination_port_ranges'].flatMap((name) => {
    const value = part.get(name);
    return value
      ? elementsOf(value).map((element) => rangeOf(factOf(element, part, textOf, 'a range of ports')))
      : [];
  });
  return ranges.length > 0 ? ranges : [allPorts(known(0, part.at, part.related))];
}
