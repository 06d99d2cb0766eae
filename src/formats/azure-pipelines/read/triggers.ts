import type { View } from '../template/scope.ts';

/** What does not say when it starts starts for every branch; `none` alone, also in a list, says never. */
export function startsFrom(trigger: View): boolean {
  const names = trigger.isList ? trigger.items().map(({ text }) => text) : [trigger.text];
  return !(names.length === 1 && /^none$/i.test(names[0] ?? ''));
}

/** May the branch that starts a pipeline have any name? */
export function startsFromAnyBranch(view: View): boolean {
  const trigger = view.get('trigger');
  if (!startsFrom(trigger)) return false;
  if (!trigger.exists) return true;
  const branches = trigger.isList ? trigger : trigger.get('branches', 'include');
  if (!branches.exists) return trigger.get('paths').exists && !trigger.get('tags').exists;
  return branches.items().some(({ text }) => text !== undefined && /^(?:refs\/heads\/)?\*/.test(text));
}
