import { describe, expect, it } from 'vitest';
import { factsOf, show, subjectsOf } from '../testing/screen.ts';

const workflow = (on: string, ...steps: string[]): string =>
  `on: ${on}\njobs:\n  a:\n    runs-on: x\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;

const RUN = '{ workflow_run: { workflows: [CI] } }';
const CI = 'name: CI\non: pull_request\njobs: {}\n';
const DOWNLOAD =
  "{ uses: actions/download-artifact@v4, with: { path: ./in/, run-id: '${{ github.event.workflow_run.id }}' } }";
const BODY = '{ B: "${{ github.event.issue.body }}", T: "${{ github.event.issue.title }}" }';

async function pipeline(text: string): ReturnType<typeof factsOf<'pipeline'>> {
  return factsOf('pipeline', text);
}

describe('lines of outsiders among variables', () => {
  it.each<[what: string, on: string, steps: string[], expected: string[]]>([
    [
      'a body',
      'issues',
      [`{ env: ${BODY}, run: 'echo "B=$B" >> "$GITHUB_ENV"' }`],
      ['github.event.issue.body @6:100'],
    ],
    ['a title, which has one line', 'issues', [`{ env: ${BODY}, run: 'echo "T=$T" >> $GITHUB_ENV' }`], []],
    ['an output', 'issues', [`{ env: ${BODY}, run: 'echo "B=$B" >> $GITHUB_OUTPUT' }`], []],
    [
      'what a command makes of it',
      'issues',
      [`{ env: ${BODY}, run: 'echo "B=$(wc -l <<< "$B")" >> $GITHUB_ENV' }`],
      [],
    ],
    ['an event without rights', 'pull_request', [`{ env: ${BODY}, run: 'echo "$B" >> $GITHUB_ENV' }`], []],
    ['a file of its own', 'issues', ["{ run: 'cat in/x >> $GITHUB_ENV' }"], []],
  ])('%s', async (_, on, steps, expected) => {
    const [found] = await pipeline(workflow(on, ...steps));
    expect(found?.facts.surface?.foreignVariables.map(({ written }) => show(written))).toEqual(expected);
  });

  it.each<[what: string, step: string, expected: string[]]>([
    ['a file', 'cat ./in/env >> $GITHUB_ENV', ['./in/env @7:14']],
    ['a piped file', 'cat in/env | tee -a $GITHUB_ENV', ['in/env @7:14']],
    ['a value', 'echo "N=$(cat in/pr)" >> $GITHUB_ENV', ['N=$(cat in/pr) @7:14']],
    ['a variable', 'N=$(<in/pr); echo "N=$N" >> $GITHUB_ENV', ['N=$N @7:27']],
    ['a file beside', 'cat out/env >> $GITHUB_ENV', []],
    ['a number of it', 'echo "N=$(cat in/pr | tr -dc 0-9)" >> $GITHUB_ENV', []],
  ])('of a run before: %s', async (_, script, expected) => {
    const step = `run: ${script}`;
    const guarded = await pipeline(workflow(RUN, DOWNLOAD, step));
    const shown = guarded[0]?.facts.surface?.foreignVariables.map(({ written }) => show(written)) ?? [];
    expect(shown.map((text) => text.slice(0, 41))).toEqual(
      expected.map(() => '? it follows the workflow `CI`, which is '),
    );
    const files = {
      '.github/workflows/ci.yml': CI,
      '.github/workflows/w.yml': workflow(RUN, DOWNLOAD, step),
    };
    const open = (await subjectsOf(files)).flatMap((one) =>
      one.kind === 'pipeline' && one.id.includes('w.yml') ? (one.facts.surface?.foreignVariables ?? []) : [],
    );
    expect(open.map(({ written }) => show(written).replace('.github/workflows/w.yml:', ''))).toEqual(
      expected,
    );
  });
});
