import {
  isUnknown,
  unknown,
  valueOf,
  type Fact,
  type NetworkRuleFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { bool, byDefault, text, type Part } from '../resource/part.ts';
import { peersOf } from '../resource/peers.ts';
import { portsOf, protocolNamed } from '../resource/ports.ts';
import type { Stack } from '../resource/stack.ts';

type Rule = SubjectOf<'network-rule'>;
type Direction = NetworkRuleFacts['direction'];

/** What the ways to write a rule call the same things. */
interface Names {
  readonly protocol: string;
  readonly action?: string;
  readonly peers: readonly string[];
}

const GROUP: Names = { protocol: 'protocol', peers: ['cidr_blocks', 'ipv6_cidr_blocks'] };
const SINGLE: Names = { protocol: 'ip_protocol', peers: ['cidr_ipv4', 'cidr_ipv6'] };
const INLINE_ACL: Names = {
  protocol: 'protocol',
  action: 'action',
  peers: ['cidr_block', 'ipv6_cidr_block'],
};
const ACL: Names = { protocol: 'protocol', action: 'rule_action', peers: ['cidr_block', 'ipv6_cidr_block'] };

const INLINE: readonly (readonly [type: string, names: Names])[] = [
  ['aws_security_group', GROUP],
  ['aws_default_security_group', GROUP],
  ['aws_network_acl', INLINE_ACL],
  ['aws_default_network_acl', INLINE_ACL],
];

export function awsRules(stack: Stack): readonly Rule[] {
  return [
    ...INLINE.flatMap(([type, names]) => inlineRules(stack, type, names)),
    ...stack.of('aws_security_group_rule').map((resource) => {
      const type = text(resource, 'type');
      const direction = type && valueOf(type) === 'egress' ? 'egress' : 'ingress';
      const open = type && isUnknown(type.value) ? type : undefined;
      return stack.subject('network-rule', resource, factsOf(resource, direction, GROUP, open));
    }),
    ...stack
      .of('aws_vpc_security_group_ingress_rule')
      .map((resource) => stack.subject('network-rule', resource, factsOf(resource, 'ingress', SINGLE))),
    ...stack
      .of('aws_vpc_security_group_egress_rule')
      .map((resource) => stack.subject('network-rule', resource, factsOf(resource, 'egress', SINGLE))),
    ...stack.of('aws_network_acl_rule').map((resource) => {
      const egress = bool(resource, 'egress');
      const direction = egress && valueOf(egress) === true ? 'egress' : 'ingress';
      const open = egress && isUnknown(egress.value) ? egress : undefined;
      return stack.subject('network-rule', resource, factsOf(resource, direction, ACL, open));
    }),
  ];
}

function inlineRules(stack: Stack, type: string, names: Names): readonly Rule[] {
  return stack.of(type).flatMap((resource) =>
    (['ingress', 'egress'] as const).flatMap((direction) =>
      resource.parts(direction).map((part, index) => {
        const address = `${resource.address}.${direction}[${index}]`;
        return stack.subject('network-rule', { address, at: part.at }, factsOf(part, direction, names));
      }),
    ),
  );
}

/** `undirected`: the direction is not known, so neither is what the rule allows. */
function factsOf(
  part: Part,
  direction: Direction,
  names: Names,
  undirected?: Fact<unknown>,
): NetworkRuleFacts {
  const protocol = protocolNamed(part, names.protocol, 'all');
  return {
    provider: 'aws',
    direction,
    // Only network ACLs can also deny.
    stateless: names.action !== undefined,
    action: actionOf(part, names, undirected),
    protocol,
    ...portsOf(part, protocol),
    peers: peersOf(part, names.peers),
  };
}

function actionOf(
  part: Part,
  names: Names,
  undirected: Fact<unknown> | undefined,
): NetworkRuleFacts['action'] {
  if (undirected && isUnknown(undirected.value))
    return unknown(undirected.value.unknown, undirected.at, undirected.related);
  const stated = names.action === undefined ? undefined : text(part, names.action);
  if (!stated) return byDefault('allow' as const, part);
  return derive(stated, (action) => (action.toLowerCase() === 'deny' ? 'deny' : 'allow'));
}
