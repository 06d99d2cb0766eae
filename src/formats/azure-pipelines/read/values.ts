import { assignmentOf, parseShell, type Dialect } from '../../../syntax/shell/index.ts';
import type { View } from '../template/scope.ts';
import { resolveTexts } from '../template/view.ts';
import { shellName, type VariableSet } from './variables.ts';

/** What a text in a job may use. */
export interface Surroundings {
  readonly variables: VariableSet;
  /** Variables that scripts of the job set while it runs. */
  readonly set: ReadonlyMap<string, string>;
  /** The step's own environment, and the variables of its own script. */
  readonly environment: View | undefined;
  readonly assigned: ReadonlyMap<string, string>;
}

/** Variables followed for one text, over all branches: those that repeat one another would grow without end. */
const BUDGET = 200;
/** Values longer than this name nothing. */
const LENGTH = 5_000;
const MACRO = /\$\(([a-z_][\w.-]*)\)|\$\[\s*variables(?:\.([\w.]+)|\['([^']+)'\])\s*\]/gi;
const SHELL = /\$(?:env:([a-z_]\w*)|([a-z_]\w*)|\{(?:env:)?([a-z_]\w*)(?:[:#%/^,][^{}]*)?\})/gi;
const COMMIT = /\$\(git rev-parse [^()]*HEAD\)|`git rev-parse [^`]*HEAD`/g;
/** How steps see what the system tells them, in capitals. */
const PREDEFINED = new Map(
  [
    'Build.SourceVersion',
    'Build.BuildId',
    'Build.BuildNumber',
    'Build.SourceBranch',
    'Build.SourceBranchName',
  ].map((name) => [shellName(name), `$(${name})`]),
);

const withCommit = (text: string): string => text.replace(COMMIT, '$(Build.SourceVersion)');

/** Variables of the pipeline in a text; what the files do not tell stays as it is. */
export function resolveMacros(text: string, around: Pick<Surroundings, 'variables' | 'set'>): string {
  return macros(text, around, { left: BUDGET });
}

interface Budget {
  left: number;
}

function macros(text: string, around: Pick<Surroundings, 'variables' | 'set'>, budget: Budget): string {
  if (!text.includes('$')) return text;
  const replaced = text.replace(MACRO, (whole, macro?: string, path?: string, index?: string) => {
    if (budget.left-- <= 0) return whole;
    const name = macro ?? path ?? index ?? '';
    const value = around.set.get(name.toLowerCase()) ?? around.variables.get(name)?.text;
    if (value === undefined || value.includes(whole) || value.length > LENGTH) return whole;
    return macros(value, around, budget);
  });
  return replaced.length > LENGTH ? text : replaced;
}

/** The texts that a word of a script may become: template expressions, then variables, then the shell's own. */
export function resolveWord(text: string, view: View, around: Surroundings): readonly string[] {
  return resolveTexts(text, view.scope).map((one) => word(one, around, { left: BUDGET }));
}

function word(text: string, around: Surroundings, budget: Budget): string {
  const plain = macros(withCommit(text), around, budget);
  const replaced = plain.replace(SHELL, (whole, ...names: (string | undefined)[]) => {
    if (budget.left-- <= 0) return whole;
    const name = names.slice(0, 3).find((one) => one !== undefined) ?? '';
    const value = shellValue(name, around);
    if (value === undefined || value.includes(whole) || value.length > LENGTH) return whole;
    return word(value, around, budget);
  });
  return replaced.length > LENGTH ? plain : replaced;
}

function shellValue(
  name: string,
  { assigned, environment, variables, set }: Surroundings,
): string | undefined {
  const own = environment?.get(name).text;
  return (
    assigned.get(name) ??
    own ??
    PREDEFINED.get(name.toUpperCase()) ??
    set.get(name.toLowerCase()) ??
    variables.shell(name)?.text
  );
}

/** The first value of each variable that a script sets. */
export function assignmentsIn(script: string, dialect: Dialect): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const add = (name: string, value: string): void => {
    if (!values.has(name)) values.set(name, value);
  };
  if (dialect === 'powershell') {
    for (const [, name, value] of script.matchAll(
      /^[ \t]*\$(\w{1,60})[ \t]*=[ \t]*["']?([^"'\s][^"'\r\n]{0,300})["']?;?$/gm,
    ))
      add(name ?? '', value ?? '');
    return values;
  }
  for (const { assignments, words } of parseShell(script, dialect).commands) {
    const exported =
      words[0]?.text === 'export' ? words.slice(1).flatMap((one) => assignmentOf(one) ?? []) : [];
    for (const { name, value } of [...assignments, ...exported]) add(name, value);
  }
  return values;
}

const SET = /##vso\[task\.setvariable\s+variable=([\w.-]{1,100})[^\]\r\n]{0,200}\]([^"'\r\n]{0,300})/g;

/** Variables that a script sets for the steps after it. */
export function variablesSetBy(script: string): readonly (readonly [name: string, value: string])[] {
  if (!script.includes('##vso[')) return [];
  return [...script.matchAll(SET)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), withCommit(value)] as const,
  );
}
