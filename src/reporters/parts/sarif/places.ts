import type { ArtifactLocation, PhysicalLocation, Region } from 'sarif';
import { regionOf, type Location, type SourceFile } from '../../../source/index.ts';
import { isRedacted, type Redactions } from '../redaction.ts';
import { lineHashes } from './line-hash.ts';
import { ROOT } from './product.ts';
import { uriOf } from './uri.ts';

/** Turns locations into SARIF's, and knows the line hashes of the files that they are in. */
export interface Places {
  readonly artifact: (path: string) => ArtifactLocation;
  readonly physical: (location: Location) => PhysicalLocation;
  readonly lineHash: (location: Location) => string;
}

/** More than a viewer shows beside a result. */
const SNIPPET = 1000;

/** `indexOf` gives a path's place in `run.artifacts`; absent: the run lists none. */
export function places(redactions: Redactions, indexOf?: (path: string) => number): Places {
  // Of the last file only: results come file by file, and all lines of all files have many.
  let last: { readonly file: SourceFile; readonly hashes: readonly string[] } | undefined;
  const artifact = (path: string): ArtifactLocation => ({
    uri: uriOf(path),
    uriBaseId: ROOT,
    ...(indexOf && { index: indexOf(path) }),
  });
  return {
    artifact,
    physical: (location) => ({
      artifactLocation: artifact(location.file.path),
      ...regions(location, redactions),
    }),
    lineHash: (location) => {
      const { file } = location;
      if (last?.file !== file) last = { file, hashes: lineHashes(file.text) };
      return last.hashes[regionOf(location).start.line - 1] ?? '';
    },
  };
}

function regions(
  location: Location,
  redactions: Redactions,
): Pick<PhysicalLocation, 'region' | 'contextRegion'> {
  const { file, span } = location;
  const { start, end } = regionOf(location);
  const text = file.text.slice(span.start, span.end);
  const region: Region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  const first = Math.max(1, start.line - 1);
  const last = Math.min(file.lineCount, end.line + 1);
  if (text.length > SNIPPET || isRedacted(redactions, file, first, last)) return { region };
  const context: string[] = [];
  for (let line = first; line <= last; line++) context.push(file.lineText(line));
  // A line of its own at the end of a file is empty and no context.
  if (last > end.line && context.at(-1) === '') context.pop();
  const shown = context.join('\n');
  const wider = context.length > end.line - start.line + 1 || text !== shown;
  return {
    region: { ...region, snippet: { text } },
    ...(wider &&
      shown.length <= 2 * SNIPPET && {
        contextRegion: {
          startLine: first,
          endLine: first + context.length - 1,
          snippet: { text: shown },
        },
      }),
  };
}
