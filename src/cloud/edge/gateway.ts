import { isUnknown, known, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, partsOn, text, wayTo, type Part } from '../resource/part.ts';
import { boolOrNull, resourcesIn, type Row } from '../resource/rows.ts';
import { boolSetting, isSet, type Setting, type Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { distributionsIn, originEncrypted } from './cloudfront.ts';
import table from './gateways.json' with { type: 'json' };

interface GatewayRow extends Row {
  /** Where it says whether it is an application, network or gateway load balancer. */
  readonly kind?: string;
  readonly logged?: Settings;
  readonly dropsInvalidHeaders?: Settings;
  readonly firewalled?: Settings;
  readonly originEncrypted?: Settings;
  /** What attaches a firewall to it, each with the attribute that names it. */
  readonly firewalls?: readonly { readonly type: string; readonly names: string }[];
  /** Where it says that nobody outside reaches it. */
  readonly internal?: Setting;
  /** Where it names its firewall, and where that says that it is on. */
  readonly firewall?: { readonly named: readonly string[]; readonly enabled: Setting };
}

const ROWS: readonly GatewayRow[] = table;

/** Load balancers, CDNs and stages of APIs. */
export function gateways(stack: Stack): readonly SubjectOf<'gateway'>[] {
  return [
    ...resourcesIn(stack, ROWS).map(({ resource, row, provider }) => {
      const kind = row.kind === undefined ? undefined : text(resource, row.kind);
      const reads = kind ?? byDefault('application', resource);
      return stack.subject('gateway', resource, {
        provider,
        logged: ofApplications(reads, boolOrNull(resource, row.logged)),
        dropsInvalidHeaders: ofApplications(reads, boolOrNull(resource, row.dropsInvalidHeaders)),
        firewalled:
          firewallOff(stack, resource, row) ??
          ofApplications(
            reads,
            attachedFirewall(stack, resource, row) ?? boolOrNull(resource, row.firewalled),
          ),
        originEncrypted: boolOrNull(resource, row.originEncrypted),
      });
    }),
    ...distributionsIn(stack).map(([resource, config]) =>
      stack.subject('gateway', resource, {
        provider: 'aws',
        logged: distributionLogged(stack, resource, config),
        dropsInvalidHeaders: byDefault(null, resource),
        firewalled: boolSetting(config, {
          on: [resource.type.startsWith('AWS::') ? 'WebACLId' : 'web_acl_id'],
          present: true,
          absent: false,
        }),
        originEncrypted: originEncrypted(resource, config),
      }),
    ),
  ];
}

/** Network load balancers log connections over TLS only and read no headers, gateway load balancers neither. */
function ofApplications(kind: Fact<string>, fact: Fact<boolean | null>): Fact<boolean | null> {
  if (isUnknown(kind.value)) return { ...kind, value: kind.value };
  return kind.value === 'application' ? fact : derive(kind, () => null);
}

/** False where the firewall that it names is off; what one would change is there, or which one is named. */
function firewallOff(stack: Stack, resource: Resource, { firewall }: GatewayRow): Fact<boolean> | undefined {
  const { named = [], enabled = {} } = firewall ?? {};
  for (const part of partsOn(resource, named.slice(0, -1))) {
    const name = part.get(named.at(-1) ?? '');
    const target = stack.target(name);
    const on = target && boolSetting(target, enabled);
    if (!name || !on?.at || valueOf(on) !== false) continue;
    return known(false, name.at, [
      { location: on.at, message: 'It is turned off here' },
      ...wayTo(name, part),
    ]);
  }
  return undefined;
}

/** Null for what only the inside reaches, and where a CDN stands before it, which is asked itself. */
function attachedFirewall(
  stack: Stack,
  resource: Resource,
  { firewalls, internal }: GatewayRow,
): Fact<boolean | null> | undefined {
  if (!firewalls) return undefined;
  const inside = internal ? boolSetting(resource, internal) : byDefault(false, resource);
  if (valueOf(inside) !== false) return derive(inside, () => null);
  const [attached] = firewalls.flatMap(({ type, names }) => stack.attached(type, names, resource));
  if (attached) return byDefault(true, attached);
  return byDefault(distributionsIn(stack).length > 0 ? null : false, resource);
}

/** By itself, or by a delivery of the logs that it is the source of. */
function distributionLogged(stack: Stack, resource: Resource, config: Part): Fact<boolean> {
  const [setting, source, arn, delivery, name] = resource.type.startsWith('AWS::')
    ? ['Logging', 'AWS::Logs::DeliverySource', 'ResourceArn', 'AWS::Logs::Delivery', 'DeliverySourceName']
    : [
        'logging_config',
        'aws_cloudwatch_log_delivery_source',
        'resource_arn',
        'aws_cloudwatch_log_delivery',
        'delivery_source_name',
      ];
  const delivered = stack
    .attached(source, arn, resource)
    .flatMap((each) => stack.attached(delivery, name, each, ['name', 'Name']));
  if (!isSet(config, setting) && delivered[0]) return byDefault(true, delivered[0]);
  return boolSetting(config, { on: [setting], present: true, absent: false });
}
