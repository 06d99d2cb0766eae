import { isUnknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { allTrue, anyTrue, derive } from '../resource/logic.ts';
import { bool, byDefault, partsOn, text, type Part } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { versionOf } from './tls.ts';

interface Names {
  readonly behaviors: readonly string[];
  readonly policy: string;
  readonly certificate: string;
  readonly standard: string;
  readonly minimum: string;
}

const TERRAFORM: Names = {
  behaviors: ['default_cache_behavior', 'ordered_cache_behavior'],
  policy: 'viewer_protocol_policy',
  certificate: 'viewer_certificate',
  standard: 'cloudfront_default_certificate',
  minimum: 'minimum_protocol_version',
};

const CLOUDFORMATION: Names = {
  behaviors: ['DefaultCacheBehavior', 'CacheBehaviors'],
  policy: 'ViewerProtocolPolicy',
  certificate: 'ViewerCertificate',
  standard: 'CloudFrontDefaultCertificate',
  minimum: 'MinimumProtocolVersion',
};

/** Each distribution with what holds its settings. */
export function distributionsIn(stack: Stack): readonly (readonly [Resource, Part])[] {
  return [
    ...stack.of('aws_cloudfront_distribution').map((resource) => [resource, resource] as const),
    ...stack
      .of('AWS::CloudFront::Distribution')
      .map((resource) => [resource, resource.parts('DistributionConfig')[0] ?? resource] as const),
  ];
}

export function distributions(stack: Stack): readonly SubjectOf<'endpoint'>[] {
  return distributionsIn(stack).map(([resource, config]) => {
    const names = resource.type.startsWith('AWS::') ? CLOUDFORMATION : TERRAFORM;
    return stack.subject('endpoint', resource, {
      provider: 'aws',
      plain: plainOf(config, names),
      oldestTls: tlsOf(config, names),
      weakCiphers: byDefault(false, config),
    });
  });
}

function plainOf(config: Part, { behaviors, policy }: Names): Fact<boolean> {
  const facts = behaviors
    .flatMap((name) => config.parts(name))
    .map((behavior) => {
      const stated = text(behavior, policy) ?? byDefault('', behavior);
      return derive(stated, (name) => name === 'allow-all');
    });
  return anyTrue(facts, facts[0] ?? byDefault(false, config));
}

/**
 * False where it fetches from a server over plain HTTP: always, or because callers may use that too and it does as they
 * do. Buckets it asks over TLS.
 */
export function originEncrypted(resource: Resource, config: Part): Fact<boolean> {
  const isTemplate = resource.type.startsWith('AWS::');
  const way = isTemplate ? ['Origins', 'CustomOriginConfig'] : ['origin', 'custom_origin_config'];
  const policy = isTemplate ? 'OriginProtocolPolicy' : 'origin_protocol_policy';
  const plain = plainOf(config, isTemplate ? CLOUDFORMATION : TERRAFORM);
  const facts = partsOn(config, way).map((part): Fact<boolean> => {
    const stated = text(part, policy) ?? byDefault('', part);
    if (valueOf(stated) !== 'match-viewer') return derive(stated, (name) => name !== 'http-only');
    return isUnknown(plain.value)
      ? { ...stated, value: plain.value }
      : derive(stated, () => plain.value === false);
  });
  return allTrue(facts, facts[0] ?? byDefault(true, config));
}

/** With CloudFront's own certificate one cannot choose. */
function tlsOf(config: Part, names: Names): Fact<number | null> {
  const [certificate] = config.parts(names.certificate);
  if (!certificate) return byDefault(null, config);
  const standard = bool(certificate, names.standard) ?? byDefault(false, certificate);
  if (valueOf(standard) !== false) return derive(standard, () => null);
  if (!isSet(certificate, names.minimum)) return versionOf(byDefault('TLSv1', certificate));
  return versionOf(text(certificate, names.minimum) ?? byDefault('TLSv1', certificate));
}
