import type { Naming } from '../../../delivery/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { rewrite, type RewrittenText } from '../../rewritten-text.ts';
import { scalarPlaces } from '../../scalar-places.ts';

/** What `$(params.name)` stands for, by name, and where that is written; what is absent is not known. */
export type Values = ReadonlyMap<string, Naming>;

/** Expressions of Tekton and of its triggers, which look like commands of a shell, and those of Pipelines as Code. */
const EXPRESSION =
  /\$\((?:inputs\.|outputs\.|tt\.)?(?:params|tasks|context|workspaces|results|steps|step|resources|finally|body|header|extensions|uid)\b[^()\n]{0,200}\)|\{\{[^{}\n]{0,200}\}\}/g;
const NAME = /^\$\((?:inputs\.)?((?:tt\.)?params)(?:\.([\w.-]+)|\[["']([^"'\]]+)["']\])(?:\[\*\])?\)$/;
const LENGTH = 4_000;

/** The name that a parameter's expression asks for: `params.env`, `tt.params.env`. */
function nameIn(expression: string): string | undefined {
  const [, scope, bare, quoted] = NAME.exec(expression) ?? [];
  return scope === undefined ? undefined : `${scope}.${bare ?? quoted ?? ''}`;
}

function valueOf(expression: string, values: Values): string | undefined {
  return values.get(nameIn(expression) ?? '')?.text;
}

/** Replaces what is known of a text's expressions. */
export function fill(text: string, values: Values): string {
  if (!text.includes('$(')) return text;
  const filled = text.replace(EXPRESSION, (whole) => valueOf(whole, values) ?? whole);
  return filled.length > LENGTH ? text : filled;
}

/** A script with what is known filled in; of what is not, a shell would make commands. */
export function scriptText(node: DataNode, values: Values): RewrittenText {
  const whole = values.get(nameIn(node.text ?? '') ?? '');
  if (whole) return { text: whole.text.replace(EXPRESSION, asVariable), placeOf: () => whole.at };
  return rewrite(
    node.text ?? '',
    EXPRESSION,
    (expression) => (valueOf(expression, values) ?? expression).replace(EXPRESSION, asVariable),
    scalarPlaces(node),
  );
}

const asVariable = (expression: string): string => `\${${expression.replace(/^\$\(|\)$|[{}\s'"]/g, '')}}`;

/** Parameters of a task or pipeline: what is given, else their defaults. */
export function bind(spec: DataNode, given: readonly DataNode[], outer: Values): Values {
  const own = new Map<string, Naming>();
  const add = (name: string | undefined, node: DataNode): void => {
    const text =
      scalarText(node) ??
      node
        .items()
        .flatMap((one) => scalarText(one) ?? [])
        .join(' ');
    if (name === undefined || !node.exists) return;
    own.set(`params.${name}`, { text: fill(text, outer).replace(OUTER, '$(outer.'), at: node.at });
  };
  const inputs = [...spec.get('params').items(), ...spec.get('inputs', 'params').items()];
  for (const input of inputs) add(input.get('name').text, input.get('default'));
  for (const params of given) for (const one of params.items()) add(one.get('name').text, one.get('value'));
  return own;
}

/** Parameters of what is around, which are not those of the task itself. */
const OUTER = /\$\((?:inputs\.)?params\b\.?/g;

/** What those who may change nothing put into an event: titles, messages, names of their branches. */
const OUTSIDE =
  /\$\(body\.(?:pull_request\.(?:title|body|head\.(?:ref|label))|head_commit\.(?:message|author\.\w+)|commits\b[\w.[\]]*|comment\.body|issue\.(?:title|body)|review\.body|object_attributes\.(?:title|description|note|source_branch))\)|\{\{\s*(?:source_branch|trigger_comment|pull_request_title|body\.(?:pull_request\.(?:title|body|head\.ref)|comment\.body|object_attributes\.(?:title|description|note)))\s*\}\}/;

/** Parts of a script that outsiders write, and where those stand in it. */
export function injectionsIn(node: DataNode, values: Values): readonly Naming[] {
  const text = node.text ?? '';
  if (!text.includes('$(') && !text.includes('{{')) return [];
  const placeOf = scalarPlaces(node);
  return [...text.matchAll(EXPRESSION)].flatMap(({ 0: expression, index }) => {
    const found = OUTSIDE.exec(valueOf(expression, values) ?? expression)?.[0];
    return found === undefined
      ? []
      : [{ text: found, at: placeOf({ start: index, end: index + expression.length }) }];
  });
}

/** Tasks whose results a text asks for. */
export function tasksIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\(tasks\.([\w-]+)\.results\b/g)].flatMap(([, name]) => name ?? []);
}
