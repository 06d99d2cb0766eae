import { unknown, type Fact } from '../../../model/index.ts';
import type { Dialect, ShellOptions } from '../../../syntax/shell/index.ts';
import type { View } from '../template/scope.ts';
import { inputOf } from './script.ts';

/**
 * What a step makes of failures in its script. Neither `bash` nor `cmd` stops at a failed command by itself; PowerShell
 * stops at errors of cmdlets, unless the step says otherwise.
 */
export function optionsOf(step: View, dialect: Dialect): ShellOptions {
  const stderr = isTrue(
    settingOf(step, 'failOnStderr', 'failOnStandardError', 'powerShellFailOnStandardError'),
  );
  if (dialect === 'posix') return { errexit: stderr, pipefail: false };
  const preference = settingOf(step, 'errorActionPreference', 'powerShellErrorActionPreference').text;
  const errexit = preference === undefined || /^stop$/i.test(preference);
  const exitCode = isTrue(codeOf(step)) ? false : undefined;
  return { errexit, pipefail: false, exitCode, ...(stderr && { stderr }) };
}

/** A script file whose exit code counts for nothing fails its step by errors only. */
export function ignoredCode(step: View): Fact<boolean> | undefined {
  const code = codeOf(step);
  if (!isTrue(code)) return undefined;
  return unknown('its exit code counts for nothing, and what else its script file does is not read', code.at);
}

const codeOf = (step: View): View => settingOf(step, 'ignoreLASTEXITCODE', 'powerShellIgnoreLASTEXITCODE');

const isTrue = (view: View): boolean => view.texts.length === 1 && /^true$/i.test(view.text ?? '');

/** Of a step by its short form, or of a task by its input. */
function settingOf(step: View, ...names: readonly string[]): View {
  const all = names.flatMap((name) => [step.get(name), inputOf(step, name)]);
  const [first] = all;
  return all.find((one) => one.exists) ?? first ?? step.get('');
}
