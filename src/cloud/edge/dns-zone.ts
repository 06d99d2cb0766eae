import type { Fact, SubjectOf } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, nothing, text } from '../resource/part.ts';
import { boolSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** Zones of Route 53, what makes them private, and what signs them. */
const AWS = [
  {
    type: 'aws_route53_zone',
    network: 'vpc',
    signing: 'aws_route53_hosted_zone_dnssec',
    zone: 'hosted_zone_id',
    status: 'signing_status',
  },
  {
    type: 'AWS::Route53::HostedZone',
    network: 'VPCs',
    signing: 'AWS::Route53::DNSSEC',
    zone: 'HostedZoneId',
  },
];

/** Zones of names. */
export function dnsZones(stack: Stack): readonly SubjectOf<'dns-zone'>[] {
  const google = stack.of('google_dns_managed_zone').map((zone) =>
    stack.subject('dns-zone', zone, {
      provider: 'gcp',
      signed: googleSigned(zone),
      weakKeys: boolSetting(zone, {
        on: ['dnssec_config', 'default_key_specs', 'algorithm'],
        absent: false,
        when: ['rsasha1'],
      }),
    }),
  );
  const aws = AWS.flatMap((names) =>
    stack.of(names.type).map((zone) => {
      const isPrivate = zone.parts(names.network).length > 0;
      const [signing] = stack.attached(names.signing, names.zone, zone, ['zone_id', 'id']);
      return stack.subject('dns-zone', zone, {
        provider: 'aws',
        // Most zones there are not, and how depends on the registrar.
        signed: isPrivate || !signing ? nothing(zone) : awsSigned(signing, names.status),
        weakKeys: byDefault(false, zone),
      });
    }),
  );
  return [...google, ...aws];
}

function googleSigned(zone: Resource): Fact<boolean | null> {
  const visibility = text(zone, 'visibility') ?? byDefault('public', zone);
  if (visibility.value === 'private') return derive(visibility, () => null);
  return boolSetting(zone, { on: ['dnssec_config', 'state'], absent: false, when: ['on', 'transfer'] });
}

function awsSigned(signing: Resource, status: string | undefined): Fact<boolean> {
  if (status === undefined) return byDefault(true, signing);
  return boolSetting(signing, { on: [status], absent: true, when: ['SIGNING'] });
}
