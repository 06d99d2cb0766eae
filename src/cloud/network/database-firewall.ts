import {
  isUnknown,
  known,
  unknown,
  type Fact,
  type NetworkRuleFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, partsOn, text, type Part } from '../resource/part.ts';
import { peersOf } from '../resource/peers.ts';
import type { Stack } from '../resource/stack.ts';

type Rule = SubjectOf<'network-rule'>;

/** Azure has the rules of its database servers' own firewalls as resources; each server listens on one port. */
const AZURE: Readonly<Record<string, number>> = {
  azurerm_mysql_firewall_rule: 3306,
  azurerm_mysql_flexible_server_firewall_rule: 3306,
  azurerm_mariadb_firewall_rule: 3306,
  azurerm_postgresql_firewall_rule: 5432,
  azurerm_postgresql_flexible_server_firewall_rule: 5432,
  azurerm_mssql_firewall_rule: 1433,
  azurerm_sql_firewall_rule: 1433,
  azurerm_redis_firewall_rule: 6379,
};

/** What versions of Cloud SQL begin with. */
const GOOGLE: readonly (readonly [engine: string, port: number])[] = [
  ['MYSQL', 3306],
  ['POSTGRES', 5432],
  ['SQLSERVER', 1433],
];

/** Who may reach a managed database by the firewall that it brings with it. */
export function databaseFirewallRules(stack: Stack): readonly Rule[] {
  return [
    ...Object.entries(AZURE).flatMap(([type, port]) =>
      stack
        .of(type)
        .map((rule) =>
          stack.subject('network-rule', rule, factsOf('azure', rule, byDefault(port, rule), rangeOf(rule))),
        ),
    ),
    ...stack.of('google_sql_database_instance').flatMap((instance) =>
      partsOn(instance, ['settings', 'ip_configuration', 'authorized_networks']).map((network, index) => {
        const address = `${instance.address}.authorized_networks[${index}]`;
        const version = text(instance, 'database_version') ?? byDefault('', instance);
        const facts = factsOf('gcp', network, googlePort(version), peersOf(network, ['value']));
        return stack.subject('network-rule', { address, at: network.at }, facts);
      }),
    ),
  ];
}

function factsOf(
  provider: NetworkRuleFacts['provider'],
  part: Part,
  port: Fact<number>,
  peers: Fact<readonly string[]>,
): NetworkRuleFacts {
  return {
    provider,
    direction: 'ingress',
    stateless: false,
    action: byDefault('allow' as const, part),
    protocol: byDefault('tcp', part),
    fromPort: port,
    toPort: port,
    peers,
  };
}

function googlePort(version: Fact<string>): Fact<number> {
  const { value } = version;
  if (isUnknown(value)) return derive(version, () => 0);
  const port = GOOGLE.find(([engine]) => value.startsWith(engine))?.[1];
  return port === undefined
    ? unknown('it is not known which database it is', version.at, version.related)
    : derive(version, () => port);
}

/** From 0.0.0.0 to 0.0.0.0 is not everywhere, but whatever runs in Azure. */
function rangeOf(rule: Part): Fact<readonly string[]> {
  const start = text(rule, 'start_ip_address') ?? text(rule, 'start_ip') ?? byDefault('', rule);
  const end = text(rule, 'end_ip_address') ?? text(rule, 'end_ip') ?? byDefault('', rule);
  if (isUnknown(start.value)) return derive(start, () => []);
  if (isUnknown(end.value)) return derive(end, () => []);
  const everywhere = start.value === '0.0.0.0' && end.value.startsWith('255.');
  return known([everywhere ? '0.0.0.0/0' : `${start.value}-${end.value}`], start.at, start.related);
}
