import { isUnknown, known, unknown, type AccessStatementFacts, type Fact } from '../../model/index.ts';
import type { Value } from './value.ts';
import { elementsOf, joined, textList, textsOf } from './lists.ts';
import { derive } from './logic.ts';
import { byDefault, factOf, text, textOf, wayTo, type Part } from './part.ts';
import type { Stack } from './stack.ts';
import { blockConditions, jsonConditions, openTo, type Condition } from './open.ts';
import { jsonValue } from './policy-json.ts';

/** A statement of a policy, with what its conditions ask. */
export interface Statement extends AccessStatementFacts {
  readonly conditions: readonly Condition[];
}

const MAX_DOCUMENTS = 20;
/** The kind of principals that are services of AWS: whichever an open name stands for, it is not everyone. */
const SERVICE = 'Service';

/** The statements of an IAM policy however it is written: by reference, as `jsonencode`, as JSON text, or as an object. */
export function statementsOf(value: Value, part: Part, stack: Stack): readonly Statement[] {
  const document = stack.target(value);
  if (document?.type === 'data.aws_iam_policy_document' && value.reference?.path[0] !== 'id') {
    return documentStatements(document, stack);
  }
  const encoded = 'encoded' in value ? value.encoded.value : undefined;
  const json = encoded ?? (value.kind === 'object' || value.kind === 'map' ? value : jsonValue(value));
  if (json) return jsonStatements(json, part);
  return [undecided(reasonOf(value), value, part)];
}

function reasonOf(value: Value): string {
  return value.kind === 'unknown' ? value.reason : 'the policy is not JSON';
}

function undecided(reason: string, value: Pick<Value, 'at' | 'chain'>, part: Part): Statement {
  const fact = unknown(reason, value.at, wayTo(value, part));
  return {
    effect: fact,
    actions: fact,
    resources: fact,
    principals: fact,
    conditional: fact,
    open: fact,
    conditions: [],
  };
}

/** The statements of a data source `aws_iam_policy_document`, with those of the documents that it is made from. */
export function documentStatements(
  document: Part,
  stack: Stack,
  left: number = MAX_DOCUMENTS,
): readonly Statement[] {
  if (left <= 0) return [];
  const others = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'];
  const merged = others.flatMap((name) => {
    const value = document.get(name);
    return (value ? elementsOf(value) : []).flatMap((element) => {
      const target = stack.target(element);
      return target ? documentStatements(target, stack, left - 1) : statementsOf(element, document, stack);
    });
  });
  return [...merged, ...document.parts('statement').map(blockStatement)];
}

/** A `statement` block of the data source `aws_iam_policy_document`. */
function blockStatement(part: Part): Statement {
  if (part.uncertain !== undefined)
    return undecided(part.uncertain, { at: part.at, chain: part.related }, part);
  const named = part.parts('principals');
  const [notNamed] = part.parts('not_principals');
  const principals = notNamed
    ? known(['*'], notNamed.at, part.related)
    : joined(named.flatMap(identifiersOf), part);
  const people = isUnknown(principals.value)
    ? joined(named.filter((who) => text(who, 'type')?.value !== SERVICE).flatMap(identifiersOf), part)
    : principals;
  const blocks = part.parts('condition');
  const conditions = blockConditions(blocks);
  return {
    effect: effectOf(text(part, 'effect') ?? byDefault('Allow', part)),
    actions: textList(part, 'actions') ?? allBut(part, 'not_actions'),
    resources: textList(part, 'resources') ?? allBut(part, 'not_resources'),
    principals,
    conditional: blocks[0] ? byDefault(true, blocks[0]) : byDefault(false, part),
    open: openTo(people, conditions),
    ...invertedBy(part, ['not_actions', 'not_resources', 'not_principals']),
    conditions,
  };
}

/** The first of these that stands there; each names what is left out. */
function invertedBy(part: Part, names: readonly string[]): Pick<AccessStatementFacts, 'inverted'> {
  for (const name of names) {
    const at = part.get(name)?.at ?? part.parts(name)[0]?.at;
    if (at) return { inverted: known(true, at, part.related) };
  }
  return {};
}

function identifiersOf(who: Part): readonly Fact<readonly string[]>[] {
  const identifiers = textList(who, 'identifiers');
  return identifiers ? [identifiers] : [];
}

/** "Everything but" grants what does not exist yet: as broad as everything. */
function allBut(part: Part, name: string): Fact<readonly string[]> {
  const value = part.get(name);
  return value ? known(['*'], value.at, part.related) : byDefault([], part);
}

function jsonStatements(json: Value, part: Part): readonly Statement[] {
  if (json.kind !== 'object' && json.kind !== 'map') return [undecided(reasonOf(json), json, part)];
  const statements = json.entries.get('Statement');
  if (!statements) return [];
  return elementsOf(statements).map((statement) => {
    if (statement.kind !== 'object' && statement.kind !== 'map')
      return undecided(reasonOf(statement), statement, part);
    return jsonStatement(statement.entries, statement, part);
  });
}

function jsonStatement(entries: ReadonlyMap<string, Value>, statement: Value, from: Part): Statement {
  const related = wayTo(statement, from);
  const part: Part = {
    at: statement.at,
    related,
    ...(from.uncertain !== undefined && { uncertain: from.uncertain }),
    names: () => [...entries.keys()],
    get: (name) => entries.get(name),
    parts: () => [],
  };
  const condition = entries.get('Condition');
  const notPrincipal = entries.get('NotPrincipal');
  const principal = entries.get('Principal');
  const principals = notPrincipal
    ? known(['*'], notPrincipal.at, related)
    : principal
      ? principalsOf(principal, part)
      : byDefault([], part);
  const people =
    principal && isUnknown(principals.value)
      ? principalsOf(principal, part, (kind) => kind !== SERVICE)
      : principals;
  const conditions = jsonConditions(condition);
  const effect = entries.get('Effect');
  return {
    effect: effectOf(effect ? factOf(effect, part, textOf, 'a text') : byDefault('Deny', part)),
    actions: textList(part, 'Action') ?? allBut(part, 'NotAction'),
    resources: textList(part, 'Resource') ?? allBut(part, 'NotResource'),
    principals,
    conditional: condition ? known(true, condition.at, related) : byDefault(false, part),
    open: openTo(people, conditions),
    ...invertedBy(part, ['NotAction', 'NotResource', 'NotPrincipal']),
    conditions,
  };
}

/** `"*"`, or lists by what they are: `{ AWS = […], Service = … }`. */
function principalsOf(
  value: Value,
  part: Part,
  counts: (kind: string) => boolean = () => true,
): Fact<readonly string[]> {
  if (value.kind !== 'object' && value.kind !== 'map') return textsOf(value, part);
  const lists = [...value.entries].filter(([kind]) => counts(kind)).map(([, list]) => textsOf(list, part));
  return joined(lists, part);
}

function effectOf(fact: Fact<string>): Fact<'allow' | 'deny'> {
  return derive(fact, (word) => (word.toLowerCase() === 'allow' ? 'allow' : 'deny'));
}
