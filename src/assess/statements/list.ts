import type { Statements } from '../../plan/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { StatementValue } from '../report.ts';

/** One thing that the plan says, with what it says it of. */
export interface Stated {
  readonly steps: Path;
  /** The same with items by their names. */
  readonly names: readonly string[];
  /** As people write it: items by their names, since places in a list change. */
  readonly path: string;
  readonly value: StatementValue;
  /** What it is about, as far as the plan says so. */
  readonly environment?: string;
  readonly component?: string;
  /** The subject's id, without the plan's path, of the item that it stands in. */
  readonly item?: string;
}

/** What every plan has, and says nothing. */
const FORMAL: readonly string[] = ['$schema', 'apiVersion', 'kind'];

/** What tells items of a list apart, the first that an item has all of. */
const IDENTITIES: readonly (readonly string[])[] = [
  ['name'],
  ['id'],
  ['component', 'signal'],
  ['component'],
  ['environment', 'resource'],
  ['environment'],
  ['service', 'kind'],
  ['service'],
  ['person', 'role'],
  ['person'],
  ['severity', 'receiver'],
  ['framework', 'requirement'],
  ['framework'],
  ['title'],
  ['path'],
  ['what'],
  ['from', 'to'],
  ['from'],
  ['to'],
  ['weight'],
  ['days'],
  ['kind'],
];

/** Statements of a plan are few; a file that repeats itself by aliases could have any number. */
const MOST = 20_000;

type About = Pick<Stated, 'environment' | 'component' | 'item'>;
type Add = (at: Pick<Stated, 'steps' | 'names' | 'path'>, value: unknown, about: About) => void;

/** All statements of a plan: values, and lists of values, in the plan's order. */
export function statementList({ document }: Statements): readonly Stated[] {
  const list: Stated[] = [];
  const add: Add = (at, value, about) => {
    if (list.length >= MOST) return;
    if (Array.isArray(value)) addList(at, value, about);
    else if (typeof value === 'object' && value !== null)
      for (const [key, child] of Object.entries(value))
        add(below(at, key, key, `.${key}`), child, aboutKey(at.steps, key, about));
    else list.push({ ...at, value: value as StatementValue, ...about });
  };
  const addList = (at: Parameters<Add>[0], items: readonly unknown[], about: About): void => {
    if (items.every((item) => typeof item !== 'object' || item === null)) {
      list.push({ ...at, value: items as readonly string[], ...about });
      return;
    }
    const taken = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      const name = nameOf(item, index);
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      const own = times === 1 ? name : `${name} #${times}`;
      add(below(at, index, own, `[${own}]`), item, aboutItem(at.steps, item, about));
    }
  };
  for (const [key, value] of Object.entries(document.value ?? {}))
    if (!FORMAL.includes(key)) add({ steps: [key], names: [key], path: key }, value, {});
  return list;
}

function below(
  { steps, names, path }: Parameters<Add>[0],
  step: string | number,
  name: string,
  written: string,
): Parameters<Add>[0] {
  return { steps: [...steps, step], names: [...names, name], path: `${path}${written}` };
}

function nameOf(item: unknown, index: number): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const entries = item as Readonly<Record<string, unknown>>;
  const identity = IDENTITIES.find((keys) => keys.every((key) => isNaming(entries[key])));
  return identity ? identity.map((key) => String(entries[key])).join(' ') : `#${index + 1}`;
}

function isNaming(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => typeof item === 'string');
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

/** Keys that are names of environments. */
function aboutKey(steps: Path, key: string, about: About): About {
  const place = steps.join('.');
  const isEnvironment = place === 'delivery.environments' || place === 'resources.budget.monthly';
  return isEnvironment ? { ...about, environment: key } : about;
}

function aboutItem(steps: Path, item: unknown, about: About): About {
  if (typeof item !== 'object' || item === null) return about;
  const { name, id, environment, component, signal } = item as Readonly<Record<string, unknown>>;
  const text = (value: unknown): value is string => typeof value === 'string';
  switch (steps.join('.')) {
    case 'environments':
      return { ...about, ...(text(name) && { environment: name }) };
    case 'architecture.components':
      return { ...about, ...(text(name) && { component: name }) };
    case 'timeline.milestones':
      return { ...about, ...(text(id) && { item: `milestones.${id}` }) };
    case 'observability.objectives':
      return {
        ...about,
        ...(text(component) && { component }),
        ...(text(component) && text(signal) && { item: `objectives.${component}.${signal}` }),
      };
    default:
      return { ...about, ...(text(environment) && { environment }), ...(text(component) && { component }) };
  }
}
