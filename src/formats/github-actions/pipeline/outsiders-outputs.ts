import { actionName } from '../read/library.ts';
import type { Scope } from '../read/scope.ts';
import table from './outsiders-outputs.json' with { type: 'json' };

/** Outputs of an action that hold names of branches and files, or texts, of outsiders. */
interface Entry {
  readonly outputs: readonly string[];
  /** From this major version on it makes them harmless. */
  readonly before?: number;
}

const TABLE: Readonly<Record<string, Entry>> = table;

/** Is the output of a step one in which a well-known action hands on what an outsider wrote? */
export function writesOutsidersText(id: string, output: string, { run, step }: Scope): boolean {
  const siblings = step?.siblings ?? run.job.node.get('steps').items();
  const uses = siblings.find((one) => one.get('id').text === id)?.get('uses').text;
  const key = actionName(uses ?? '').toLowerCase();
  const entry = Object.hasOwn(TABLE, key) ? TABLE[key] : undefined;
  if (!entry?.outputs.includes(output)) return false;
  if (entry.before === undefined) return true;
  const major = /@v?(\d{1,3})(?:\.|$)/.exec(uses ?? '')?.[1];
  return major !== undefined && Number(major) < entry.before;
}
