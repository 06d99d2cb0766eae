import { isUnknown, unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue, derive, unless } from '../resource/logic.ts';
import { bool, byDefault, nothing, text, type Part } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { versionOf } from './tls.ts';

type Endpoint = SubjectOf<'endpoint'>;

/** What Terraform and CloudFormation call the same things of a listener. */
interface Names {
  readonly types: readonly string[];
  readonly balancer: string;
  readonly protocol: string;
  /** Where it is set and no protocol is, that is HTTP: network load balancers need one, and gateways have no port. */
  readonly port?: string;
  readonly policy: string;
  readonly actions: string;
  readonly action: string;
  readonly redirect: readonly [block: string, protocol: string];
}

const LANGUAGES: readonly Names[] = [
  {
    types: ['aws_lb_listener', 'aws_alb_listener'],
    balancer: 'load_balancer_arn',
    protocol: 'protocol',
    port: 'port',
    policy: 'ssl_policy',
    actions: 'default_action',
    action: 'type',
    redirect: ['redirect', 'protocol'],
  },
  {
    types: ['AWS::ElasticLoadBalancingV2::Listener'],
    balancer: 'LoadBalancerArn',
    protocol: 'Protocol',
    policy: 'SslPolicy',
    actions: 'DefaultActions',
    action: 'Type',
    redirect: ['RedirectConfig', 'Protocol'],
  },
];

const TLS: ReadonlySet<string> = new Set(['HTTPS', 'TLS']);

/** What a listener has that was made without naming a policy. */
const DEFAULT_POLICY = 'ELBSecurityPolicy-2016-08';

/** Listeners of AWS's application and network load balancers. */
export function listeners(stack: Stack): readonly Endpoint[] {
  return LANGUAGES.flatMap((names) =>
    names.types
      .flatMap((type) => stack.of(type))
      .map((listener) => {
        const protocol = protocolOf(listener, names);
        return stack.subject('endpoint', listener, {
          provider: 'aws',
          plain: plainOf(stack, listener, names, protocol),
          oldestTls: tlsOf(listener, names, protocol),
          weakCiphers: byDefault(false, listener),
        });
      }),
  );
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener */
function protocolOf(listener: Resource, { protocol, port }: Names): Fact<string> {
  const stated = text(listener, protocol);
  if (stated) return stated;
  return port !== undefined && isSet(listener, port)
    ? byDefault('HTTP', listener)
    : unknown('its protocol is not set', listener.at, listener.related);
}

function tlsOf(listener: Resource, names: Names, protocol: Fact<string>): Fact<number | null> {
  const { value } = protocol;
  if (isUnknown(value)) return { ...protocol, value };
  if (!TLS.has(value.toUpperCase())) return derive(protocol, () => null);
  return versionOf(text(listener, names.policy) ?? byDefault(DEFAULT_POLICY, listener));
}

function plainOf(stack: Stack, listener: Resource, names: Names, protocol: Fact<string>): Fact<boolean> {
  const http = derive(protocol, (name) => name.toUpperCase() === 'HTTP');
  if (valueOf(http) !== true) return http;
  const actions = listener.parts(names.actions).map((action) => serves(action, names));
  const served = anyTrue(actions, byDefault(false, listener));
  // Where it serves is of less interest than that it speaks plain HTTP.
  const plain = valueOf(served) === true ? http : served;
  return unless(plain, [isInternal(stack.target(listener.get(names.balancer)), listener)]);
}

/** An action that sends callers to HTTPS, or answers by itself, serves nothing over plain HTTP. */
function serves(action: Part, names: Names): Fact<boolean> {
  if (action.uncertain !== undefined) return unknown(action.uncertain, action.at, action.related);
  const kind = text(action, names.action);
  if (!kind) return byDefault(false, action);
  if (valueOf(kind) !== 'redirect') return derive(kind, (name) => name !== 'fixed-response');
  const [block, protocol] = names.redirect;
  const targets = action.parts(block).map((redirect) => text(redirect, protocol) ?? byDefault('', redirect));
  const [target] = targets;
  return target ? derive(target, (name) => name.toUpperCase() !== 'HTTPS') : byDefault(true, action);
}

/** A load balancer that is not among the files is taken for one that faces the internet, as they do by default. */
export function isInternal(balancer: Resource | undefined, otherwise: Part): Fact<boolean> {
  if (!balancer) return byDefault(false, otherwise);
  const scheme = text(balancer, 'Scheme');
  if (scheme) return derive(scheme, (name) => name === 'internal');
  return bool(balancer, 'internal') ?? byDefault(false, balancer);
}

/** Listeners of classic load balancers; these cannot redirect. */
export function classicListeners(stack: Stack): readonly Endpoint[] {
  const languages = [
    ['aws_elb', 'listener', 'lb_protocol'],
    ['AWS::ElasticLoadBalancing::LoadBalancer', 'Listeners', 'Protocol'],
  ] as const;
  return languages.flatMap(([type, block, attribute]) =>
    stack.of(type).flatMap((balancer) =>
      balancer.parts(block).map((listener, index) => {
        const protocol = text(listener, attribute) ?? byDefault('', listener);
        const plain = derive(protocol, (name) => name.toUpperCase() === 'HTTP');
        const address = `${balancer.address}.${block}[${index}]`;
        return stack.subject(
          'endpoint',
          { address, at: listener.at },
          {
            provider: 'aws',
            plain: unless(plain, [isInternal(balancer, balancer)]),
            // Its policy is made by resources of its own.
            oldestTls: nothing(listener),
            weakCiphers: byDefault(false, listener),
          },
        );
      }),
    ),
  );
}
