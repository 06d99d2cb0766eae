import { unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue } from '../resource/logic.ts';
import { bool, byDefault } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';

const SETTING = 'azurerm_monitor_diagnostic_setting';

/**
 * Services of Azure that write logs, which go nowhere without a diagnostic setting; clusters have a fact of their own.
 * https://learn.microsoft.com/azure/azure-monitor/reference/logs-index
 */
const SERVICES: readonly string[] = [
  'azurerm_api_management',
  'azurerm_application_gateway',
  'azurerm_automation_account',
  'azurerm_bastion_host',
  'azurerm_batch_account',
  'azurerm_cdn_frontdoor_profile',
  'azurerm_cognitive_account',
  'azurerm_container_registry',
  'azurerm_cosmosdb_account',
  'azurerm_data_factory',
  'azurerm_databricks_workspace',
  'azurerm_eventhub_namespace',
  'azurerm_firewall',
  'azurerm_frontdoor',
  'azurerm_iothub',
  'azurerm_key_vault',
  'azurerm_key_vault_managed_hardware_security_module',
  'azurerm_linux_function_app',
  'azurerm_linux_web_app',
  'azurerm_logic_app_workflow',
  'azurerm_mssql_database',
  'azurerm_mssql_managed_instance',
  'azurerm_mysql_flexible_server',
  'azurerm_postgresql_flexible_server',
  'azurerm_recovery_services_vault',
  'azurerm_redis_cache',
  'azurerm_search_service',
  'azurerm_servicebus_namespace',
  'azurerm_synapse_workspace',
  'azurerm_virtual_network_gateway',
  'azurerm_windows_function_app',
  'azurerm_windows_web_app',
];

/** Policies of Azure can make the settings after something is deployed. */
const POLICIES: readonly string[] = [
  'azurerm_management_group_policy_assignment',
  'azurerm_policy_assignment',
  'azurerm_resource_group_policy_assignment',
  'azurerm_resource_policy_assignment',
  'azurerm_subscription_policy_assignment',
];

/** What becomes of the logs of each service. */
export function serviceLogs(stack: Stack): readonly SubjectOf<'service-log'>[] {
  const services = SERVICES.flatMap((type) => stack.of(type));
  const reason = services.length === 0 ? undefined : elsewhere(stack);
  return services.map((resource) =>
    stack.subject('service-log', resource, {
      provider: 'azure',
      kept: diagnosticsKept(stack, resource, reason),
    }),
  );
}

/**
 * Where the files make such settings for others, each with a target that is known, one that is missing is missed.
 * `reason`: why one may be somewhere that is not looked at, as `elsewhere` says of the stack.
 */
export function diagnosticsKept(stack: Stack, resource: Resource, reason: string | undefined): Fact<boolean> {
  const own = stack.attached(SETTING, 'target_resource_id', resource, ['id']);
  const [first] = own;
  if (first) {
    const logs = own.flatMap((setting) => [...setting.parts('enabled_log'), ...setting.parts('log')]);
    const enabled = logs.map((log) => bool(log, 'enabled') ?? byDefault(true, log));
    return anyTrue(enabled, enabled[0] ?? byDefault(false, first));
  }
  return reason === undefined ? byDefault(false, resource) : unknown(reason, resource.at, resource.related);
}

/** Why a setting may be somewhere that is not looked at. */
export function elsewhere(stack: Stack): string | undefined {
  const settings = stack.of(SETTING);
  if (settings.length === 0) return 'no diagnostic setting is in the files';
  const open = settings.find((setting) => !isKnown(setting.get('target_resource_id')));
  if (open) return `what ${open.address} is for is not known`;
  const policy = POLICIES.flatMap((type) => stack.of(type))[0];
  return policy && `${policy.address} may make a diagnostic setting for it`;
}

/** It names a resource, or something in one, though not with all letters before that is made. */
function isKnown(target: Value | undefined): boolean {
  if (!target || target.reference || target.kind !== 'unknown') return true;
  return target.parts?.every((part) => typeof part === 'string' || part.reference !== undefined) ?? false;
}
