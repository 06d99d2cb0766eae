import { describe, expect, it } from 'vitest';
import { factsOf, show, subjectsOf } from '../testing/screen.ts';

const JOB = 'jobs:\n  a:\n    runs-on: x\n    steps: [run: ls]\n';

it.each<[on: string, triggers: string[]]>([
  ['on: push', ['push']],
  ['on: [push, pull_request]', ['push', 'pull_request']],
  ['on: { push: { branches: [main] }, schedule: [{ cron: 0 0 * * * }] }', ['push', 'schedule']],
  ['"on":\n  workflow_call:', ['workflow_call']],
  ['true: push', ['push']],
])('reads the triggers of %j', async (on, triggers) => {
  const [pipeline] = await factsOf('pipeline', `${on}\n${JOB}`);
  expect(pipeline?.facts.triggers).toEqual(triggers);
});

it.each<[what: string, text: string, expected: string]>([
  ['nothing stated', `on: push\n${JOB}`, 'default @3:3'],
  ['read only', `on: push\npermissions: { contents: read, issues: none }\n${JOB}`, 'read @2:14'],
  ['nothing granted', `on: push\npermissions: {}\n${JOB}`, 'none @2:14'],
  ['everything', `on: push\npermissions: write-all\n${JOB}`, 'write-all @2:14'],
  ['one scope', `on: push\npermissions: { packages: write }\n${JOB}`, 'scoped @2:14'],
  [
    'a job with more than its workflow',
    `on: push\npermissions: read-all\n${JOB}    permissions: { id-token: write }\n`,
    'scoped @7:18',
  ],
  [
    'a job without a statement',
    `on: push\n${JOB}    permissions: {}\n  b: { runs-on: x, steps: [] }\n`,
    'default @7:3',
  ],
  [
    'a workflow that only others call',
    `on: workflow_call\n${JOB}`,
    '? it is called by workflows that are not among the files, and has the permissions of theirs @3:3',
  ],
  [
    'a workflow that only others call, with a job that states too much',
    `on: workflow_call\n${JOB}  b: { runs-on: x, permissions: write-all, steps: [] }\n`,
    'write-all @6:33',
  ],
  ['a workflow that others may call', `on: { workflow_call: , push: }\n${JOB}`, 'default @3:3'],
])('permissions: %s', async (_, text, expected) => {
  const [pipeline] = await factsOf('pipeline', text);
  expect(pipeline && show(pipeline.facts.tokenPermissions)).toEqual(expected);
});

it.each<[what: string, text: string, expected: string[]]>([
  ['one job', `on: push\npermissions: { pages: write }\n${JOB}`, []],
  [
    'several jobs',
    `on: push\npermissions: { contents: read, pages: write }\n${JOB}  b: { runs-on: x, steps: [] }\n`,
    ['pages @2:32'],
  ],
  [
    'jobs with statements of their own',
    `on: push\npermissions: { pages: write }\n${JOB}  b: { permissions: {}, runs-on: x, steps: [] }\n`,
    [],
  ],
])('what several jobs may write: %s', async (_, text, expected) => {
  const [pipeline] = await factsOf('pipeline', text);
  expect(pipeline?.facts.sharedPermissions.map(({ permission }) => show(permission))).toEqual(expected);
});

describe('injections', () => {
  it.each<[what: string, step: string, expected: string[]]>([
    ['a pasted title', 'run: echo "${{ github.event.issue.title }}"', ['github.event.issue.title @5:20']],
    [
      'in another spelling',
      "run: echo ${{ github.event['pull_request']['head'].ref }}",
      ["github.event['pull_request']['head'].ref @5:19"],
    ],
    [
      'of any commit',
      'run: echo ${{ github.event.commits[0].message }}',
      ['github.event.commits[0].message @5:19'],
    ],
    [
      'through a function',
      "run: echo ${{ format('{0}', github.head_ref) }}",
      ["format('{0}', github.head_ref) @5:19"],
    ],
    [
      'a test of it is safe',
      "run: echo ${{ github.head_ref == 'main' }} ${{ startsWith(github.head_ref, 'x') }}",
      [],
    ],
    ['a variable is safe', 'run: echo "$T"\n        env: { T: "${{ github.head_ref }}" }', []],
    [
      'a pasted variable is not',
      'run: echo "${{ env.T }}"\n        env: { T: "${{ github.head_ref }}" }',
      ['env.T @5:20'],
    ],
    ['a number is safe', 'run: echo ${{ github.event.pull_request.number }}', []],
    ['an unclosed expression is text', 'run: echo ${{ github.head_ref', []],
  ])('%s', async (_, step, expected) => {
    const [pipeline] = await factsOf('pipeline', `on: push\njobs:\n  a:\n    steps:\n      - ${step}\n`);
    expect(pipeline?.facts.injections.map(({ expression }) => show(expression))).toEqual(expected);
  });
});

describe('injections through what steps write', () => {
  const TITLE = '${{ github.event.issue.title }}';
  it.each<[what: string, jobs: string, expected: string[]]>([
    [
      'an output of a step',
      `a: { steps: [{ id: t, env: { T: "${TITLE}" }, run: 'echo "x=$T" >> "$GITHUB_OUTPUT"' }, { run: "echo \${{ steps.t.outputs.x }}" }] }`,
      ['steps.t.outputs.x'],
    ],
    [
      'an output that a command made',
      `a: { steps: [{ id: t, env: { T: "${TITLE}" }, run: 'echo "x=$(wc -c <<< "$T")" >> "$GITHUB_OUTPUT"' }, { run: "echo \${{ steps.t.outputs.x }}" }] }`,
      [],
    ],
    [
      'a variable of later steps',
      `a: { steps: [{ env: { T: "${TITLE}" }, run: 'echo "X=$T" >> "$GITHUB_ENV"' }, { run: "echo \${{ env.X }}" }] }`,
      ['env.X'],
    ],
    [
      'an output of another job',
      `b: { needs: a, steps: [{ run: "echo \${{ needs.a.outputs.o }}" }] }, a: { outputs: { o: "\${{ steps.t.outputs.x }}" }, steps: [{ id: t, env: { T: "${TITLE}" }, run: 'echo "x=$T" >> "$GITHUB_OUTPUT"' }] }`,
      ['needs.a.outputs.o'],
    ],
    [
      'an output of something else',
      `a: { steps: [{ id: t, run: 'echo "x=$HOME" >> "$GITHUB_OUTPUT"' }, { run: "echo \${{ steps.t.outputs.x }}" }] }`,
      [],
    ],
  ])('%s', async (_, jobs, expected) => {
    const [pipeline] = await factsOf('pipeline', `on: issues\njobs: { ${jobs} }\n`);
    expect(pipeline?.facts.injections.map(({ expression }) => expression.value)).toEqual(expected);
  });
});

it.each<[uses: string, expected: string]>([
  ['actions/checkout@v4', 'action firstParty true pinned false'],
  ['dependabot/fetch-metadata@v2', 'action firstParty true pinned false'],
  ['acme/tool/sub@0123456789012345678901234567890123456789', 'action firstParty false pinned true'],
  ['acme/tool@0123456', 'action firstParty false pinned false'],
  ['docker://alpine:3', 'image firstParty false pinned false'],
  [`docker://alpine@sha256:${'0'.repeat(64)}`, 'image firstParty false pinned true'],
  ['./.github/actions/x', 'action firstParty true pinned true'],
  [
    'slsa-framework/slsa-github-generator/.github/workflows/builder_go_slsa3.yml@v2.1.0',
    'action firstParty false pinned ? what it builds can only be verified when it is called by its version tag',
  ],
  [
    'slsa-framework/slsa-github-generator/.github/workflows/builder_go_slsa3.yml@main',
    'action firstParty false pinned false',
  ],
  [
    'docker://${{ env.IMAGE }}',
    'image firstParty false pinned ? `docker://${{ env.IMAGE }}` is chosen while the workflow runs',
  ],
])('tells of the dependency %s', async (uses, expected) => {
  const found = await factsOf(
    'build-dependency',
    `on: push\njobs: { a: { runs-on: x, steps: [uses: "${uses}"] } }`,
  );
  const shown = found.map(
    ({ facts }) =>
      `${facts.type} firstParty ${show({ value: facts.firstParty.value })} pinned ${show({ value: facts.pinned.value })}`,
  );
  expect(shown).toEqual([expected]);
});

it('names dependencies of jobs, containers and services by their place', async () => {
  const text =
    'on: push\njobs:\n  a:\n    container: { image: node:22 }\n    services: { db: { image: postgres } }\n    steps: [{ run: ls }, { uses: a/b@v1 }]\n  c: { uses: a/b/.github/workflows/c.yml@v1 }\n';
  const found = await factsOf('build-dependency', text);
  expect(found.map(({ id, name, facts }) => `${id} ${name} ${facts.type}`)).toEqual([
    '.github/workflows/w.yml:a/container node:22 image',
    '.github/workflows/w.yml:a/services/db postgres service',
    '.github/workflows/w.yml:a/2 a/b action',
    '.github/workflows/w.yml:c a/b/.github/workflows/c.yml reusable-workflow',
  ]);
});

describe('text of those who start a workflow', () => {
  const INPUTS = '{ inputs: { a: , b: { type: choice, options: [x] }, c: { type: string } } }';
  it.each<[what: string, on: string, step: string, expected: string[]]>([
    ['an input', `{ workflow_dispatch: ${INPUTS} }`, 'run: echo ${{ inputs.a }}', ['inputs.a']],
    [
      'of the event',
      `{ workflow_dispatch: ${INPUTS} }`,
      'run: x ${{ github.event.inputs.C }}',
      ['github.event.inputs.C'],
    ],
    ['a choice', `{ workflow_dispatch: ${INPUTS} }`, 'run: echo ${{ inputs.b }}', []],
    ['an input of a call', `{ workflow_call: ${INPUTS} }`, 'run: echo ${{ inputs.c }}', ['inputs.c']],
    [
      'a payload',
      'repository_dispatch',
      'run: x ${{ github.event.client_payload.a.b }}',
      ['github.event.client_payload.a.b'],
    ],
    [
      'a variable',
      `{ workflow_dispatch: ${INPUTS} }`,
      'run: echo "$A"\n        env: { A: "${{ inputs.a }}" }',
      [],
    ],
    [
      'a script',
      `{ workflow_dispatch: ${INPUTS} }`,
      'uses: actions/github-script@v7\n        with: { script: "${{ inputs.a }}" }',
      ['inputs.a'],
    ],
  ])('%s', async (_, on, step, expected) => {
    const [pipeline] = await factsOf('pipeline', `on: ${on}\njobs:\n  a:\n    steps:\n      - ${step}\n`);
    expect(pipeline?.facts.injections).toEqual([]);
    expect(pipeline?.facts.surface?.pastedInputs.map(({ expression }) => expression.value)).toEqual(expected);
  });
});

it.each<[uses: string, expected: string[]]>([
  ['tj-actions/changed-files@v40', ['steps.f.outputs.all_changed_files']],
  ['tj-actions/changed-files@v45', []],
  ['trilom/file-changes-action@v1', []],
  ['other/changed-files@v1', []],
])('names of files that %s hands on', async (uses, expected) => {
  const text = `on: push\njobs:\n  a:\n    steps:\n      - { id: f, uses: '${uses}' }\n      - run: echo \${{ steps.f.outputs.all_changed_files }}\n`;
  const [pipeline] = await factsOf('pipeline', text);
  expect(pipeline?.facts.injections.map(({ expression }) => expression.value)).toEqual(expected);
});

it('tells what a run before left in a file and a script pastes', async () => {
  const text = `on: { workflow_run: { workflows: [CI] } }
jobs:
  a:
    steps:
      - { uses: actions/download-artifact@v4, with: { run-id: '\${{ github.event.workflow_run.id }}' } }
      - { id: n, run: 'echo "n=$(cat number)" >> $GITHUB_OUTPUT' }
      - run: gh pr comment \${{ steps.n.outputs.n }}
`;
  const subjects = await subjectsOf({
    '.github/workflows/ci.yml': 'name: CI\non: pull_request\njobs: {}\n',
    '.github/workflows/w.yml': text,
  });
  const found = subjects.flatMap((one) => (one.kind === 'pipeline' ? one.facts.injections : []));
  expect(found.map(({ expression }) => show(expression))).toEqual(['steps.n.outputs.n @7:28']);
});

it('tells what an action that no workflow here uses pastes', async () => {
  const action = (name: string): string =>
    `name: ${name}\ninputs: { who: { required: true } }\nruns:\n  using: composite\n  steps:\n    - { run: 'echo \${{ inputs.who }} \${{ github.head_ref }}', shell: bash }\n`;
  const subjects = await subjectsOf({
    'a/action.yml': action('A'),
    'b/action.yml': action('B'),
    '.github/workflows/w.yml': 'on: push\njobs: { j: { steps: [{ uses: ./b, with: { who: me } }] } }\n',
  });
  const found = subjects.flatMap((one) =>
    one.kind === 'pipeline'
      ? [
          [
            one.id,
            ...one.facts.injections.map(({ expression }) => expression.value),
            ...(one.facts.surface?.pastedInputs ?? []).map(({ expression }) => expression.value),
          ],
        ]
      : [],
  );
  expect(found).toEqual([
    ['.github/workflows/w.yml:workflow', 'github.head_ref'],
    ['a/action.yml:action', 'github.head_ref', 'inputs.who'],
  ]);
});

it.each<[matrix: string, expected: string[]]>([
  ["{ a: ['${{ github.head_ref }}', x] }", ['matrix.a']],
  ["{ a: '${{ fromJSON(github.event.issue.body) }}' }", ['matrix.a']],
  ["{ include: [{ a: '${{ github.event.issue.title }}' }] }", ['matrix.a']],
  ["{ a: ['${{ github.event.number }}'] }", []],
])('tells what outsiders write in the matrix %s', async (matrix, expected) => {
  const [pipeline] = await factsOf(
    'pipeline',
    `on: push\njobs:\n  a:\n    strategy: { matrix: ${matrix} }\n    steps: [{ run: "echo \${{ matrix.a }}" }]\n`,
  );
  expect(pipeline?.facts.injections.map(({ expression }) => expression.value)).toEqual(expected);
});
