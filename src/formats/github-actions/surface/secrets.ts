import { known, type PipelineSurface } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { expressionsIn, parseExpression, type Expression } from '../read/expression.ts';
import { isLocal } from '../read/library.ts';
import type { Workflow } from '../read/workflow.ts';

type Shared = PipelineSurface['sharedSecrets'][number];

/** The workflow's own token is no secret that someone keeps. */
const TOKEN = 'github_token';
/** Nobody nests inputs deeper; anchors could. */
const DEPTH = 8;

/** Secrets that a workflow hands to more than what needs them. */
export function sharedSecretsOf(workflow: Workflow): readonly Shared[] {
  const found: Shared[] = [...everywhere(workflow)];
  for (const { node, uses } of workflow.jobs.values()) {
    const secrets = node.get('secrets');
    if (uses !== undefined && secrets.text === 'inherit')
      found.push({ how: 'called', given: known(uses, secrets.at), inside: isLocal(uses) });
    for (const part of ['env', 'with', 'secrets']) inTexts(node.get(part), found, 0);
    for (const step of node.get('steps').items())
      for (const part of ['env', 'with', 'run']) inTexts(step.get(part), found, 0);
  }
  return found;
}

/** Variables of the workflow, which all actions in all jobs see; in the only job there is it makes no difference. */
function everywhere(workflow: Workflow): readonly Shared[] {
  const found: Shared[] = [];
  const env = workflow.node.get('env');
  inTexts(env, found, 0);
  if (workflow.jobs.size < 2) return found;
  for (const [, node] of env.entries()) {
    const secret = expressionsIn(node.text ?? '').find(({ body }) => holdsSecret(parseExpression(body)));
    if (secret) found.push({ how: 'every-job', given: known(secret.body.trim(), node.at), inside: true });
  }
  return found;
}

function inTexts(node: DataNode, found: Shared[], depth: number): void {
  const { text } = node;
  if (text === undefined) {
    if (depth > DEPTH) return;
    for (const [, entry] of node.entries()) inTexts(entry, found, depth + 1);
    return;
  }
  if (!/\bsecrets\b/i.test(text)) return;
  const placeOf = scalarPlaces(node);
  for (const embedded of expressionsIn(text)) {
    const how = wholeIn(parseExpression(embedded.body));
    if (how) found.push({ how, given: known(embedded.body.trim(), placeOf(embedded)), inside: true });
  }
}

/** Does an expression read all secrets, or one that is named while it runs? */
function wholeIn(expression: Expression): 'all' | 'chosen' | undefined {
  switch (expression.kind) {
    case 'path': {
      const [context, name] = expression.segments;
      if (context?.toLowerCase() !== 'secrets') return undefined;
      return name === undefined ? 'all' : name === '*' ? 'chosen' : undefined;
    }
    case 'call':
      return firstOf(expression.arguments);
    case 'binary':
      return firstOf([expression.left, expression.right]);
    default:
      return undefined;
  }
}

function firstOf(expressions: readonly Expression[]): 'all' | 'chosen' | undefined {
  for (const one of expressions) {
    const how = wholeIn(one);
    if (how) return how;
  }
  return undefined;
}

function holdsSecret(expression: Expression): boolean {
  switch (expression.kind) {
    case 'path': {
      const [context, name] = expression.segments.map((segment) => segment.toLowerCase());
      return context === 'secrets' && name !== undefined && name !== '*' && name !== TOKEN;
    }
    case 'binary':
      return expression.operator === '||' || expression.operator === '&&'
        ? [expression.left, expression.right].some(holdsSecret)
        : false;
    case 'call':
      return expression.arguments.some(holdsSecret);
    default:
      return false;
  }
}
