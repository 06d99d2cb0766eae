import { fromRoot, type Statements } from '../../plan/index.ts';
import type { SubjectReference } from '../report.ts';
import type { Stated } from './list.ts';
import { placeOf } from './patterns.ts';

/** What a subject may be one of; those that are not of the plan are of the files. */
type Group = 'plan' | 'environment' | 'component' | 'item' | 'document' | 'files';

/** Which of a group a statement is about: all of them, or those with these keys. */
type Choice = '*' | readonly string[];

/** Subjects by what they are of. */
export interface Scopes<T> {
  /** Those that a statement is about. */
  of(statement: Stated): readonly T[];
}

export function scopes<T extends { readonly subject: SubjectReference }>(
  entries: readonly T[],
  plan: Statements,
): Scopes<T> {
  const groups = new Map<Group, { readonly all: T[]; readonly byKey: Map<string, T[]> }>();
  const planPath = plan.document.file.path;
  for (const entry of entries) {
    const [name, key] = scopeOf(entry.subject, planPath);
    const group = groups.get(name) ?? { all: [], byKey: new Map<string, T[]>() };
    groups.set(name, group);
    group.all.push(entry);
    const keyed = group.byKey.get(key) ?? [];
    keyed.push(entry);
    group.byKey.set(key, keyed);
  }
  return {
    of: (statement) =>
      [...groups].flatMap(([name, { all, byKey }]) => {
        const choice = choiceOf(statement, name, planPath);
        return choice === '*' ? all : [...new Set(choice)].flatMap((key) => byKey.get(key) ?? []);
      }),
  };
}

function scopeOf({ kind, id, name, environment }: SubjectReference, planPath: string): [Group, string] {
  switch (kind) {
    case 'plan':
      return ['plan', ''];
    case 'plan-environment':
      return ['environment', name];
    case 'plan-component':
      return ['component', name];
    case 'plan-milestone':
    case 'plan-objective':
      return ['item', id.slice(planPath.length + 1)];
    case 'plan-document':
      return ['document', name];
    default:
      return ['files', environment ?? ''];
  }
}

/** Keys whose values are names of components. */
const NAMES_COMPONENTS: readonly unknown[] = ['components', 'protects', 'members', 'usedBy'];

function choiceOf(statement: Stated, group: Group, planPath: string): Choice {
  const { steps, value, environment, component, item } = statement;
  const isListed = steps.some((step) => typeof step === 'number');
  const texts = [value].flat().filter((one) => typeof one === 'string');
  switch (group) {
    case 'plan':
      return '*';
    case 'environment':
      return environment === undefined ? '*' : [environment];
    case 'component':
      if (component !== undefined)
        // What an environment states of its own is a subject of its own.
        return [placeOf(steps) === steps ? component : `${component} in ${environment ?? ''}`];
      if (NAMES_COMPONENTS.includes(steps.at(-1))) return texts;
      return isListed || environment !== undefined ? [] : '*';
    case 'item':
      if (item !== undefined) return [item];
      return isListed ? [] : '*';
    case 'document':
      return texts.map((text) => fromRoot(planPath, text));
    case 'files':
      if (component !== undefined || item !== undefined) return [];
      return environment === undefined ? '*' : [environment];
  }
}
