import { known, type Fact, type FailoverFacts, type SubjectOf } from '../../model/index.ts';
import { anyTrue } from '../resource/logic.ts';
import { bool, byDefault, nothing, partsOn, text, type Part } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { automaticOf, dataOf } from './failover-data.ts';

/** Types that send elsewhere what fails, by being there. */
const WHOLE: readonly (readonly [
  type: string,
  provider: FailoverFacts['provider'],
  method: FailoverFacts['method'],
])[] = [
  ['aws_globalaccelerator_endpoint_group', 'aws', 'balancer'],
  ['AWS::GlobalAccelerator::EndpointGroup', 'aws', 'balancer'],
  ['aws_rds_global_cluster', 'aws', 'database'],
  ['AWS::RDS::GlobalCluster', 'aws', 'database'],
  ['aws_docdb_global_cluster', 'aws', 'database'],
  ['aws_elasticache_global_replication_group', 'aws', 'database'],
  ['aws_route53recoverycontrolconfig_routing_control', 'aws', 'names'],
  ['aws_s3control_multi_region_access_point', 'aws', 'balancer'],
  ['cloudflare_load_balancer', 'cloudflare', 'balancer'],
  ['azurerm_frontdoor', 'azure', 'balancer'],
  ['azurerm_traffic_manager_profile', 'azure', 'names'],
  ['azurerm_mssql_failover_group', 'azure', 'database'],
  ['azurerm_sql_failover_group', 'azure', 'database'],
];

/** Types that do where they have several of something. */
const SEVERAL: readonly (readonly [
  type: string,
  provider: FailoverFacts['provider'],
  method: FailoverFacts['method'],
  way: readonly string[],
  least: number,
])[] = [
  ['aws_dynamodb_table', 'aws', 'database', ['replica'], 1],
  ['AWS::DynamoDB::GlobalTable', 'aws', 'database', ['Replicas'], 2],
  ['aws_cloudfront_distribution', 'aws', 'balancer', ['origin_group', 'failover_criteria'], 1],
  ['AWS::CloudFront::Distribution', 'aws', 'balancer', ['DistributionConfig', 'OriginGroups', 'Items'], 1],
  ['azurerm_cosmosdb_account', 'azure', 'database', ['geo_location'], 2],
  ['azurerm_cdn_frontdoor_origin_group', 'azure', 'balancer', ['health_probe'], 1],
  ['google_dns_record_set', 'gcp', 'names', ['routing_policy', 'primary_backup'], 1],
  ['google_compute_backend_service', 'gcp', 'balancer', ['backend'], 2],
];

/** What sends elsewhere what fails: names, balancers before several regions, databases in several. */
export function failovers(stack: Stack): readonly SubjectOf<'failover'>[] {
  const whole = WHOLE.flatMap(([type, provider, method]) =>
    stack.of(type).map((resource) => subject(stack, resource, provider, method)),
  );
  const several = SEVERAL.flatMap(([type, provider, method, way, least]) =>
    stack
      .of(type)
      .filter((resource) => partsOn(resource, way).length >= least)
      .map((resource) => subject(stack, resource, provider, method)),
  );
  return [...records(stack), ...whole, ...several];
}

function subject(
  stack: Stack,
  resource: Resource,
  provider: FailoverFacts['provider'],
  method: FailoverFacts['method'],
  checked: Fact<boolean | null> = nothing(resource),
): SubjectOf<'failover'> {
  return stack.subject('failover', resource, {
    provider,
    method,
    checked,
    automatic: automaticOf(resource),
    data: method === 'database' ? dataOf(stack, resource) : nothing(resource),
  });
}

/** The first of two records of Route 53: the second answers when nobody is there any more. */
function records(stack: Stack): readonly SubjectOf<'failover'>[] {
  const terraform = stack.of('aws_route53_record').flatMap((record) => {
    const [policy] = record.parts('failover_routing_policy');
    const type = policy && text(policy, 'type');
    if (!policy || type?.value === 'SECONDARY') return [];
    const target = record
      .parts('alias')
      .map((alias) => bool(alias, 'evaluate_target_health') ?? byDefault(false, alias));
    return subject(stack, record, 'aws', 'names', checkedBy(record, 'health_check_id', target));
  });
  const templates = stack.of('AWS::Route53::RecordSet').flatMap((record) => {
    const type = text(record, 'Failover');
    if (!type || type.value === 'SECONDARY') return [];
    const target = record
      .parts('AliasTarget')
      .map((alias) => bool(alias, 'EvaluateTargetHealth') ?? byDefault(false, alias));
    return subject(stack, record, 'aws', 'names', checkedBy(record, 'HealthCheckId', target));
  });
  return [...terraform, ...templates];
}

function checkedBy(record: Part, name: string, target: readonly Fact<boolean>[]): Fact<boolean> {
  const check = record.get(name);
  if (isSet(record, name)) return known(true, check?.at ?? record.at, record.related);
  return anyTrue(target, byDefault(false, record));
}
