import { oncePerPlace, rereadBy, tellsOfCommits, type Writers } from '../../delivery/index.ts';
import type { Fact, PipelineFacts } from '../../model/index.ts';
import { known } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { scalarPlaces } from '../scalar-places.ts';
import { ownValues } from '../script-text.ts';
import type { PipelineRead } from './read/config.ts';
import { partsOf, type Part } from './read/script.ts';

/**
 * Variables that an outsider fills and that a script, or a pipe that runs commands elsewhere, has read as code; each
 * place once. Bitbucket hands variables to the shell as they are.
 */
export function injectionsOf(pipeline: PipelineRead): PipelineFacts['injections'] {
  const anyBranch = runsForAnyBranch(pipeline);
  const found = pipeline.units
    .flat()
    .flatMap(({ node, header }) =>
      [node.get('script'), node.get('after-script')].flatMap((script) =>
        rereadIn(partsOf(script, header), anyBranch),
      ),
    );
  return oncePerPlace(found, ({ at }) => at).map((expression) => ({ expression }));
}

/** May a branch of any name, also one that a request is for, start it? Who starts it by hand chooses the branch. */
function runsForAnyBranch({ section, pattern }: PipelineRead): boolean {
  return (
    section === 'default' || section === 'pull-requests' || (section === 'branches' && /[*{]/.test(pattern))
  );
}

function rereadIn(parts: readonly Part[], anyBranch: boolean): readonly Fact<string>[] {
  const own = ownValues(() =>
    parts.map((part) => (part.kind === 'lines' ? part.script.text : '')).join('\n'),
  );
  const writers: Writers = {
    fills: (name) => anyBranch && name === 'BITBUCKET_BRANCH',
    writes: tellsOfCommits,
    valueOf: (name) => {
      const text = own(name);
      return text === undefined ? undefined : { text, at: undefined };
    },
  };
  return parts.flatMap((part) =>
    part.kind === 'lines'
      ? rereadBy({ ...part.script, dialect: 'posix' }, writers)
      : commandOf(part).flatMap((node) => filledIn(node, writers)),
  );
}

/** What this pipe has another machine run. */
function commandOf({ name, variables }: Extract<Part, { kind: 'pipe' }>): readonly DataNode[] {
  const command = variables.get('COMMAND');
  return name === 'atlassian/ssh-run' && command.text !== undefined && variables.get('MODE').text !== 'script'
    ? [command]
    : [];
}

const VARIABLE = /\$(?:(\w+)|\{(\w+)\})/g;

/** Variables in what a pipe is given are filled in before it runs. */
function filledIn(node: DataNode, writers: Writers): readonly Fact<string>[] {
  const text = node.text ?? '';
  const placeOf = scalarPlaces(node);
  return [...text.matchAll(VARIABLE)]
    .filter(([, bare, braced]) => writers.fills(bare ?? braced ?? ''))
    .map(({ 0: whole, index }) => known(whole, placeOf({ start: index, end: index + whole.length })));
}
