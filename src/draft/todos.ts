import type { Plan } from '../plan/index.ts';
import { EMPTY, states, type Mapping, type Node, type Pair, type Remark } from './text/node.ts';

/** Something that is left to be stated at a path of the plan. */
interface Todo {
  readonly path: readonly string[];
  readonly remark: Remark;
}

/** What no bullet of the task asks for by itself, and a plan is of little use without. */
const ALSO: readonly (readonly [path: string, text: string, example: string])[] = [
  ['version', 'The version of this plan, which sign-offs name.', '1'],
  ['owner', 'Who answers for this plan, one of resources.people.', 'platform'],
  ['architecture.components.*.criticality', 'How much depends on it.', 'critical'],
  ['architecture.components.*.owner', 'Who answers for it, one of resources.people.', 'platform'],
];

/** The draft with a remark wherever the task asks for something that it does not state, as the plan's reader sees it. */
export function withTodos(draft: Mapping, completeness: Plan['completeness']): Mapping {
  const todos = [...ALSO.map(([path, text, example]) => todo(path, text, example)), ...missing(completeness)];
  return todos.reduce((plan: Mapping, { path, remark }) => place(plan, path, remark), draft);
}

/** Parts that nothing states, those of one place together. */
function missing(completeness: Plan['completeness']): readonly Todo[] {
  const byPath = new Map<
    string,
    { readonly text: string; readonly parts: Map<string, string[]>; readonly example: string }
  >();
  for (const { bullets } of completeness)
    for (const { title, parts } of bullets)
      for (const part of parts) {
        if (part.stated) continue;
        const key = `${part.path}\0${title}`;
        const entry = byPath.get(key) ?? {
          text: title,
          parts: new Map<string, string[]>(),
          example: part.example,
        };
        byPath.set(key, entry);
        const of = entry.parts.get(part.title) ?? [];
        entry.parts.set(part.title, part.of === null ? of : [...of, part.of]);
      }
  return [...byPath].map(([key, { text, parts, example }]) =>
    todo(key.slice(0, key.indexOf('\0')), `${text}: ${[...parts].map(partText).join('; ')}.`, example),
  );
}

function partText([title, of]: readonly [string, readonly string[]]): string {
  const more = of.length > 10 ? ` and ${of.length - 10} more` : '';
  return of.length === 0 ? title : `${title} of ${of.slice(0, 10).join(', ')}${more}`;
}

function todo(path: string, text: string, example: string): Todo {
  const steps = path.split('.');
  const key = steps.at(-1) ?? '';
  return { path: steps, remark: { remark: 'TODO', text, example: [`${key}: ${example}`] } };
}

function place(mapping: Mapping, path: readonly string[], remark: Remark): Mapping {
  const [key = '', ...rest] = path;
  const found = mapping.entries.find((entry): entry is Pair => 'key' in entry && entry.key === key);
  if (!found) {
    if (rest.length === 0) return append(mapping, remark);
    // Nothing is asked of the items of a list that is not there: the list itself is asked for.
    return rest[0] === '*' ? mapping : append(mapping, { key, value: place(EMPTY, rest, remark) });
  }
  const value = rest.length === 0 ? within(found.value, remark) : inside(found.value, rest, remark);
  return { ...mapping, entries: mapping.entries.map((entry) => (entry === found ? { key, value } : entry)) };
}

/** A list that is there and lacks something gets the remark behind its items, the example as one more item. */
function within(node: Node, remark: Remark): Node {
  if (node.node === 'scalar') return node;
  if (node.node === 'mapping') return states(node) && remark.remark === 'TODO' ? node : append(node, remark);
  const example = (remark.example ?? []).map((line) => line.replace(/^[^[]*\[(.*)\]$/, '- $1'));
  return { ...node, items: [...node.items, { ...remark, example }] };
}

function inside(node: Node, path: readonly string[], remark: Remark): Node {
  const [key = '', ...rest] = path;
  if (node.node === 'scalar') return node;
  if (node.node === 'mapping') return place(node, path, remark);
  let index = -1;
  const items = node.items.map((item) => {
    if ('remark' in item) return item;
    index++;
    const isMeant = key === '*' || key === String(index);
    return isMeant && item.node === 'mapping' ? place(item, rest, remark) : item;
  });
  return { ...node, items };
}

/** At the end; what is asked of the plan as a whole stands below its title. */
function append(mapping: Mapping, entry: Pair | Remark): Mapping {
  const title = mapping.entries.findIndex((each) => 'key' in each && each.key === 'title');
  if (title < 0 || 'key' in entry) return { ...mapping, entries: [...mapping.entries, entry] };
  const after = mapping.entries.findIndex((each, index) => index > title && 'key' in each);
  const place = after < 0 ? mapping.entries.length : after;
  return { ...mapping, entries: mapping.entries.toSpliced(place, 0, entry) };
}
