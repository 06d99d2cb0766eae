import type { Dialect } from '../../../syntax/shell/index.ts';
import type { View } from '../template/scope.ts';
import { scriptOfTask, taskName } from './commands.ts';

/** Keys of steps that hold a script. */
const SHELLS: readonly (readonly [key: string, dialect: Dialect])[] = [
  ['script', 'posix'],
  ['bash', 'posix'],
  ['pwsh', 'powershell'],
  ['powershell', 'powershell'],
];

export interface StepScript {
  readonly view: View;
  readonly dialect: Dialect;
}

/** The script of a step, whatever key or task holds it. */
export function scriptOf(step: View): StepScript | undefined {
  for (const [key, dialect] of SHELLS) {
    const view = step.get(key);
    if (view.target.node.text !== undefined) return { view, dialect };
  }
  const task = step.get('task').text;
  const script = task === undefined ? undefined : scriptOfTask(taskName(task));
  if (!script) return undefined;
  const input = (name: string): View => inputOf(step, name);
  const inline = script.inline.map(input).find((one) => one.target.node.text !== undefined);
  return inline && { view: inline, dialect: script.shell((name) => input(name).text) };
}

/** Names of inputs do not regard case. */
export function inputOf(step: View, name: string): View {
  const inputs = step.get('inputs');
  const lower = name.toLowerCase();
  return inputs.entries().find(([key]) => key.toLowerCase() === lower)?.[1] ?? inputs.get(name);
}
