import type { Location } from '../../../source/index.ts';
import type { Scope, Value, View } from '../template/scope.ts';
import { viewOf } from '../template/view.ts';
import type { Library } from './library.ts';

/** Templates that may hold one another; Azure allows fewer. */
const TEMPLATES = 50;

/** A stage, job, step or variable, or the use of a template that is not among the files. */
export type Unfolded =
  { readonly view: View; readonly hidden?: undefined } | { readonly view: View; readonly hidden: Hidden };

export interface Hidden {
  /** As written. */
  readonly name: string;
  readonly reason: string;
  readonly at: Location;
  /** It should be among the files. */
  readonly missing: boolean;
}

export type Section = 'stages' | 'jobs' | 'steps' | 'variables';

/** The entries of a list, or a template's map of variables, with those of the templates that it uses, in order. */
export function unfold(list: View, section: Section, library: Library): readonly Unfolded[] {
  return list.items().flatMap((item): readonly Unfolded[] => {
    const reference = item.get('template');
    if (!reference.exists) return [{ view: item }];
    const used = useTemplate(item, library);
    if (used === undefined) return [];
    if (used.hidden) return [used];
    const inner = used.view.get(section);
    return section === 'variables' && inner.isMap ? [{ view: inner }] : unfold(inner, section, library);
  });
}

/** The template that an entry, or `extends`, uses, with its parameters bound; undefined when that has no end. */
export function useTemplate(user: View, library: Library): Unfolded | undefined {
  const reference = user.get('template');
  const { at } = reference;
  const { texts } = reference;
  const [text = ''] = texts;
  const hide = (reason: string, missing = false): Unfolded => ({
    view: user,
    hidden: { name: text, reason, at, missing },
  });
  if (texts.length !== 1 || text.includes('${{')) {
    return hide(`which template \`${reference.node.text ?? text}\` is depends on parameters`);
  }
  const name = text.replace(/@self$/, '');
  if (name.includes('@')) return hide(`template \`${text}\` is in another repository`);
  const { scope } = user;
  const node = library.template(reference.node.document.file.path, name);
  if (!node) return hide(`template \`${text}\` is not among the files`, true);
  const { path } = node.document.file;
  if (scope.files.includes(path) || scope.files.length > TEMPLATES) return undefined;
  const inner: Scope = {
    ...scope,
    loops: new Map(),
    parameters: new Map(),
    calls: [...scope.calls, reference.node],
    files: [...scope.files, path],
  };
  const parameters = boundParameters(viewOf(node, inner), user.get('parameters'));
  return { view: viewOf(node, { ...inner, parameters }) };
}

/** The parameters that a template declares: what its user gives, else their defaults. */
function boundParameters(template: View, given: View): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, view] of defaultsOf(template)) if (view.exists) values.set(name, { kind: 'view', view });
  for (const [name, view] of given.entries()) values.set(name.toLowerCase(), { kind: 'view', view });
  return values;
}

/** Parameters as a list of declarations, or, as it was once, a map of defaults. */
export function defaultsOf(file: View): readonly (readonly [name: string, view: View])[] {
  const parameters = file.get('parameters');
  if (parameters.isMap) {
    return parameters.entries().map(([name, view]) => [name.toLowerCase(), view] as const);
  }
  return parameters
    .items()
    .map((one) => [(one.get('name').text ?? '').toLowerCase(), one.get('default')] as const);
}

/** Parameters of a pipeline: who starts it may choose. */
export function choicesOf(file: View): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const parameters = file.get('parameters');
  for (const one of parameters.items()) {
    const fallback = one.get('default');
    const allowed = one
      .get('values')
      .items()
      .flatMap(({ texts }) => texts);
    const texts = allowed.length > 0 ? allowed : fallback.texts;
    const view = fallback.exists ? fallback : undefined;
    values.set((one.get('name').text ?? '').toLowerCase(), { kind: 'choice', texts, view });
  }
  for (const [name, view] of parameters.entries()) {
    values.set(name.toLowerCase(), { kind: 'choice', texts: view.texts, view });
  }
  return values;
}
