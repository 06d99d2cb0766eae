import type { Location, Span } from '../../../source/index.ts';
import { joinedLines, type ScriptLine } from '../../script-text.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { JobRun } from '../pipeline/run.ts';
import type { Value } from './value.ts';

/** `before_script` and `script` are one script to the runner. */
export function scriptOf({ plan: { config }, name }: JobRun): ScriptLine {
  return joined(
    [...config.key(name, 'before_script').values(), ...config.job(name).get('script').values()],
    config.job(name),
  );
}

/** Runs in a shell of its own, also when the job failed; its failure does not count. */
export function afterScriptOf({ plan: { config }, name }: JobRun): ScriptLine {
  return joined(config.key(name, 'after_script').values(), config.job(name));
}

function joined(lines: readonly Value[], job: Value): ScriptLine {
  const own = lines.flatMap((line) =>
    line.text === undefined ? [] : [{ text: line.text, placeOf: placesOf(line) }],
  );
  return joinedLines(own, job.header);
}

function placesOf(line: Value): (span: Span) => Location {
  if (!line.isVerbatim) return () => line.at;
  let places: ((span: Span) => Location) | undefined;
  return (span) => (places ??= scalarPlaces(line.node))(span);
}
