import {
  isUnknown,
  unknown,
  valueOf,
  type Fact,
  type NetworkRuleFacts,
  type SubjectOf,
} from '../../../model/index.ts';
import { derive } from '../../resource/logic.ts';
import { bool, byDefault, number, text, type Part } from '../../resource/part.ts';
import { peersOf } from '../../resource/peers.ts';
import { portsOf, protocolNamed } from '../../resource/ports.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import { inOrder, type Entry } from './acl-order.ts';

type Rule = SubjectOf<'network-rule'>;
type Direction = NetworkRuleFacts['direction'];

/** What the ways to write a rule call the same things. */
interface Names {
  readonly protocol: string;
  readonly action?: string;
  /** What network ACLs ask their entries by. */
  readonly order?: string;
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
  order: 'rule_no',
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

/** Entries of network ACLs: the attribute that turns their direction round, and the one that names their ACL. */
const ENTRIES: readonly (readonly [type: string, egress: string, acl: string, names: Names])[] = [
  [
    'aws_network_acl_rule',
    'egress',
    'network_acl_id',
    { ...INLINE_ACL, action: 'rule_action', order: 'rule_number' },
  ],
  [
    'AWS::EC2::NetworkAclEntry',
    'Egress',
    'NetworkAclId',
    {
      protocol: 'Protocol',
      action: 'RuleAction',
      order: 'RuleNumber',
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
    ...ENTRIES.flatMap(([type, attribute, acl, names]) => {
      const entries = new Map(
        stack.of(type).map((resource) => [resource, entryOf(resource, attribute, names)] as const),
      );
      return [...entries].map(([resource, entry]) => {
        const others = stack
          .sharing(type, acl, resource.get(acl))
          .flatMap((other) => entries.get(other) ?? []);
        return stack.subject('network-rule', resource, inOrder(entry, others));
      });
    }),
  ];
}

function entryOf(resource: Resource, attribute: string, names: Names): Entry {
  const egress = bool(resource, attribute);
  const direction = egress && valueOf(egress) === true ? 'egress' : 'ingress';
  const open = egress && isUnknown(egress.value) ? egress : undefined;
  return { number: orderOf(resource, names), facts: factsOf(resource, direction, names, open) };
}

function orderOf(part: Part, { order }: Names): Fact<number> | undefined {
  return order === undefined ? undefined : number(part, order);
}

function inlineRules(stack: Stack, { type, names, ...blocks }: Inline): readonly Rule[] {
  return stack.of(type).flatMap((resource) =>
    (['ingress', 'egress'] as const).flatMap((direction) => {
      const parts = resource.parts(blocks[direction]);
      const entries = parts.map((part) => ({
        number: orderOf(part, names),
        facts: factsOf(part, direction, names),
      }));
      return entries.map((entry, index) => {
        const address = `${resource.address}.${blocks[direction]}[${index}]`;
        const at = parts[index]?.at ?? resource.at;
        return stack.subject('network-rule', { address, at }, inOrder(entry, entries));
      });
    }),
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
