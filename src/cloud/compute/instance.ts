import { isUnknown, known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { elementsOf, textList } from '../resource/lists.ts';
import { anyTrue, derive, unless } from '../resource/logic.ts';
import { bool, byDefault, text, textOf, wayTo } from '../resource/part.ts';
import { boolIn, resourcesIn, type Row } from '../resource/rows.ts';
import { isSet, boolSetting, boolStated, type Setting, type Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { defaultAccountOf } from './default-account.ts';
import { asksForTokens } from './image.ts';
import table from './instances.json' with { type: 'json' };

interface InstanceRow extends Row {
  readonly public?: Settings;
  /** Where it is not set, the subnet decides, or what the instance is made from. */
  readonly publicElsewhere?: boolean;
  /** The attribute that names the subnet, which decides where the instance itself does not. */
  readonly subnet?: string;
  /** The attribute that names a template, which decides what the instance leaves open. */
  readonly template?: string;
  /** The block that holds what instances are made with. */
  readonly data?: string;
  /** The attribute that names the image. */
  readonly image?: string;
  readonly metadataOpen?: Setting & { readonly on: readonly string[] };
  readonly metadataOff?: Settings;
  readonly passwordLogin?: Settings;
  readonly serialConsole?: Settings;
  readonly osLoginOff?: Settings;
  readonly projectKeys?: Settings;
  readonly forwarding?: Settings;
  /** Each turns a check of how it starts off. */
  readonly bootUnchecked?: readonly Setting[];
}

const ROWS: readonly InstanceRow[] = table;

/** What subnets call it that each instance gets a public address. */
const PUBLIC_SUBNETS: Readonly<Record<string, string>> = {
  aws_subnet: 'map_public_ip_on_launch',
  'AWS::EC2::Subnet': 'MapPublicIpOnLaunch',
};

/** Scopes that leave nothing out. */
const EVERY_SCOPE: readonly string[] = ['cloud-platform', 'https://www.googleapis.com/auth/cloud-platform'];
/** Nodes of GKE, which CIS's benchmark for Google Cloud leaves out (4.1, 4.2): their cluster decides for them. */
const NODE = 'gke-';
const YES: readonly string[] = ['true', 'TRUE', 'True', '1', 'yes', 'Y'];
const OS_LOGIN: Setting = { on: ['metadata', 'enable-oslogin'], when: YES };

/** Virtual machines, and what they are made from. */
export function instances(stack: Stack): readonly SubjectOf<'instance'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('instance', resource, {
      provider,
      public: publicOf(stack, resource, row),
      metadataOpen: metadataOf(stack, resource, row),
      passwordLogin: boolIn(resource, row.passwordLogin),
      serialConsole: boolIn(resource, row.serialConsole),
      osLoginOff: boolIn(resource, row.osLoginOff),
      projectKeys: projectKeysOf(stack, resource, row),
      forwarding: boolIn(resource, row.forwarding),
      bootUnchecked: anyTrue(
        (row.bootUnchecked ?? []).map((setting) => boolSetting(resource, setting)),
        byDefault(false, resource),
      ),
      ...accountOf(resource),
    }),
  );
}

function publicOf(stack: Stack, resource: Resource, row: InstanceRow): Fact<boolean | null> {
  if (!row.publicElsewhere) return boolIn(resource, row.public);
  const stated = boolStated(resource, row.public ?? []);
  if (stated) return stated;
  const chosen = row.subnet === undefined ? undefined : resource.get(row.subnet);
  const subnet = stack.target(chosen);
  const attribute = subnet && PUBLIC_SUBNETS[subnet.type];
  if (!chosen || !subnet || attribute === undefined) return byDefault(null, resource);
  const assigned = bool(subnet, attribute);
  if (!assigned || isUnknown(assigned.value) || !assigned.at) return assigned ?? byDefault(false, resource);
  // Others may need the subnet as it is: what one would change for this instance is where it is put.
  const message = `${attribute} is set here`;
  return known(assigned.value, chosen.at, [
    { location: assigned.at, message },
    ...(assigned.related ?? []),
    ...wayTo(chosen, resource),
  ]);
}

function metadataOf(stack: Stack, resource: Resource, row: InstanceRow): Fact<boolean> {
  const { template, metadataOpen, metadataOff, data, image } = row;
  if (!metadataOpen) return byDefault(false, resource);
  if (boolStated(resource, metadataOpen))
    return unless(boolIn(resource, metadataOpen), [boolIn(resource, metadataOff)]);
  const [block = ''] = metadataOpen.on;
  if (template !== undefined && isSet(resource, template) && !isSet(resource, block))
    return unknown(`its ${template} decides`, resource.at, resource.related);
  const holder = data === undefined ? resource : (resource.parts(data)[0] ?? resource);
  const from = image === undefined ? undefined : holder.get(image);
  if (from && asksForTokens(stack, from)) return known(false, from.at, wayTo(from, holder));
  return unless(boolIn(resource, metadataOpen), [boolIn(resource, metadataOff)]);
}

/** With OS Login no key in metadata counts, whoever keeps it: the machine's own, or the project's. */
function projectKeysOf(stack: Stack, resource: Resource, { projectKeys }: InstanceRow): Fact<boolean> {
  const keys = boolIn(resource, projectKeys);
  if (isNode(resource)) return byDefault(false, resource);
  const own = boolStated(resource, OS_LOGIN);
  if (own) return unless(keys, [own]);
  const projects = stack.of('google_compute_project_metadata').map((each) => boolStated(each, OS_LOGIN));
  const items = stack
    .of('google_compute_project_metadata_item')
    .map((each) => boolStated(each, { on: ['value'], where: { key: 'enable-oslogin' }, when: YES }));
  return unless(
    keys,
    [...projects, ...items].flatMap((fact) => fact ?? []),
  );
}

function isNode(resource: Resource): boolean {
  const name = text(resource, 'name')?.value;
  return typeof name === 'string' && name.startsWith(NODE);
}

/** Google's service accounts: without the block there is none, without an e-mail address in it the default one. */
function accountOf(
  resource: Resource,
): Pick<SubjectOf<'instance'>['facts'], 'defaultAccount' | 'everyScope'> {
  const [account] = resource.type.startsWith('google_') ? resource.parts('service_account') : [];
  if (!account || isNode(resource))
    return { defaultAccount: byDefault(false, resource), everyScope: byDefault(false, resource) };
  const scopes = textList(account, 'scopes') ?? byDefault([], account);
  const written = account.get('scopes');
  const widest = written && elementsOf(written).find((scope) => EVERY_SCOPE.includes(textOf(scope) ?? ''));
  return {
    defaultAccount: defaultAccountOf(account, 'email'),
    everyScope: widest ? known(true, widest.at, account.related) : derive(scopes, () => false),
  };
}
