import { unknownAt, type Value } from '../../../../cloud/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { comparedIn, isChosen, isOther, valuesThatMatter, type Compared } from './compared.ts';
import { evaluate } from '../evaluate.ts';
import { evaluateCondition } from '../functions/logic.ts';
import { Runtime } from '../runtime.ts';
import type { Names, Scope } from '../scope.ts';

/** What CloudFormation asks of a template's parameters before it deploys: under a condition, or always. */
export interface ParameterRule {
  readonly condition: DataNode | undefined;
  readonly assertions: readonly DataNode[];
}

/** The rules of a template, and what they compare parameters with. */
export interface ParameterRules {
  readonly all: readonly ParameterRule[];
  readonly compared: Compared;
}

/** The rules that can be read; one that cannot is reported once. */
export function rulesOf(root: DataNode, names: Names, runtime: Runtime): ParameterRules {
  const section = root.get('Rules');
  const all = section.entries().flatMap(([name, node]) => {
    const rule = { condition: conditionOf(node), assertions: assertionsOf(node) };
    const problem = problemOf(rule, declaredOnly(root, names));
    if (problem === undefined) return [rule];
    const message = `The rule ${name} was not read: ${problem}`;
    runtime.report('cloudformation/invalid-rule', message, node.header);
    return [];
  });
  return { all, compared: comparedIn(section) };
}

function conditionOf(node: DataNode): DataNode | undefined {
  const condition = node.get('RuleCondition');
  return condition.exists ? condition : undefined;
}

function assertionsOf(node: DataNode): readonly DataNode[] {
  return node
    .get('Assertions')
    .items()
    .map((item) => item.get('Assert'));
}

function problemOf(rule: ParameterRule, names: Names): string | undefined {
  if (rule.assertions.length === 0) return 'it has no list of Assertions.';
  if (rule.assertions.some((assertion) => !assertion.isMap))
    return 'an assertion has no function as its Assert.';
  const runtime = new Runtime();
  const scope: Scope = { runtime, names, loop: undefined };
  for (const each of rule.condition ? [rule.condition, ...rule.assertions] : rule.assertions)
    evaluateCondition(each, scope, evaluate);
  return runtime.diagnostics[0]?.message;
}

/** Parameters without their values: whether a rule can be read does not depend on these. */
function declaredOnly(root: DataNode, names: Names): Names {
  return withParameters(names, (name, at) =>
    root.get('Parameters', name).exists
      ? unknownAt(at.at, `the parameter ${name} has some value`)
      : undefined,
  );
}

/** Names among which parameters have other values. */
export function withParameters(
  names: Names,
  value: (name: string, at: DataNode) => Value | undefined,
): Names {
  return {
    ref: (name, at) => value(name, at) ?? names.ref(name, at),
    attribute: (resource, attribute, at) => names.attribute(resource, attribute, at),
    mapping: (name) => names.mapping(name),
    mayBeMade: (name) => names.mayBeMade(name),
    condition: (name) => names.condition(name),
    worlds: undefined,
  };
}

/** Would the rules refuse these values? Not where what is not known may decide it. */
export function isRefused(
  { all, compared }: ParameterRules,
  given: ReadonlyMap<string, Value>,
  names: Names,
  runtime: Runtime,
): boolean {
  const accepted = withParameters(names, (name, at) => {
    const value = given.get(name);
    // What is compared with more than texts may be any of these too.
    return value && isOther(value) && compared.has(name) && compared.get(name) === undefined
      ? unknownAt(at.at, `the parameter ${name} has another value`)
      : value;
  });
  const scope: Scope = { runtime, names: accepted, loop: undefined };
  const is = (node: DataNode, value: boolean): boolean => {
    const answer = evaluateCondition(node, scope, evaluate);
    return answer.kind === 'bool' && answer.value === value;
  };
  return all.some(
    ({ condition, assertions }) =>
      (condition === undefined || is(condition, true)) && assertions.some((each) => is(each, false)),
  );
}

/** The only value that the rules accept for a parameter, whatever the others are. */
export function onlyAccepted(
  name: string,
  declaration: DataNode,
  rules: ParameterRules,
  names: Names,
): Value | undefined {
  if (!rules.compared.has(name) || !isChosen(declaration)) return undefined;
  const values = valuesThatMatter(declaration, rules.compared.get(name)) ?? [];
  const runtime = new Runtime();
  const accepted = values.filter((value) => !isRefused(rules, new Map([[name, value]]), names, runtime));
  const [only, another] = accepted;
  return only === undefined || another !== undefined || isOther(only) ? undefined : only;
}
