import type { Fact } from '../../model/index.ts';
import { elementsOf } from './lists.ts';
import { derive } from './logic.ts';
import { textOf, type Part } from './part.ts';
import type { Value } from './value.ts';

/**
 * What a statement asks: a key, `aws:SourceArn`, how, `ArnLike`, and what it may have; `?` and no values for what is not
 * known.
 */
export interface Condition {
  readonly key: string;
  readonly operator?: string;
  readonly values?: Value;
}

/** Everyone, or somebody of every account; the partition may be a parameter, `arn:${AWS::Partition}:iam::*:root`. */
const ANYONE = /^(?:\*|arn:(?:[^:$]*|\$\{[^}]*\}):iam::\*(?::.*)?)$/;
/** Operators that know wildcards, or blocks of addresses; what others are given is meant as it is written. */
const PATTERNS = /^(?:For(?:Any|All)Values?:)?(?:StringLike|ArnLike|ArnEquals|IpAddress)/;
/** What everyone has: any text, the ARN of somebody in any account, any address. */
const OPEN =
  /^(?:\*+|arn:[^:]*:(?:iam|sts|\*):[^:]*:\*(?::.*)?|arn:[^:]*:[^:]*:[^:]*:\*:\*|0\.0\.0\.0\/0|::\/0)$/;
/** Conditions on these keep nobody out: everyone can fulfil them. */
const HARMLESS: ReadonlySet<string> = new Set([
  'aws:securetransport',
  'aws:referer',
  'aws:useragent',
  'aws:currenttime',
  'aws:epochtime',
  's3:tlsversion',
]);
/** Every workflow of GitHub has a token of this issuer: who may is told by what the token says of itself. */
const GITHUB = 'token.actions.githubusercontent.com';
const GITHUB_CLAIMS = /:(?:sub|job_workflow_ref|repository(?:_id|_owner|_owner_id)?|environment)$/;
/** A subject of any owner: `*`, `repo:*`, `repo:*:ref:refs/heads/main`. */
const ANY_OWNER = /^(?:\*|repo:\*.*)$/;

/** May anyone do it, whoever they are? Not, where neither the principals nor the conditions say who. */
export function openTo(principals: Fact<readonly string[]>, conditions: readonly Condition[]): Fact<boolean> {
  const limited = conditions.some(limits);
  const github = conditions.some(({ key }) => key.startsWith(`${GITHUB}:`));
  const told = conditions.some(tellsWorkflow);
  return derive(principals, (list) => {
    if (github || list.some((who) => who.endsWith(GITHUB))) return !told;
    return !limited && list.some((who) => ANYONE.test(who));
  });
}

/** Does it keep anyone out? Not, where everyone has what it asks for. */
function limits({ key, operator = '', values }: Condition): boolean {
  if (HARMLESS.has(key.toLowerCase())) return false;
  const allowed = values && PATTERNS.test(operator) ? elementsOf(values) : [];
  return !allowed.some((value) => OPEN.test(textOf(value) ?? '?'));
}

function tellsWorkflow({ key, values }: Condition): boolean {
  if (key === '?') return true;
  if (!key.startsWith(GITHUB) || !GITHUB_CLAIMS.test(key)) return false;
  return !(values && elementsOf(values).some((value) => ANY_OWNER.test(textOf(value) ?? '')));
}

/** Conditions of a policy in JSON: operators with what they hold against what. */
export function jsonConditions(condition: Value | undefined): readonly Condition[] {
  if (!condition) return [];
  if (condition.kind !== 'object' && condition.kind !== 'map') return [{ key: '?' }];
  return [...condition.entries].flatMap(([operator, test]) =>
    test.kind === 'object' || test.kind === 'map'
      ? [...test.entries].map(([key, values]) => ({ key, operator, values }))
      : [{ key: '?' }],
  );
}

/** Conditions of the data source `aws_iam_policy_document`. */
export function blockConditions(conditions: readonly Part[]): readonly Condition[] {
  return conditions.flatMap((each) => {
    const variable = each.get('variable');
    const test = each.get('test');
    const operator = (test && textOf(test)) ?? '';
    const values = each.get('values');
    return [{ key: (variable && textOf(variable)) ?? '?', operator, ...(values && { values }) }];
  });
}
