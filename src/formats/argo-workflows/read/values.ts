import type { Naming } from '../../../delivery/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { rewrite, type RewrittenText } from '../../rewritten-text.ts';
import { scalarPlaces } from '../../scalar-places.ts';

/** What `{{name}}` stands for, by name, and where that is written; what is absent is not known. */
export type Values = ReadonlyMap<string, Naming>;

const EXPRESSION = /\{\{[^{}]*\}\}/g;
const NAME = /^\{\{\s*([\w.-]+)\s*\}\}$/;
/** Inputs of the template around it, which are not those of the template itself. */
const OUTER = /\{\{\s*inputs\.parameters\./g;
const LENGTH = 4_000;

/** Replaces what is known of a text's expressions. */
export function fill(text: string, values: Values): string {
  if (!text.includes('{{')) return text;
  const filled = text.replace(EXPRESSION, (whole) => valueOf(whole, values) ?? whole);
  return filled.length > LENGTH ? text : filled;
}

function valueOf(expression: string, values: Values): string | undefined {
  const name = NAME.exec(expression)?.[1];
  return name === undefined ? undefined : values.get(name)?.text;
}

/** A script with what is known filled in; blanks in other expressions would end a word of the shell. */
export function scriptText(node: DataNode, values: Values): RewrittenText {
  const whole = values.get(NAME.exec(node.text ?? '')?.[1] ?? '');
  // A template whose script is given to it: what it does stands where that is given.
  if (whole) return { text: whole.text.replace(EXPRESSION, unblanked), placeOf: () => whole.at };
  return rewrite(
    node.text ?? '',
    EXPRESSION,
    (expression) => valueOf(expression, values) ?? unblanked(expression),
    scalarPlaces(node),
  );
}

const unblanked = (expression: string): string =>
  NAME.test(expression) ? expression.replace(/\s/g, '') : '{{expression}}';

/** What a template's inputs are when a step runs it: what is given, else their own values. */
export function bind(template: DataNode, given: DataNode, outer: Values): Values {
  const own = new Map([...outer].filter(([name]) => name.startsWith('workflow.')));
  const texts = new Map(
    given
      .get('parameters')
      .items()
      .map((one) => [one.get('name').text ?? '', one.get('value')] as const),
  );
  for (const input of template.get('inputs', 'parameters').items()) {
    const name = input.get('name').text;
    if (name === undefined) continue;
    const node = [texts.get(name), input.get('value'), input.get('default')].find((one) => one?.exists);
    const text = node && scalarText(node);
    if (text === undefined) continue;
    const filled = fill(text, outer).replace(OUTER, '{{outer.');
    own.set(`inputs.parameters.${name}`, { text: filled, at: node?.at ?? input.at });
  }
  return own;
}

/** Parameters of a workflow as a whole. */
export function workflowValues(specs: readonly DataNode[]): Values {
  const values = new Map<string, Naming>();
  for (const spec of specs) {
    for (const one of spec.get('arguments', 'parameters').items()) {
      const name = one.get('name').text;
      const text = scalarText(one.get('value'));
      if (name === undefined || text === undefined || values.has(`workflow.parameters.${name}`)) continue;
      values.set(`workflow.parameters.${name}`, { text, at: one.get('value').at });
    }
  }
  return values;
}
