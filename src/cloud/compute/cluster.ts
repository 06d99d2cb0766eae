import { isUnknown, known, unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { diagnosticsKept, elsewhere } from '../audit/service-log.ts';
import { joined, textList } from '../resource/lists.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { byDefault, partsOn, text } from '../resource/part.ts';
import { OPEN_BLOCKS, peersOf } from '../resource/peers.ts';
import { boolIn, boolOrNull, resourcesIn, type Row } from '../resource/rows.ts';
import { absentSetting, boolSetting, type Setting, type Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './clusters.json' with { type: 'json' };
import { zonesOf, type Zones } from './zones.ts';

interface ClusterRow extends Row {
  /** Its API has no public address. */
  readonly private: Settings;
  /** The lists of those who reach its API; none set is everyone. */
  readonly networks?: readonly (readonly string[])[];
  /** A block that leaves out everyone whom it does not name. */
  readonly closedBy?: string;
  readonly encryption?: { readonly block: string; readonly resources: string; readonly key: string };
  readonly version?: string;
  readonly roleBased: Settings;
  readonly networkPolicy?: Settings;
  /** What brings network policies without their own setting. */
  readonly networkPolicyBy?: readonly Setting[];
  readonly monitored?: Settings;
  readonly keepsLogs?: KeptOutput;
  readonly logs?: {
    readonly on: readonly string[];
    readonly wanted: readonly string[];
    /** What holds where the list is not set; without it nothing is kept. */
    readonly kept?: Setting;
  };
  /** A diagnostic setting keeps its logs. */
  readonly diagnostics?: boolean;
  readonly zones?: Zones;
  readonly privateNodes?: Settings;
  /** Each lets one in by what cannot be taken back. */
  readonly legacyLogin?: readonly Setting[];
}

/** What keeps the output of containers: parts of an agent that are switched on by name, the agent as a whole, an add-on. */
interface KeptOutput {
  readonly agent: Settings;
  readonly parts?: { readonly on: readonly string[]; readonly wanted: string };
  /** A type of resource that adds a program to the cluster that it names. */
  readonly addOn?: {
    readonly type: string;
    readonly cluster: string;
    readonly own: string;
    readonly name: string;
    readonly wanted: string;
  };
}

const ROWS: readonly ClusterRow[] = table;
const EVERYONE: readonly string[] = ['0.0.0.0/0'];

/** From this minor version of Kubernetes on, EKS encrypts everything that the API stores. */
const EKS_ENCRYPTS_FROM = 28;

export function clusters(stack: Stack): readonly SubjectOf<'cluster'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('cluster', resource, {
      provider,
      openTo: openTo(resource, row),
      secretsEncrypted: secretsEncrypted(resource, row),
      missingLogs: missingLogs(stack, resource, row),
      monitored: boolOrNull(resource, row.monitored),
      keepsLogs: keepsLogs(stack, resource, row),
      roleBased: boolIn(resource, row.roleBased),
      networkPolicy: networkPolicy(resource, row),
      multiZone: row.zones ? zonesOf(resource, row.zones) : byDefault(null, resource),
      privateNodes: boolOrNull(resource, row.privateNodes),
      legacyLogin: anyTrue(
        (row.legacyLogin ?? []).map((setting) => boolSetting(resource, setting)),
        byDefault(false, resource),
      ),
    }),
  );
}

function openTo(resource: Resource, row: ClusterRow): Fact<readonly string[]> {
  const hidden = boolIn(resource, row.private);
  if (valueOf(hidden) !== false) return derive(hidden, () => []);
  for (const way of row.networks ?? []) {
    const attribute = way.at(-1) ?? '';
    const lists = partsOn(resource, way.slice(0, -1))
      .filter((part) => part.uncertain !== undefined || part.get(attribute))
      .map((part) =>
        part.uncertain === undefined
          ? peersOf(part, [attribute])
          : unknown(part.uncertain, part.at, part.related),
      );
    const everyone = lists.find((list) => valueOf(list)?.some((peer) => OPEN_BLOCKS.has(peer)));
    if (everyone) return everyone;
    const all = joined(lists, resource);
    if (isUnknown(all.value) || all.value.length > 0) return all;
  }
  const closing = row.closedBy === undefined ? undefined : resource.parts(row.closedBy)[0];
  if (closing) return byDefault([], closing);
  const [way] = row.networks ?? [];
  return derive(absentSetting<boolean>(resource, { ...(way && { on: way }), absent: true }), () => EVERYONE);
}

/** Azure and Google always encrypt what the API stores. */
function secretsEncrypted(resource: Resource, { encryption, version }: ClusterRow): Fact<boolean> {
  if (!encryption || version === undefined) return byDefault(true, resource);
  for (const block of resource.parts(encryption.block)) {
    if (block.uncertain !== undefined) return byDefault(true, block);
    const resources = textList(block, encryption.resources) ?? byDefault([], block);
    if (block.parts(encryption.key).length > 0 || valueOf(resources)?.includes('secrets') !== false)
      return derive(resources, () => true);
  }
  const stated = text(resource, version);
  // Without a version it is the newest.
  if (!stated) return byDefault(true, resource);
  return derive(
    stated,
    (name) => Number(/^1\.(\d+)/.exec(name)?.[1] ?? EKS_ENCRYPTS_FROM) >= EKS_ENCRYPTS_FROM,
  );
}

function missingLogs(
  stack: Stack,
  resource: Resource,
  { logs, diagnostics }: ClusterRow,
): Fact<readonly string[]> {
  if (diagnostics)
    return derive(diagnosticsKept(stack, resource, elsewhere(stack)), (kept) => (kept ? [] : ['kube-audit']));
  if (!logs) return byDefault([], resource);
  const { on, wanted, kept } = logs;
  const attribute = on.at(-1) ?? '';
  const lists = partsOn(resource, on.slice(0, -1)).flatMap((part) => {
    if (part.uncertain !== undefined) return unknown(part.uncertain, part.at, part.related);
    return textList(part, attribute) ?? [];
  });
  if (lists.length > 0)
    return derive(joined(lists, resource), (all) => wanted.filter((log) => !all.includes(log)));
  return derive(kept ? boolSetting(resource, kept) : byDefault(false, resource), (all) =>
    all ? [] : wanted,
  );
}

function keepsLogs(stack: Stack, resource: Resource, { keepsLogs: row }: ClusterRow): Fact<boolean | null> {
  if (!row) return byDefault(null, resource);
  const { addOn } = row;
  const added = addOn && stack.attached(addOn.type, addOn.cluster, resource, [addOn.own]);
  const keeping = added?.find((one) => text(one, addOn?.name ?? '')?.value === addOn?.wanted);
  if (keeping) return known(true, keeping.at, keeping.related);
  const { on, wanted } = row.parts ?? { on: [], wanted: '' };
  const lists = partsOn(resource, on.slice(0, -1)).flatMap((part) => {
    if (part.uncertain !== undefined) return unknown(part.uncertain, part.at, part.related);
    return textList(part, on.at(-1) ?? '') ?? [];
  });
  const [first] = lists;
  return first ? derive(first, (names) => names.includes(wanted)) : boolSetting(resource, row.agent);
}

function networkPolicy(
  resource: Resource,
  { networkPolicy: own, networkPolicyBy = [] }: ClusterRow,
): Fact<boolean | null> {
  if (!own) return byDefault(null, resource);
  const stated = boolIn(resource, own);
  const others = networkPolicyBy.map((setting) => boolSetting(resource, setting));
  return anyTrue([stated, ...others], stated);
}
