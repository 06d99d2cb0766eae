import { isUnknown, known, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { byDefault, text } from '../resource/part.ts';
import { boolIn, boolOrNull, resourcesIn, type Row } from '../resource/rows.ts';
import type { Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './networks.json' with { type: 'json' };

interface NetworkRow extends Row {
  readonly flowLogged?: Settings;
  /** Resources of their own that record its connections, and the attribute in which these name it. */
  readonly flowLogs?: { readonly type: string; readonly names: string };
  /** What it is for; only `PRIVATE` ones have connections of their own. */
  readonly purpose?: string;
  readonly publicByDefault?: Settings;
  /** It has a security group for what names none, which Terraform can adopt. */
  readonly defaultGroup?: boolean;
  readonly providerDefault?: Settings;
}

const ROWS: readonly NetworkRow[] = table;
const GROUP_RULES: readonly string[] = [
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
];

export function networks(stack: Stack): readonly SubjectOf<'network'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('network', resource, {
      provider,
      flowLogged: flowLogged(stack, resource, row),
      publicByDefault: boolIn(resource, row.publicByDefault),
      defaultGroupOpen: row.defaultGroup ? defaultGroupOpen(stack, resource) : byDefault(null, resource),
      providerDefault: boolIn(resource, row.providerDefault),
    }),
  );
}

function flowLogged(stack: Stack, resource: Resource, row: NetworkRow): Fact<boolean | null> {
  if (row.flowLogs) {
    const [log] = stack.attached(row.flowLogs.type, row.flowLogs.names, resource, ['id']);
    return byDefault(log !== undefined, log ?? resource);
  }
  const purpose = row.purpose === undefined ? undefined : text(resource, row.purpose);
  if (purpose && isUnknown(purpose.value)) return { ...purpose, value: purpose.value };
  if (purpose && valueOf(purpose) !== 'PRIVATE') return derive(purpose, () => null);
  return boolOrNull(resource, row.flowLogged);
}

/** It lets its members talk until it is adopted; then it allows what it has rules for. */
function defaultGroupOpen(stack: Stack, network: Resource): Fact<boolean> {
  const groups = stack.attached('aws_default_security_group', 'vpc_id', network, ['id']);
  const facts = groups.map((group): Fact<boolean> => {
    const own = ['ingress', 'egress'].flatMap((name) => group.parts(name));
    const others = GROUP_RULES.flatMap((type) => stack.attached(type, 'security_group_id', group, ['id']));
    const [rule] = [...own, ...others];
    return rule ? known(true, rule.at, rule.related) : byDefault(false, group);
  });
  return anyTrue(facts, facts[0] ?? byDefault(true, network));
}
