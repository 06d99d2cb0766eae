import type { Location, Span } from '../../../source/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { JobRun } from '../pipeline/run.ts';
import type { Value } from './value.ts';

/** Lines that run one after another in one shell, and where each of them stands. */
export interface CiScript {
  readonly text: string;
  readonly placeOf: (span: Span) => Location;
}

interface Piece {
  readonly start: number;
  readonly length: number;
  readonly placeOf: (span: Span) => Location;
}

/** `before_script` and `script` are one script to the runner. */
export function scriptOf({ plan: { config }, name }: JobRun): CiScript {
  return joined(
    [...config.key(name, 'before_script').values(), ...config.job(name).get('script').values()],
    config.job(name),
  );
}

/** Runs in a shell of its own, also when the job failed; its failure does not count. */
export function afterScriptOf({ plan: { config }, name }: JobRun): CiScript {
  return joined(config.key(name, 'after_script').values(), config.job(name));
}

function joined(lines: readonly Value[], job: Value): CiScript {
  const pieces: Piece[] = [];
  let text = '';
  for (const line of lines) {
    const own = line.text;
    if (own === undefined) continue;
    pieces.push({ start: text.length, length: own.length, placeOf: placesOf(line) });
    text += `${own}\n`;
  }
  return {
    text,
    placeOf: ({ start, end }) => {
      const piece = pieceAt(pieces, start);
      if (!piece) return job.header;
      const last = Math.min(end - piece.start, piece.length);
      return piece.placeOf({ start: start - piece.start, end: Math.max(last, start - piece.start) });
    },
  };
}

function placesOf(line: Value): (span: Span) => Location {
  if (!line.isVerbatim) return () => line.at;
  let places: ((span: Span) => Location) | undefined;
  return (span) => (places ??= scalarPlaces(line.node))(span);
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
