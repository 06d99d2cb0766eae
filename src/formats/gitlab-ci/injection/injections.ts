import { known, type Fact } from '../../../model/index.ts';
import type { RelatedLocation } from '../../../source/index.ts';
import { reparsedVariables } from '../../../syntax/shell/index.ts';
import { shellOf } from '../activities/recognize.ts';
import type { JobRun } from '../pipeline/run.ts';
import { afterScriptOf, scriptOf } from '../read/script.ts';
import { assignedBy } from '../read/variables.ts';
import { outsiders, outsidersOfValue } from './outsider.ts';

/**
 * Variables that an outsider fills and that a script has read as code, each place once. GitLab hands variables to the
 * shell as they are: only what is read once more, by `eval`, `sh -c` or the shell of another machine, is one.
 */
export function injectionsOf(runs: readonly JobRun[]): readonly { readonly expression: Fact<string> }[] {
  const found = new Map<string, Fact<string>>();
  for (const run of runs) collect(run, found);
  return [...found.values()].map((expression) => ({ expression }));
}

function collect(run: JobRun, found: Map<string, Fact<string>>): void {
  for (const script of [scriptOf(run), afterScriptOf(run)]) {
    for (const { name, span } of reparsedVariables(script.text, shellOf(run, script).dialect)) {
      const source = sourceOf(name, run);
      if (!source) continue;
      const at = script.placeOf(span);
      const key = `${at.file.path} ${at.span.start}`;
      if (!found.has(key)) found.set(key, known(script.text.slice(span.start, span.end), at, source.related));
    }
  }
}

interface Source {
  readonly related: readonly RelatedLocation[];
}

const DEPTH = 8;
const REFERENCE = /\$\{?(\w+)/g;

/** Where an outsider's text comes from; undefined when the variable holds none. */
function sourceOf(name: string, run: JobRun, depth = 0): Source | undefined {
  if ((outsiders(name) & run.within) !== 0) return { related: [] };
  if (depth >= DEPTH || outsiders(name) !== 0) return undefined;
  const assigned = assignedBy(run).get(name);
  const stated = run.plan.config.variable(run.name, name);
  const value = assigned ?? stated?.text;
  if (value === undefined) return undefined;
  const related =
    assigned === undefined && stated ? [{ location: stated.at, message: `\`${name}\` is set here` }] : [];
  if ((outsidersOfValue(value) & run.within) !== 0) return { related };
  // What a command makes of a text is another one.
  if (/\$\(|`/.test(value)) return undefined;
  for (const [, other = ''] of value.matchAll(REFERENCE)) {
    const source = other === name ? undefined : sourceOf(other, run, depth + 1);
    if (source) return { related: [...related, ...source.related] };
  }
  return undefined;
}
