import { valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import type { DraftContext } from '../context.ts';
import { agreed } from '../found/agree.ts';
import { locatedFact, type Located } from '../found/subjects.ts';
import { mapping, note, scalar, sequence, type Mapping, type Node, type Remark } from '../text/node.ts';
import { placeOf } from '../text/render.ts';
import { details, distinct, pipelinesOf } from './delivery.ts';

/** How pipelines log in, where secrets are kept, what is encrypted, what scans. */
export function security(context: DraftContext): Mapping | undefined {
  const { found } = context;
  return mapping({
    identity: mapping({
      pipeline: agreed(
        'how pipelines log in to the cloud',
        found
          .of('deploy-job')
          .map((job) => locatedFact(job, job.facts.credentials))
          .filter((fact) => fact?.value !== 'none')
          .map((fact) => fact as Located<string> | undefined),
      ),
      roles: rolesNote(context),
    }),
    secrets: mapping({
      manager: agreed('where secrets are kept', managers(context)),
      rotationDays: rotation(context),
      items: secretItems(context),
    }),
    network: mapping({ controls: sequence(controls(context).map(({ value, at }) => scalar(value, [at]))) }),
    encryption: mapping({ atRest: atRest(context) }),
    scanning: sequence(details(pipelinesOf(context), 'scan').map(({ value, at }) => scalar(value, [at]))),
  });
}

/** Policies that give permissions, for who names the roles. */
function rolesNote({ found }: DraftContext): Remark | undefined {
  const policies = found.of('access-policy').filter(({ facts }) => facts.on === 'identity');
  const places = [...new Set(policies.map(({ location }) => placeOf(location)))];
  if (places.length === 0) return undefined;
  const more = places.length > 5 ? ` and ${places.length - 5} more` : '';
  return note(`the files give permissions at ${places.slice(0, 5).join(', ')}${more}.`);
}

/** Where secrets are kept: by the secrets there, else by the objects of a cluster that hold some. */
function managers({ found }: DraftContext): readonly Located<string>[] {
  const kept = found.of('kept-secret').map(({ facts, location }) => ({ value: facts.system, at: location }));
  const objects = found.of('resource').flatMap(({ facts: { type }, location }) => {
    const manager = Object.hasOwn(OBJECTS, type) ? OBJECTS[type] : undefined;
    return manager === undefined ? [] : [{ value: manager, at: location }];
  });
  return distinct([...kept, ...objects]);
}

const OBJECTS: Readonly<Record<string, string>> = {
  'bitnami.com/v1alpha1/SealedSecret': 'sealed-secrets',
  'v1/Secret': 'kubernetes-secrets',
};

/** Secrets by their names; one that several environments have is one. */
function secretItems({ found }: DraftContext): Node | undefined {
  const names = distinct(
    found.of('kept-secret').flatMap((secret) => {
      const title = locatedFact(secret, secret.facts.title);
      return title?.value && title.value.length <= 200 ? [{ value: title.value, at: title.at }] : [];
    }),
  );
  return sequence(names.map(({ value, at }) => mapping({ name: scalar(value, [at]) })));
}

function rotation({ found }: DraftContext): Node | Remark | undefined {
  return agreed(
    'how often secrets are replaced',
    found.of('kept-secret').flatMap((secret) => {
      const days = locatedFact(secret, secret.facts.rotationDays);
      return days && days.value !== null ? [{ value: days.value, at: days.at }] : [];
    }),
  );
}

/** Resources by the end of their type, and the control that they are. */
const CONTROLS: readonly (readonly [type: RegExp, control: string])[] = [
  [/^networking\.k8s\.io\/v1\/NetworkPolicy$/, 'network-policies'],
  [/^security\.istio\.io\/.*\/PeerAuthentication$/, 'mutual-tls'],
  [
    /^(?:aws_wafv2_web_acl|aws_waf_web_acl|AWS::WAFv2::WebACL|google_compute_security_policy|azurerm_web_application_firewall_policy)$/,
    'waf',
  ],
  [
    /^(?:aws_security_group|AWS::EC2::SecurityGroup|google_compute_firewall|azurerm_network_security_group|azurerm_firewall|aws_networkfirewall_firewall)$/,
    'firewall',
  ],
  [/^(?:azurerm_private_endpoint|aws_vpc_endpoint|AWS::EC2::VPCEndpoint)$/, 'private-endpoints'],
  [/^(?:aws_shield_protection|azurerm_network_ddos_protection_plan)$/, 'ddos-protection'],
  [/^(?:aws_vpn_connection|google_compute_vpn_tunnel|azurerm_virtual_network_gateway)$/, 'vpn'],
  [/^azurerm_bastion_host$/, 'bastion'],
];

function controls({ found }: DraftContext): readonly Located<string>[] {
  return distinct(
    found.of('resource').flatMap(({ facts: { type }, location }) => {
      const control = CONTROLS.find(([pattern]) => pattern.test(type))?.[1];
      return control === undefined ? [] : [{ value: control, at: location }];
    }),
  );
}

/** True when everything that holds data is known to be encrypted, and a remark that names one that is not. */
function atRest({ found }: DraftContext): Node | Remark | undefined {
  const states = new Set(found.of('state-backend').flatMap(({ facts }) => valueOf(facts.store) ?? []));
  const holders: readonly {
    readonly subject: SubjectOf<
      'database' | 'object-store' | 'disk' | 'cache' | 'queue' | 'file-system' | 'search-domain'
    >;
    readonly fact: Fact<boolean | null>;
  }[] = [
    ...found.of('database').map((subject) => ({ subject, fact: subject.facts.encrypted })),
    // The bucket that holds Terraform's state is no part of the system.
    ...found
      .of('object-store')
      .filter(({ facts }) => !states.has(valueOf(facts.storeName) ?? ''))
      .map((subject) => ({ subject, fact: subject.facts.encrypted })),
    ...found.of('disk').map((subject) => ({ subject, fact: subject.facts.encrypted })),
    ...found.of('cache').map((subject) => ({ subject, fact: subject.facts.encrypted })),
    ...found.of('queue').map((subject) => ({ subject, fact: subject.facts.encrypted })),
    ...found.of('file-system').map((subject) => ({ subject, fact: subject.facts.encrypted })),
    ...found.of('search-domain').map((subject) => ({ subject, fact: subject.facts.encrypted })),
  ].filter(({ fact }) => fact.value !== null);
  if (holders.length === 0) return undefined;
  const open = holders.find(({ fact }) => valueOf(fact) !== true);
  if (!open) {
    const places = holders.map(({ subject, fact }) => fact.at ?? subject.location);
    return scalar(
      true,
      places,
      holders.length === 1 ? 'the one that holds data' : `all ${holders.length} that hold data`,
    );
  }
  const place = placeOf(open.fact.at ?? open.subject.location);
  return valueOf(open.fact) === false
    ? note(`not everything is encrypted at rest: ${open.subject.name} is not, see ${place}.`)
    : note(`whether everything is encrypted at rest the files do not tell: see ${place}.`);
}
