import { describe, expect, it } from 'vitest';
import { factsOf, show, subjectsOf } from '../testing/screen.ts';

async function mistakes(text: string): Promise<string[]> {
  const [pipeline] = await factsOf(
    'pipeline',
    `on: push\njobs:\n  b: { runs-on: x, steps: [] }\n  a:\n    needs: b\n${text}`,
  );
  return (pipeline?.facts.mistakes ?? []).flatMap(({ about, problem }) =>
    about === 'expression' ? [show(problem)] : [],
  );
}

const step = (text: string): string =>
  `    runs-on: x\n    steps:\n      - { id: One, run: ls }\n      - run: ${JSON.stringify(text)}\n`;

it.each<[text: string, expected: string[]]>([
  ['${{ github.sha }} ${{ GITHUB.SHA }} ${{ steps.one.outputs.a }} ${{ needs.B.result }}', []],
  ["${{ fromJSON('[1]')[0] }} ${{ github.event.any.thing }} ${{ github[env.a] }}", []],
  ['a ${{ git.sha }}', ['there is nothing of the name `git` in expressions @9:17']],
  ['${{ github.branch }}', ['`github` has no `branch` @9:14']],
  ['${{ runner.cpu }}', ['`runner` has no `cpu` @9:14']],
  ['${{ steps.two.outputs.a }}', ['no step of the job has the id `two` @9:14']],
  ['${{ needs.c.outputs.a }}', ['the job does not need `c` @9:14']],
  ["${{ !(a || startWith('b', 'c')) }}", ['there is nothing of the name `a` in expressions @9:14']],
  ["${{ true && startWith('b', 'c') }}", ['there is no function `startWith` @9:14']],
  ["${{ contains('b') }}", ['`contains` does not take 1 arguments @9:14']],
  ["${{ format('{0}', toJSON(x)) }}", ['there is nothing of the name `x` in expressions @9:14']],
  ['${{ steps.one.a }}', ['`steps.one` has no `a`, but `outputs.a` it may @9:14']],
  ['${{ needs.b.outcome }}', ['`needs.b` has no `outcome`, but `outputs.outcome` it may @9:14']],
  ['${{ a b }}', []],
])('%s', async (text, expected) => {
  expect(await mistakes(step(text))).toEqual(expected);
});

it.each<[matrix: string, expected: string[]]>([
  ['{ os: [x] }', []],
  ['{ include: [{ OS: x }] }', []],
  ['${{ fromJSON(vars.M) }}', []],
  ['{ include: "${{ fromJSON(vars.M) }}" }', []],
  ['{ arch: [x], include: [{ kind: y }] }', ["the job's matrix has no `os` @10:14"]],
])('reads the names of the matrix %s', async (matrix, expected) => {
  expect(await mistakes(`    strategy: { matrix: ${matrix} }\n${step('${{ matrix.os }}')}`)).toEqual(
    expected,
  );
});

it('reads conditions without marks', async () => {
  const text = step('ls').replace('    runs-on', "    if: github.branch == 'main'\n    runs-on");
  expect(await mistakes(text)).toEqual(['`github` has no `branch` @6:9']);
  expect(await mistakes(text.replace('github.branch', 'github.ref'))).toEqual([]);
});

describe('outputs and inputs', () => {
  const CALLED = 'on: { workflow_call: { outputs: { O: { value: x } } } }\njobs: {}\n';
  const ACTION = 'runs: { using: composite, steps: [] }\noutputs: { o: { value: x } }\n';
  it.each<[jobs: string, expected: string[]]>([
    ['a: { outputs: { O: x } }, b: { needs: a, env: { X: "${{ needs.a.outputs.o }}" } }', []],
    [
      'a: { outputs: { o: x } }, b: { needs: a, env: { X: "${{ needs.a.outputs.p }}" } }',
      ['job `a` has no output `p` @2:60'],
    ],
    ['a: { steps: [] }, b: { needs: a, if: needs.a.outputs.p }', ['job `a` has no output `p` @2:46']],
    ['a: { uses: ./.github/workflows/c.yml }, b: { needs: a, if: needs.a.outputs.o }', []],
    [
      'a: { uses: ./.github/workflows/c.yml }, b: { needs: a, if: needs.a.outputs.p }',
      ['job `a` has no output `p` @2:68'],
    ],
    ['a: { uses: o/r/.github/workflows/c.yml@v1 }, b: { needs: a, if: needs.a.outputs.p }', []],
    ['a: { steps: [{ id: s, uses: ./act }, { if: steps.s.outputs.o }] }', []],
    [
      'a: { steps: [{ id: s, uses: ./act }, { if: steps.s.outputs.p }] }',
      ['the action of step `s` has no output `p` @2:52'],
    ],
    ['a: { steps: [{ id: s, uses: o/act@v1 }, { if: steps.s.outputs.p }] }', []],
    ['a: { steps: [{ id: s, run: x }, { if: steps.s.outputs.p }] }', []],
    ['a: { if: inputs.a }', ['the workflow has no input `a` @2:18']],
  ])('%s', async (jobs, expected) => {
    const subjects = await subjectsOf({
      'act/action.yml': ACTION,
      '.github/workflows/c.yml': CALLED,
      '.github/workflows/w.yml': `on: push\njobs: { ${jobs} }\n`,
    });
    const found = subjects.flatMap((one) =>
      one.kind === 'pipeline' && one.id.includes('w.yml') ? one.facts.mistakes : [],
    );
    expect(found.flatMap(({ about, problem }) => (about === 'expression' ? [show(problem)] : []))).toEqual(
      expected,
    );
  });

  it.each<[on: string, expected: string[]]>([
    ['workflow_dispatch: { inputs: { A: } }', []],
    ['workflow_call: { inputs: { a: } }', []],
    ['workflow_dispatch: ', ['the workflow has no input `a` @2:11']],
  ])('inputs of %s', async (on, expected) => {
    const [pipeline] = await factsOf('pipeline', `on: { ${on} }\nenv: { X: "\${{ inputs.a }}" }\njobs: {}\n`);
    expect(pipeline?.facts.mistakes.map(({ problem }) => show(problem))).toEqual(expected);
  });
});
