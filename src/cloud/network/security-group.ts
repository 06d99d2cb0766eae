import type { CloudProvider, Fact, SubjectOf } from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { byDefault, text } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** A type of group: its name, the blocks of what it lets in, and resources of their own that say that for it. */
interface GroupType {
  readonly type: string;
  readonly provider: CloudProvider;
  readonly title: string;
  readonly inline: readonly string[];
  readonly beside: readonly (readonly [type: string, group: string])[];
  /** What others name it by. */
  readonly names: readonly string[];
  /** Attribute of a rule that holds several ranges of ports, each of which is a subject. */
  readonly ranges?: string;
}

const TYPES: readonly GroupType[] = [
  {
    type: 'aws_security_group',
    provider: 'aws',
    title: 'name',
    inline: ['ingress'],
    beside: [
      ['aws_vpc_security_group_ingress_rule', 'security_group_id'],
      ['aws_security_group_rule', 'security_group_id'],
    ],
    names: ['id'],
  },
  {
    type: 'AWS::EC2::SecurityGroup',
    provider: 'aws',
    title: 'GroupName',
    inline: ['SecurityGroupIngress'],
    beside: [['AWS::EC2::SecurityGroupIngress', 'GroupId']],
    names: ['GroupName'],
  },
  {
    type: 'azurerm_network_security_group',
    provider: 'azure',
    title: 'name',
    inline: ['security_rule'],
    beside: [['azurerm_network_security_rule', 'network_security_group_name']],
    names: ['name'],
    ranges: 'destination_port_ranges',
  },
  {
    type: 'google_compute_firewall',
    provider: 'gcp',
    title: 'name',
    inline: ['allow', 'deny'],
    beside: [],
    names: ['name'],
    ranges: 'ports',
  },
];

/** Security groups and firewalls by name, each with its rules, wherever these are written. */
export function securityGroups(stack: Stack): readonly SubjectOf<'security-group'>[] {
  return TYPES.flatMap((type) =>
    stack.of(type.type).map((group) =>
      stack.subject('security-group', group, {
        provider: type.provider,
        title: titleOf(group, type.title),
        label: group.name,
        ingress: rulesOf(stack, group, type).map((address) => `${stack.path}:${address}`),
      }),
    ),
  );
}

function titleOf(group: Resource, attribute: string): Fact<string | null> {
  return text(group, attribute) ?? byDefault(null, group);
}

/** Addresses of the rules, as the rules' own subjects have them. */
function rulesOf(stack: Stack, group: Resource, type: GroupType): readonly string[] {
  const { ranges } = type;
  const inline = type.inline.flatMap((name) =>
    group
      .parts(name)
      .flatMap((part, index) =>
        each(`${group.address}.${name}[${index}]`, ranges === undefined ? undefined : part.get(ranges)),
      ),
  );
  const beside = type.beside.flatMap(([name, attribute]) =>
    stack
      .attached(name, attribute, group, type.names)
      .flatMap((rule) => each(rule.address, ranges === undefined ? undefined : rule.get(ranges))),
  );
  return [...inline, ...beside];
}

function each(address: string, ranges: Parameters<typeof elementsOf>[0] | undefined): readonly string[] {
  const count = ranges === undefined ? 0 : elementsOf(ranges).length;
  return count <= 1 ? [address] : Array.from({ length: count }, (_, index) => `${address}.ports[${index}]`);
}
