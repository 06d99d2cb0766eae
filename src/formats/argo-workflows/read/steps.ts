import type { Naming } from '../../../delivery/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';

/** A step of a template, or a task of its graph: once for each of its items. */
export interface Step {
  readonly id: string;
  readonly name: string;
  readonly node: DataNode;
  /** Names of what must have ended before. */
  readonly needs: readonly string[];
  /** It runs also, or only, when what it needs failed. */
  readonly after: 'success' | 'any' | 'failure';
  readonly afterAt: DataNode | undefined;
  /** What must be so for it to run, as it is written; empty when it always runs. */
  readonly when: string;
  readonly items: readonly (readonly [name: string, value: Naming])[];
}

/** Steps of one template, and items of one step; nobody has as many. */
const STEPS = 1_000;
const ITEMS = 50;

/** The steps of a template that consists of others; undefined when it does something itself. */
export function stepsOf(template: DataNode): readonly Step[] | undefined {
  const steps = template.get('steps');
  const tasks = template.get('dag', 'tasks');
  if (steps.isList) return inOrder(steps);
  return tasks.isList
    ? tasks
        .items()
        .slice(0, STEPS)
        .flatMap((task) => eachItem(task, needsOf(task)))
    : undefined;
}

/** Groups run one after another, the steps of a group beside one another. */
function inOrder(steps: DataNode): readonly Step[] {
  const found: Step[] = [];
  let before: readonly string[] = [];
  for (const group of steps.items()) {
    const own = (group.isList ? group.items() : [group]).slice(0, STEPS - found.length);
    const needs: Needs = { needs: before, after: 'success', afterAt: undefined };
    const made = own.flatMap((step) => eachItem(step, needs));
    found.push(...made);
    if (made.length > 0) before = [...new Set(made.map(({ name }) => name))];
  }
  return found;
}

export type Needs = Pick<Step, 'needs' | 'after' | 'afterAt'>;

/** `depends: (build.Succeeded || build.Skipped) && test` names tasks and what may have become of them. */
export function needsOf(task: DataNode): Needs {
  const depends = task.get('depends');
  if (depends.text === undefined)
    return { needs: task.get('dependencies').oneOrMoreTexts(), after: 'success', afterAt: undefined };
  const terms = depends.text.match(/[\w-]+(?:\.\w+)?/g) ?? [];
  const names = terms.map((term) => term.replace(/\..*$/, ''));
  const failed = terms.filter((term) => /\.(?:Failed|Errored|AllFailed)$/.test(term));
  const either = [...depends.text.matchAll(EITHER)].some(([, one, other]) => one !== other);
  const some = failed.length > 0 || either;
  const after = !some ? 'success' : failed.length === terms.length ? 'failure' : 'any';
  return { needs: [...new Set(names)], after, afterAt: some ? depends : undefined };
}

/** One of two tasks is enough. */
const EITHER = /([\w-]+)(?:\.\w+)?\)?\s*\|\|\s*\(?([\w-]+)/g;

const FAILED =
  /\b(?:status|failures)\s*\}\}['"]?\s*(?:==\s*['"]?(?:Failed|Error)\b|!=\s*['"]?Succeeded\b)|status\s*(?:==\s*['"](?:Failed|Error)['"]|!=\s*['"]Succeeded['"])/;

/** Does a condition ask that something failed? */
export const asksForFailure = (condition: string): boolean => FAILED.test(condition);

function eachItem(node: DataNode, needs: Needs): readonly Step[] {
  const name = node.get('name').text;
  if (name === undefined) return [];
  const when = node.get('when').text ?? '';
  const failure = asksForFailure(when);
  const base = {
    name,
    node,
    when,
    ...needs,
    ...(failure && { after: 'failure' as const, afterAt: node.get('when') }),
  };
  const items = node.get('withItems').items().slice(0, ITEMS);
  const read = items.map(itemValues);
  if (read.length === 0 || read.some((one) => one.length === 0)) return [{ ...base, id: name, items: [] }];
  return read.map((one) => ({ ...base, id: `${name} (${one[0]?.[1].text ?? ''})`, items: one }));
}

function itemValues(item: DataNode): Step['items'] {
  const text = scalarText(item);
  if (text !== undefined) return [['item', { text, at: item.at }]];
  return item.entries().flatMap(([key, node]) => {
    const own = scalarText(node);
    return own === undefined ? [] : [[`item.${key}`, { text: own, at: node.at }] as const];
  });
}
