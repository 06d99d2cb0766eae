import type { View } from '../template/scope.ts';
import type { Library } from './library.ts';
import { unfold } from './unfold.ts';

/** Variables of a pipeline, stage or job, with those around it. */
export interface VariableSet {
  /** Names do not regard case. */
  readonly get: (name: string) => View | undefined;
  /** As shells see them: with `_` for dots, in capitals. */
  readonly shell: (name: string) => View | undefined;
  /** The first group, or template elsewhere, that may set others. */
  readonly others: string | undefined;
}

export const NO_VARIABLES: VariableSet = {
  get: () => undefined,
  shell: () => undefined,
  others: undefined,
};

export function variablesOf(node: View, around: VariableSet, library: Library): VariableSet {
  const holder = node.get('variables');
  if (!holder.exists) return around;
  const values = new Map<string, View>();
  const shell = new Map<string, View>();
  let { others } = around;
  const add = (name: string | undefined, value: View): void => {
    if (name === undefined || !value.exists) return;
    values.set(name.toLowerCase(), value);
    shell.set(shellName(name), value);
  };
  if (holder.isMap) for (const [name, value] of holder.entries()) add(name, value);
  for (const { view, hidden } of unfold(holder, 'variables', library)) {
    if (hidden) others ??= `template \`${hidden.name}\``;
    else if (!view.get('name').exists && view.get('group').exists)
      others ??= `variable group \`${view.get('group').text ?? ''}\``;
    else if (view.get('name').exists && view.get('value').exists)
      add(view.get('name').text, view.get('value'));
    else for (const [name, value] of view.entries()) add(name, value);
  }
  return {
    get: (name) => values.get(name.toLowerCase()) ?? around.get(name),
    shell: (name) => shell.get(name.toUpperCase()) ?? around.shell(name),
    others,
  };
}

export const shellName = (name: string): string => name.replaceAll(/[.\s]/g, '_').toUpperCase();
