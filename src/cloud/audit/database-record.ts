import {
  isUnknown,
  valueOf,
  type DatabaseRecordFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import { byDefault, factOf, nothing, partsOn, text, textOf, type Part } from '../resource/part.ts';
import { derive } from '../resource/logic.ts';
import { boolSetting, isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';

type Recorded = Exclude<keyof DatabaseRecordFacts, 'provider'>;

/** What the engines call it. */
const NAMES: Readonly<Record<string, Recorded>> = {
  log_connections: 'connections',
  log_disconnections: 'disconnections',
  log_checkpoints: 'checkpoints',
  log_lock_waits: 'lockWaits',
  audit_log_enabled: 'audited',
};

const CONFIGURATIONS: readonly string[] = [
  'azurerm_postgresql_configuration',
  'azurerm_postgresql_flexible_server_configuration',
  'azurerm_mysql_configuration',
  'azurerm_mysql_flexible_server_configuration',
];
const GROUPS: readonly string[] = [
  'aws_db_parameter_group',
  'aws_rds_cluster_parameter_group',
  'AWS::RDS::DBParameterGroup',
  'AWS::RDS::DBClusterParameterGroup',
];
const OFF: ReadonlySet<string> = new Set(['off', '0', 'false', 'disabled']);

/** What databases record of their use: their parameters and flags, and what audits them. */
export function databaseRecords(stack: Stack): readonly SubjectOf<'database-record'>[] {
  const configurations = CONFIGURATIONS.flatMap((type) => stack.of(type)).flatMap((resource) => {
    const said = [named(resource, 'name', 'value')];
    return parameterRecord(stack, resource, 'azure', said);
  });
  const groups = GROUPS.flatMap((type) => stack.of(type)).flatMap((resource) =>
    parameterRecord(stack, resource, 'aws', [
      ...resource.parts('parameter').map((part) => named(part, 'name', 'value')),
      ...resource
        .parts('Parameters')
        .flatMap((part) => part.names().map((name) => [name, part.get(name), part] as const)),
    ]),
  );
  return [...configurations, ...groups, ...flagged(stack), ...audited(stack)];
}

type Said = readonly [name: string | undefined, value: Value | undefined, part: Part];

function named(part: Part, name: string, value: string): Said {
  const written = text(part, name);
  return [written && valueOf(written), part.get(value), part];
}

/** Parameters that nobody states are as the engine has them: only what is stated is told. */
function parameterRecord(
  stack: Stack,
  resource: Resource,
  provider: DatabaseRecordFacts['provider'],
  said: readonly Said[],
): readonly SubjectOf<'database-record'>[] {
  const facts = statedFacts(said);
  if (Object.keys(facts).length === 0) return [];
  return [stack.subject('database-record', resource, { provider, ...nothingOf(resource), ...facts })];
}

function statedFacts(said: readonly Said[]): Partial<Record<Recorded, Fact<boolean>>> {
  const facts: Partial<Record<Recorded, Fact<boolean>>> = {};
  for (const [name, value, part] of said) {
    const fact = NAMES[name ?? ''];
    if (!fact || !Object.hasOwn(NAMES, name ?? '') || !value) continue;
    facts[fact] = derive(factOf(value, part, textOf, 'a text'), (text) => !OFF.has(text.toLowerCase()));
  }
  return facts;
}

/** Cloud SQL for PostgreSQL records neither unless a flag says so. */
function flagged(stack: Stack): readonly SubjectOf<'database-record'>[] {
  return stack.of('google_sql_database_instance').flatMap((resource) => {
    const version = text(resource, 'database_version');
    if (!version || isUnknown(version.value) || !version.value.startsWith('POSTGRES')) return [];
    const flags = partsOn(resource, ['settings', 'database_flags']);
    const open = flags.find(({ uncertain }) => uncertain !== undefined);
    const holder = open ?? resource.parts('settings')[0] ?? resource;
    return stack.subject('database-record', resource, {
      provider: 'gcp',
      ...nothingOf(resource),
      connections: byDefault(false, holder),
      disconnections: byDefault(false, holder),
      ...statedFacts(flags.map((flag) => named(flag, 'name', 'value'))),
    });
  });
}

/** Servers of Azure SQL are audited by a policy that names them, or that stands in them. */
function audited(stack: Stack): readonly SubjectOf<'database-record'>[] {
  return ['azurerm_mssql_server', 'azurerm_sql_server'].flatMap((type) =>
    stack.of(type).map((server) => {
      const policies = [
        'azurerm_mssql_server_extended_auditing_policy',
        'azurerm_mssql_server_microsoft_support_auditing_policy',
      ].flatMap((policy) => stack.attached(policy, 'server_id', server, ['id']));
      const [policy] = policies;
      const inline = isSet(server, 'extended_auditing_policy');
      return stack.subject('database-record', server, {
        provider: 'azure',
        ...nothingOf(server),
        audited: policy
          ? boolSetting(policy, { on: ['enabled'], absent: true })
          : byDefault(inline, server.parts('extended_auditing_policy')[0] ?? server),
      });
    }),
  );
}

function nothingOf(resource: Resource): Record<Recorded, Fact<null>> {
  const fact = nothing(resource);
  return { connections: fact, disconnections: fact, checkpoints: fact, lockWaits: fact, audited: fact };
}
