import type { Subject } from '../model/index.ts';
import { budgets } from './accounting/budget.ts';
import { taggings } from './accounting/tagging.ts';
import { auditTrails } from './audit/audit-trail.ts';
import { databaseRecords } from './audit/database-record.ts';
import { inventories } from './audit/inventory.ts';
import { organizations } from './audit/organization.ts';
import { logGroups } from './audit/log-group.ts';
import { serviceLogs } from './audit/service-log.ts';
import { threatDetections } from './audit/threat-detection.ts';
import { backups } from './backup/backup.ts';
import { dataRemovals } from './backup/data-removal.ts';
import { failovers } from './backup/failover.ts';
import { restoreTests } from './backup/restore-test.ts';
import { caches } from './data/cache.ts';
import { dataServices } from './data/data-service.ts';
import { disks } from './data/disk.ts';
import { fileSystems } from './data/file-system.ts';
import { keys, keyVaults } from './data/key.ts';
import { queues } from './data/queue.ts';
import { searchDomains } from './data/search-domain.ts';
import { clusters } from './compute/cluster.ts';
import { functionAccess } from './compute/function-access.ts';
import { imageSearches } from './compute/image-search.ts';
import { instances } from './compute/instance.ts';
import { nodePools } from './compute/node-pool.ts';
import { managedWorkloads } from './compute/managed-workload.ts';
import { registries } from './compute/registry.ts';
import { runtimes } from './compute/runtime.ts';
import { taskDefinitions } from './compute/task-definition.ts';
import { cloudServices } from './inventory/cloud-service.ts';
import { repositories } from './inventory/repository.ts';
import { databases } from './database/database.ts';
import { apiMethods } from './edge/api-method.ts';
import { certificates } from './edge/certificate.ts';
import { dnsZones } from './edge/dns-zone.ts';
import { endpoints } from './edge/endpoint.ts';
import { gateways } from './edge/gateway.ts';
import { webApps } from './edge/web-app.ts';
import { accessPolicies } from './identity/access-policy.ts';
import { passwordPolicies } from './identity/password-policy.ts';
import { roles } from './identity/role.ts';
import { signIns } from './identity/sign-in.ts';
import { userGrants } from './identity/user-grant.ts';
import { alarms } from './monitoring/alarms.ts';
import { addressSpaces } from './network/address-space.ts';
import { securityGroups } from './network/security-group.ts';
import { networks } from './network/network.ts';
import { networkRules } from './network/network-rule.ts';
import { routes } from './network/route.ts';
import { pipelines } from './pipeline/pipelines.ts';
import { releases } from './release/release.ts';
import { keptSecrets } from './secrets/kept-secret.ts';
import { nativeResources } from './resource/native.ts';
import type { Stack } from './resource/stack.ts';
import { objectStores } from './storage/object-store.ts';
import { upgradeSettings } from './upgrades/upgrade-setting.ts';

const KINDS: readonly ((stack: Stack) => readonly Subject[])[] = [
  objectStores,
  databases,
  disks,
  fileSystems,
  caches,
  queues,
  searchDomains,
  dataServices,
  keys,
  keyVaults,
  networkRules,
  securityGroups,
  addressSpaces,
  routes,
  accessPolicies,
  roles,
  keptSecrets,
  signIns,
  userGrants,
  passwordPolicies,
  auditTrails,
  inventories,
  organizations,
  threatDetections,
  databaseRecords,
  logGroups,
  serviceLogs,
  alarms,
  backups,
  dataRemovals,
  failovers,
  restoreTests,
  cloudServices,
  repositories,
  instances,
  imageSearches,
  functionAccess,
  clusters,
  nodePools,
  runtimes,
  registries,
  taskDefinitions,
  managedWorkloads,
  endpoints,
  dnsZones,
  certificates,
  gateways,
  apiMethods,
  webApps,
  networks,
  upgradeSettings,
  budgets,
  releases,
];

/** Everything that a stack's resources are, of all clouds. */
export function cloudSubjects(
  stack: Stack,
  { wantsResources = false, wantsTags = false, readText }: CloudOptions,
): readonly Subject[] {
  const kinds = [...KINDS, ...(wantsTags ? [taggings] : []), ...(wantsResources ? [nativeResources] : [])];
  return [...kinds.flatMap((subjectsOf) => subjectsOf(stack)), ...pipelines(stack, readText)];
}

/** Kinds that are made only where someone reads them, since they have nearly every resource; and files beside them. */
interface CloudOptions {
  readonly readText: (path: string) => string | undefined;
  readonly wantsResources?: boolean;
  readonly wantsTags?: boolean;
}
