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
  readonly ports: readonly [from: string, to: string];
  /** The block around the ports. */
  readonly range?: string;
}

const PORTS: Names['ports'] = ['from_port', 'to_port'];
const GROUP: Names = { protocol: 'protocol', peers: ['cidr_blocks', 'ipv6_cidr_blocks'], ports: PORTS };
const SINGLE: Names = { protocol: 'ip_protocol', peers: ['cidr_ipv4', 'cidr_ipv6'], ports: PORTS };
const CLOUDFORMATION: Names = {
  protocol: 'IpProtocol',
  peers: ['CidrIp', 'CidrIpv6'],
  ports: ['FromPort', 'ToPort'],
};
const INLINE_ACL: Names = {
  protocol: 'protocol',
  action: 'action',
  peers: ['cidr_block', 'ipv6_cidr_block'],
  ports: PORTS,
};

interface Inline {
  readonly type: string;
  readonly ingress: string;
  readonly egress: string;
  readonly names: Names;
}

const TERRAFORM_BLOCKS = { ingress: 'ingress', egress: 'egress' } as const;
const INLINE: readonly Inline[] = [
  { type: 'aws_security_group', ...TERRAFORM_BLOCKS, names: GROUP },
  { type: 'aws_default_security_group', ...TERRAFORM_BLOCKS, names: GROUP },
  { type: 'aws_network_acl', ...TERRAFORM_BLOCKS, names: INLINE_ACL },
  { type: 'aws_default_network_acl', ...TERRAFORM_BLOCKS, names: INLINE_ACL },
  {
    type: 'AWS::EC2::SecurityGroup',
    ingress: 'SecurityGroupIngress',
    egress: 'SecurityGroupEgress',
    names: CLOUDFORMATION,
  },
];

const DIRECTED: readonly (readonly [type: string, direction: Direction, names: Names])[] = [
  ['aws_vpc_security_group_ingress_rule', 'ingress', SINGLE],
  ['aws_vpc_security_group_egress_rule', 'egress', SINGLE],
  ['AWS::EC2::SecurityGroupIngress', 'ingress', CLOUDFORMATION],
  ['AWS::EC2::SecurityGroupEgress', 'egress', CLOUDFORMATION],
];

/** Rules of network ACLs, and the attribute that turns their direction round. */
const ENTRIES: readonly (readonly [type: string, egress: string, names: Names])[] = [
  ['aws_network_acl_rule', 'egress', { ...INLINE_ACL, action: 'rule_action' }],
  [
    'AWS::EC2::NetworkAclEntry',
    'Egress',
    {
      protocol: 'Protocol',
      action: 'RuleAction',
      peers: ['CidrBlock', 'Ipv6CidrBlock'],
      range: 'PortRange',
      ports: ['From', 'To'],
    },
  ],
];

export function awsRules(stack: Stack): readonly Rule[] {
  return [
    ...INLINE.flatMap((inline) => inlineRules(stack, inline)),
    ...stack.of('aws_security_group_rule').map((resource) => {
      const type = text(resource, 'type');
      const direction = type && valueOf(type) === 'egress' ? 'egress' : 'ingress';
      const open = type && isUnknown(type.value) ? type : undefined;
      return stack.subject('network-rule', resource, factsOf(resource, direction, GROUP, open));
    }),
    ...DIRECTED.flatMap(([type, direction, names]) =>
      stack
        .of(type)
        .map((resource) => stack.subject('network-rule', resource, factsOf(resource, direction, names))),
    ),
    ...ENTRIES.flatMap(([type, attribute, names]) =>
      stack.of(type).map((resource) => {
        const egress = bool(resource, attribute);
        const direction = egress && valueOf(egress) === true ? 'egress' : 'ingress';
        const open = egress && isUnknown(egress.value) ? egress : undefined;
        return stack.subject('network-rule', resource, factsOf(resource, direction, names, open));
      }),
    ),
  ];
}

function inlineRules(stack: Stack, { type, names, ...blocks }: Inline): readonly Rule[] {
  return stack.of(type).flatMap((resource) =>
    (['ingress', 'egress'] as const).flatMap((direction) =>
      resource.parts(blocks[direction]).map((part, index) => {
        const address = `${resource.address}.${blocks[direction]}[${index}]`;
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
    ...portsOf(
      (names.range === undefined ? undefined : part.parts(names.range)[0]) ?? part,
      protocol,
      names.ports,
    ),
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
