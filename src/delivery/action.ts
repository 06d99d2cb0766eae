import { recognition, repeats, type Recognition } from './recognition.ts';
import { actionEntries, type ActionEntry, type InputConditions } from './table.ts';

/** An input's value; undefined when it is not given. */
export type Inputs = (name: string) => string | undefined;

/** What an action does by itself, and what else it runs. */
export interface RecognizedAction {
  readonly entry: ActionEntry;
  /** Absent when only what it runs tells. */
  readonly recognition: Recognition | undefined;
  /** The input that holds a shell script, or arguments for `tool`. */
  readonly runs:
    | { readonly input: string; readonly tool: string | undefined; readonly remote: boolean }
    | { readonly words: readonly string[] }
    | undefined;
}

/** Recognizes what a system has ready-made, by its name without a version. */
export type RecognizeAction = (name: string, inputs: Inputs) => RecognizedAction[];

const CONDITIONS = new Map<string, RegExp>();

/** Recognizes actions of GitHub. */
export const recognizeAction: RecognizeAction = createActionTable(actionEntries);

function nameTest(source: string): RegExp {
  return new RegExp(`^${source.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}

/**
 * A table of what a system has ready-made: exact names before patterns, each kind once, and each detail of what is
 * signed; names are in lower case.
 */
export function createActionTable(entries: readonly ActionEntry[]): RecognizeAction {
  const exact = new Map<string, ActionEntry[]>();
  const globs: (readonly [test: RegExp, entry: ActionEntry])[] = [];
  for (const entry of entries) {
    for (const name of entry.match) {
      if (name.includes('*')) globs.push([nameTest(name), entry]);
      else exact.set(name, [...(exact.get(name) ?? []), entry]);
    }
  }
  const candidatesFor = (name: string): readonly ActionEntry[] => {
    const known = exact.get(name);
    if (known) return known;
    const found = globs.filter(([test]) => test.test(name)).map(([, entry]) => entry);
    exact.set(name, found); // most names are used again, in other workflows
    return found;
  };
  return (name, inputs) => {
    const candidates = candidatesFor(name.toLowerCase());
    const found: RecognizedAction[] = [];
    for (const entry of candidates) {
      if (found.some((one) => repeats(one.entry, entry))) continue;
      if (entry.when && !holds(entry.when, inputs)) continue;
      if (entry.unless && holds(entry.unless, inputs)) continue;
      found.push({ entry, recognition: recognitionOf(entry, name, inputs), runs: runsOf(entry, inputs) });
    }
    return found;
  };
}

function recognitionOf(entry: ActionEntry, name: string, inputs: Inputs): Recognition | undefined {
  if (!entry.kind) return undefined;
  const found = { failure: failureOf(entry, inputs), verifies: holds(entry.verifiesWith ?? {}, inputs) };
  const detail = detailOf(entry, inputs);
  return recognition(entry, name, name, detail === undefined ? found : { ...found, detail });
}

function failureOf(entry: ActionEntry, inputs: Inputs): Recognition['failure'] {
  if (entry.failsWhen) return holds(entry.failsWhen, inputs) ? 'fails' : (entry.fails ?? 'never');
  if (entry.failsUnless && holds(entry.failsUnless, inputs)) return 'never';
  return entry.fails ?? 'fails';
}

function detailOf(entry: ActionEntry, inputs: Inputs): string | undefined {
  for (const [input, values] of Object.entries(entry.details ?? {})) {
    const value = inputs(input);
    if (value !== undefined && Object.hasOwn(values, value)) return values[value];
  }
  return undefined;
}

function runsOf(entry: ActionEntry, inputs: Inputs): RecognizedAction['runs'] {
  const names = (entry.script ?? entry.arguments)?.split('|') ?? [];
  const input = names.find((name) => inputs(name) !== undefined);
  if (input !== undefined) return { input, tool: entry.tool, remote: entry.remote ?? false };
  if (entry.tool === undefined || entry.default === undefined) return undefined;
  return { words: [entry.tool, ...entry.default.split(' ')] };
}

/** Does any of the conditions hold? */
function holds(conditions: InputConditions, inputs: Inputs): boolean {
  return Object.entries(conditions).some(([name, source]) => {
    const value = inputs(name);
    if (value === undefined) return false;
    const test = CONDITIONS.get(source) ?? new RegExp(`^(?:${source})$`, 'i');
    CONDITIONS.set(source, test);
    return test.test(value.trim());
  });
}
