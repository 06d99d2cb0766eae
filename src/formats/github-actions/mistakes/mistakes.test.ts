import { describe, expect, it } from 'vitest';
import type { PipelineFacts } from '../../../model/index.ts';
import { factsOf, show, subjectsOf } from '../testing/screen.ts';

type About = PipelineFacts['mistakes'][number]['about'];

async function mistakes(
  about: About,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const subjects = await subjectsOf({ '.github/workflows/w.yml': text, ...more });
  return subjects.flatMap((one) =>
    one.kind === 'pipeline' && one.id.includes('/w.yml')
      ? one.facts.mistakes.flatMap((each) => (each.about === about ? [show(each.problem)] : []))
      : [],
  );
}

const job = (lines: string): string => `on: push\njobs:\n  a:\n    ${lines.split('\n').join('\n    ')}\n`;

describe('permissions', () => {
  it.each<[text: string, expected: string[]]>([
    ['permissions: { contents: read, id-token: write, models: read }', []],
    ['permissions: read-all', []],
    ['permissions: {}', []],
    ['permissions: write', ['permissions are `write`, which may be `read-all`, `write-all` or a map @4:18']],
    [
      'permissions:\nruns-on: x',
      ['permissions are nothing, which may be `read-all`, `write-all` or a map @4:5'],
    ],
    ['permissions: { check: read }', ['there is no permission `check` @4:20']],
    [
      'permissions: { issues: READ }',
      ['permission `issues` may be `read` or `write` or `none`, not `READ` @4:28'],
    ],
    ['permissions: { id-token: read }', ['permission `id-token` may be `write` or `none`, not `read` @4:30']],
  ])('%s', async (text, expected) => {
    expect(await mistakes('permission', job(text))).toEqual(expected);
  });
});

describe('matrices', () => {
  const matrix = (text: string): string => job(`strategy: { matrix: { ${text} } }`);
  it.each<[text: string, expected: string[]]>([
    ['a: [1, 2, 1]', ['`1` stands twice in `a` of the matrix @4:37']],
    ['a: ["${{ x }}", "${{ x }}"]', []],
    ['a: [{ b: 1, c: 2 }, { c: 2, b: 1 }]', ['`{"b": 1, "c": 2}` stands twice in `a` of the matrix @4:47']],
    ['a: [1], exclude: [{ a: 1 }, { a: "1" }]', []],
    ['a: [1], exclude: [{ a: 2 }]', ['the exclusion of `2` matches nothing in `a` of the matrix @4:50']],
    ['a: [1], exclude: [{ b: 1 }]', ['the exclusion names `b`, which the matrix has not @4:47']],
    ['a: [1], include: [{ a: 1, b: 2 }], exclude: [{ b: 2 }]', []],
    ['a: [{ b: 1, c: 2 }], exclude: [{ a: { b: 1 } }]', []],
    [
      'a: [{ b: 1, c: 2 }], exclude: [{ a: { b: 2 } }]',
      ['the exclusion of `{"b": 2}` matches nothing in `a` of the matrix @4:63'],
    ],
    [
      'a: [[1, 2]], exclude: [{ a: [1, 3] }, { a: [1] }]',
      [
        'the exclusion of `[1, 3]` matches nothing in `a` of the matrix @4:55',
        'the exclusion of `[1]` matches nothing in `a` of the matrix @4:70',
      ],
    ],
    ['a: "${{ fromJSON(x) }}", exclude: [{ a: 2 }]', []],
    ['a: [1], include: "${{ x }}", exclude: [{ b: 2 }]', []],
    ['a: [1], exclude: [{ a: "${{ x }}" }]', []],
  ])('%s', async (text, expected) => {
    expect(await mistakes('matrix', matrix(text))).toEqual(expected);
  });
});

describe('runners', () => {
  it.each<[text: string, expected: string[]]>([
    ['runs-on: ubuntu-latest', []],
    ['runs-on: Ubuntu-24.04', []],
    ['runs-on: ubuntu-20.04', ['GitHub has no runner `ubuntu-20.04` @4:14']],
    ['runs-on: macos-10.15', ['GitHub has no runner `macos-10.15` @4:14']],
    ['runs-on: linux-latest', ['GitHub has no runner `linux-latest` @4:14']],
    ['runs-on: gpu', []],
    ['runs-on: ubuntu-latest-16-cores', []],
    ['runs-on: [self-hosted, ubuntu-20.04]', []],
    ['runs-on: { group: big, labels: ubuntu-20.04 }', []],
    [
      'runs-on: [ubuntu-latest, windows-latest]',
      ['no runner is both `ubuntu-latest` and `windows-latest` @4:30'],
    ],
    ['runs-on: [ubuntu-latest, linux]', []],
    ['runs-on: ${{ vars.RUNNER }}', []],
    [
      'strategy: { matrix: { os: [ubuntu-latest, windows-2016] } }\nruns-on: ${{ matrix.os }}',
      ['GitHub has no runner `windows-2016` @4:47'],
    ],
    ['strategy: { matrix: { os: [ubuntu-latest, windows-latest] } }\nruns-on: ["${{ matrix.os }}"]', []],
  ])('%s', async (text, expected) => {
    expect(await mistakes('runner', job(text))).toEqual(expected);
  });
});

describe('calls', () => {
  const callee = {
    '.github/workflows/c.yml':
      'on:\n  workflow_call:\n    inputs:\n      tag: { type: string, required: true }\n      dry: { type: boolean, required: true, default: true }\n    secrets:\n      key: { required: true }\njobs: {}\n',
  };
  const of = (more: string): string => `uses: ./.github/workflows/c.yml\n${more}`;
  it.each<[text: string, expected: string[]]>([
    ['uses: acme/ci/.github/workflows/a.yml@v1', []],
    [
      'uses: acme/ci@v1',
      ['it calls `acme/ci@v1`, which may be `owner/repository/path.yml@ref` or `./path.yml` @4:11'],
    ],
    [
      'uses: ./a.yml@main',
      ['it calls `./a.yml@main`, which may be `owner/repository/path.yml@ref` or `./path.yml` @4:11'],
    ],
    ['uses: ${{ vars.CALLED }}', []],
    ['uses:', ['it calls nothing, which may be `owner/repository/path.yml@ref` or `./path.yml` @4:5']],
    ['uses: acme/ci/a.yml@v1\nruns-on: x', ['a job that calls a workflow may not have `runs-on` @5:5']],
    ['runs-on: x\nsecrets: inherit', ['`secrets` is for jobs that call a workflow by `uses` @5:5']],
    ['runs-on: x\nneeds: b', ['it needs `b`, which is no job of the workflow @5:12']],
    [of('with: { tag: x }\nsecrets: { key: x }'), []],
    [of('with: { TAG: x }\nsecrets: inherit'), []],
    [of('secrets: inherit'), ['the called workflow requires the input `tag` @4:11']],
    [of('with: { tag: x, tags: y }\nsecrets: inherit'), ['the called workflow has no input `tags` @5:21']],
    [
      of('with: { tag: x }\nsecrets: { token: x }'),
      [
        'the called workflow has no secret `token` @6:16',
        'the called workflow requires the secret `key` @4:11',
      ],
    ],
  ])('%s', async (text, expected) => {
    expect(await mistakes('call', job(text), callee)).toEqual(expected);
  });

  it('of a workflow that nothing may call', async () => {
    const text = job('uses: ./.github/workflows/c.yml');
    expect(await mistakes('call', text, { '.github/workflows/c.yml': 'on: push\njobs: {}\n' })).toEqual([
      '`.github/workflows/c.yml` does not start by `workflow_call` @4:11',
    ]);
  });
});

it.each<[uses: string, off: boolean]>([
  ['actions/upload-artifact@v3', true],
  ['actions/upload-artifact@v2.1.4', true],
  ['actions/upload-artifact@v4', false],
  ['actions/cache@v2', true],
  ['actions/cache@v3', false],
  ['actions/cache@v3.3.1', true],
  ['actions/cache@v4.1.0', true],
  ['actions/cache@v4.2.0', false],
  ['actions/cache@0c45773b623bea8c8e75f6c82b208c3cf94ea4f9', false],
  ['actions/checkout@v1', false],
])('knows whether GitHub still runs %s', async (uses, off) => {
  const [pipeline] = await factsOf(
    'pipeline',
    `on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ uses: '${uses}' }] } }\n`,
  );
  const expected = off ? [`\`${uses}\` fails: GitHub has turned this version off`] : [];
  expect(pipeline?.facts.mistakes.map(({ problem }) => problem.value)).toEqual(expected);
});

it.each([
  ['actions-rs/toolchain@v1', ['nobody keeps `actions-rs/toolchain` any more @4:21']],
  ['Azure/k8s-actions/setup@v1', ['nobody keeps `Azure/k8s-actions/setup` any more @4:21']],
  ['actions/checkout@v4', []],
  ['./actions-rs/toolchain', []],
])('%s is kept by somebody, or not', async (uses, expected) => {
  expect(await mistakes('archived', job(`steps: [{ uses: ${uses} }]`))).toEqual(expected);
});
