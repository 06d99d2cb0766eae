import { oncePerPlace, rereadBy, tellsOfCommits, type Writers } from '../../../delivery/index.ts';
import type { Fact } from '../../../model/index.ts';
import { shellOf } from '../activities/recognize.ts';
import type { JobRun } from '../pipeline/run.ts';
import { afterScriptOf, scriptOf } from '../read/script.ts';
import { assignedBy } from '../read/variables.ts';
import { merged, outsiders } from './outsider.ts';

/** Variables that an outsider fills and that a script has read as code, each place once. */
export function injectionsOf(runs: readonly JobRun[]): readonly { readonly expression: Fact<string> }[] {
  const found = runs.flatMap((run) => {
    const writers = writersOf(run);
    return [scriptOf(run), afterScriptOf(run)].flatMap((script) =>
      rereadBy({ ...script, dialect: shellOf(run, script).dialect }, writers),
    );
  });
  return oncePerPlace(found, ({ at }) => at).map((expression) => ({ expression }));
}

function writersOf(run: JobRun): Writers {
  return {
    fills: (name) => (outsiders(name) & run.within) !== 0,
    writes: (value) => tellsOfCommits(value) && merged(run.within),
    valueOf: (name) => {
      const assigned = outsiders(name) === 0 ? assignedBy(run).get(name) : undefined;
      if (assigned !== undefined) return { text: assigned, at: undefined };
      const stated = outsiders(name) === 0 ? run.plan.config.variable(run.name, name) : undefined;
      return stated?.text === undefined ? undefined : { text: stated.text, at: stated.at };
    },
  };
}
