import { known, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { databases } from '../database/database.ts';
import { derive } from '../resource/logic.ts';
import { bool, byDefault, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { backupFacts, CONTINUOUS_HOURS, untold } from './parts.ts';
import { regionOfName, regionsOfResource } from './regions.ts';

/** What databases do by themselves. */
export function automated(stack: Stack): readonly SubjectOf<'backup'>[] {
  return databases(stack)
    .filter(({ name, facts }) => valueOf(facts.backupRetentionDays) !== 0 && !isCosmos(stack, name))
    .flatMap(({ name: address, id, facts }) => {
      const resource = stack.at(address);
      if (!resource) return [];
      const { pointInTimeRecovery: continuous, provider } = facts;
      return stack.subject(
        'backup',
        resource,
        backupFacts(resource, {
          mechanism: 'database-automated',
          method: periodOf(resource)
            ? byDefault('snapshot', resource)
            : derive(continuous, (yes) => (yes ? 'continuous' : 'snapshot')),
          intervalHours: periodOf(resource) ?? derive(continuous, (yes) => (yes ? CONTINUOUS_HOURS : 24)),
          retentionDays: facts.backupRetentionDays,
          covers: known([id], resource.at, resource.related),
          encrypted: facts.encrypted,
          ...elsewhere(stack, resource),
          ...(provider === 'azure' && {
            immutable: untold('Azure itself decides who can delete its automated backups', resource),
          }),
        }),
      );
    });
}

/** Its backups are told where the rest of Azure's are. */
function isCosmos(stack: Stack, address: string): boolean {
  return stack.at(address)?.type === 'azurerm_cosmosdb_account';
}

/** Redshift takes its snapshots by itself, sooner when much changes. */
function periodOf(database: Resource): Fact<number> | undefined {
  const hours = PERIODS.get(database.type);
  return hours === undefined ? undefined : byDefault(hours, database);
}

const PERIODS: ReadonlyMap<string, number> = new Map([
  ['aws_redshift_cluster', 8],
  ['AWS::Redshift::Cluster', 8],
  ['aws_redshiftserverless_workgroup', 0.5],
  ['AWS::RedshiftServerless::Workgroup', 0.5],
]);

/** Copies in other regions. */
function elsewhere(
  stack: Stack,
  database: Resource,
): { readonly offsite: Fact<boolean>; readonly copyRegions: Fact<readonly string[]> } {
  const geographic = bool(database, 'geo_redundant_backup_enabled');
  const redundancy = text(database, 'storage_account_type');
  const paired = geographic ?? (redundancy && derive(redundancy, (type) => type.startsWith('Geo')));
  if (paired)
    return {
      offsite: paired,
      copyRegions:
        valueOf(paired) === false
          ? derive(paired, () => [])
          : untold('Azure keeps them in the paired region, whichever that is', database),
    };
  const region = REGIONS.map((way) => regionAt(database, way)).find((fact) => fact !== undefined);
  if (region)
    return { offsite: known(true, region.at, region.related), copyRegions: regionsOf(region, database) };
  const [snapshots] = stack.attached('aws_redshift_snapshot_copy', 'cluster_identifier', database, [
    'id',
    'cluster_identifier',
  ]);
  if (snapshots)
    return {
      offsite: known(true, snapshots.at, snapshots.related),
      copyRegions: regionsOf(text(snapshots, 'destination_region'), snapshots),
    };
  const [copy] = stack.attached(
    'aws_db_instance_automated_backups_replication',
    'source_db_instance_arn',
    database,
  );
  if (copy) return { offsite: known(true, copy.at, copy.related), copyRegions: regionsOfResource(copy) };
  return (
    googleLocation(database) ?? {
      offsite: byDefault(false, database),
      copyRegions: byDefault([], database),
    }
  );
}

/** Attributes that name a region to copy to. */
const REGIONS: readonly (readonly string[])[] = [
  ['AutomaticBackupReplicationRegion'],
  ['snapshot_copy', 'destination_region'],
  ['DestinationRegion'],
];

function regionAt(database: Resource, way: readonly string[]): Fact<string> | undefined {
  const [part] = partsOn(database, way.slice(0, -1));
  return part && text(part, way.at(-1) ?? '');
}

/** Cloud SQL keeps backups in the nearest multi-region, unless a region is named. */
function googleLocation(database: Resource): ReturnType<typeof elsewhere> | undefined {
  if (database.type !== 'google_sql_database_instance') return undefined;
  const [settings] = database.parts('settings');
  const [configuration] = settings?.parts('backup_configuration') ?? [];
  const location = configuration && text(configuration, 'location');
  const region = text(database, 'region');
  if (!location)
    return {
      offsite: byDefault(true, configuration ?? database),
      copyRegions: untold('Google keeps them in the nearest multi-region', configuration ?? database),
    };
  const [name, own] = [valueOf(location), region && valueOf(region)];
  if (name === undefined)
    return { offsite: derive(location, () => true), copyRegions: regionsOf(location, database) };
  // `eu` and `us` are several regions at once.
  const single = name.includes('-');
  return {
    offsite:
      single && own === undefined
        ? untold('the region of the database is not known', database)
        : derive(location, () => !single || name !== own),
    copyRegions: regionsOf(location, database),
  };
}

function regionsOf(name: Fact<string> | undefined, part: Part): Fact<readonly string[]> {
  return name ? derive(name, (text) => [regionOfName(text)]) : untold('the region is not told', part);
}
