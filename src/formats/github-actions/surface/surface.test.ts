import { describe, expect, it } from 'vitest';
import type { PipelineSurface } from '../../../model/index.ts';
import { factsOf, show } from '../testing/screen.ts';

async function surface(text: string): Promise<PipelineSurface> {
  const [pipeline] = await factsOf('pipeline', text);
  if (!pipeline?.facts.surface) throw new Error('a workflow has a surface');
  return pipeline.facts.surface;
}

const job = (lines: string, on = 'push'): string => `on: ${on}\njobs:\n  a:\n    runs-on: x\n    ${lines}\n`;

describe('conditions', () => {
  it.each<[condition: string, expected: string[]]>([
    ['github.ref == 1', []],
    ['${{ github.ref == 1 }}', []],
    ['"${{ github.ref == 1 }} "', ['always ${{ github.ref == 1 }} @5:9']],
    ['${{ a }} && ${{ b }}', ['always ${{ a }} && ${{ b }} @5:9']],
    ['"!${{ a }}"', ['always !${{ a }} @5:9']],
    ["a == 'x' || 'y'", ["always a == 'x' || 'y' @5:9"]],
    ["(a == 'x' || 'y') && b", []],
    ['always() || false', []],
    ["contains('a b', github.ref)", ["part contains('a b', github.ref) @5:9"]],
    ["contains('a b', matrix.os)", []],
    ["contains(github.ref, 'release')", []],
    ["contains(fromJSON('[1]'), github.ref)", []],
  ])('%s', async (condition, expected) => {
    const { looseConditions } = await surface(job(`if: ${condition}`));
    expect(looseConditions.map(({ how, condition: text }) => `${how} ${show(text)}`)).toEqual(expected);
  });

  it('end with the line end of a block of text', async () => {
    const loose = (await surface(job('if: |\n      ${{ a }}'))).looseConditions;
    expect(loose.map(({ how }) => how)).toEqual(['always']);
    expect((await surface(job('if: |-\n      ${{ a }}'))).looseConditions).toEqual([]);
  });
});

it.each<[on: string, condition: string, expected: string[]]>([
  [
    'pull_request_target',
    "github.actor == 'dependabot[bot]'",
    ["actor github.actor == 'dependabot[bot]' @5:9"],
  ],
  ['workflow_run', "a && 'x[bot]' == github.actor", ["actor 'x[bot]' == github.actor @5:15"]],
  ['pull_request', "github.actor == 'dependabot[bot]'", []],
  ['pull_request_target', "github.actor != 'dependabot[bot]'", []],
  ['pull_request_target', "github.event.pull_request.user.login == 'dependabot[bot]'", []],
  ['pull_request_target', "github.actor == 'x[bot]' && github.event.pull_request.user.login == 'x[bot]'", []],
])('on %s, a bot asked for by %s', async (on, condition, expected) => {
  const { looseConditions } = await surface(job(`if: ${JSON.stringify(condition)}`, on));
  const shown = looseConditions.map(({ how, condition: text }) => `${how} ${show(text)}`);
  expect(shown).toEqual(expected);
});

it('tells parts of secrets, which logs show', async () => {
  const text = job(
    'env: { A: "${{ fromJSON(secrets.A).b }}", B: "${{ fromJSON(secrets.A) }}" }\n    steps: [{ run: "x ${{ fromJson(secrets.A)[\'b\'] }}", with: { a: "${{ fromJSON(vars.A).b }}" } }]',
  );
  expect((await surface(text)).unmaskedSecrets.map(({ expression }) => show(expression))).toEqual([
    'fromJSON(secrets.A).b @5:15',
    "fromJson(secrets.A)['b'] @6:23",
  ]);
});

describe('secrets', () => {
  it.each<[lines: string, expected: string[]]>([
    ['env: { A: "${{ toJson(secrets) }}" }', ['all toJson(secrets) @5:15']],
    ['steps: [{ run: "echo ${{ secrets[matrix.a] }}" }]', ['chosen secrets[matrix.a] @5:26']],
    ['steps: [{ with: { a: "${{ secrets[\'A\'] }}" } }]', []],
    ['env: { A: "${{ secrets.A }}" }', []],
    ['env: { A: "${{ vars.secrets }}" }', []],
  ])('%s', async (lines, expected) => {
    const { sharedSecrets } = await surface(job(lines));
    expect(sharedSecrets.map(({ how, given }) => `${how} ${show(given)}`)).toEqual(expected);
  });

  it('in the only job are no more shared than in its variables', async () => {
    const text = `env: { A: "\${{ secrets.A || 'x' }}" }\n${job('name: a')}`;
    expect((await surface(text)).sharedSecrets).toEqual([]);
    const two = await surface(`${text}  b: { runs-on: x }\n`);
    expect(two.sharedSecrets.map(({ how }) => how)).toEqual(['every-job']);
  });
});

describe('tokens of checkouts', () => {
  const checkout = (version: string, more = ''): string =>
    `{ uses: actions/checkout@${version}, with: { a: b${more} } }`;
  const upload = (version: string, path: string, more = ''): string =>
    `{ uses: actions/upload-artifact@${version}, with: { path: '${path}'${more} } }`;
  it.each<[what: string, steps: string[], expected: unknown[]]>([
    ['with all', [checkout('v4'), upload('v3', './')], [true]],
    ['with all files', [checkout('v4'), upload('v4.3.1', '**/*')], [true]],
    ['in a folder', [checkout('v4', ', path: src'), upload('v3', 'src/')], [true]],
    ['beside the folder', [checkout('v4', ', path: src'), upload('v3', 'out')], []],
    ['above the folder', [checkout('v4', ', path: src'), upload('v3', '.')], [true]],
    ['without hidden files', [checkout('v4'), upload('v4', '.')], []],
    ['with hidden files', [checkout('v5'), upload('v5', '.', ', include-hidden-files: true')], [true]],
    ['kept elsewhere', [checkout('v6'), upload('v3', '.')], []],
    ['not kept', [checkout('v4', ', persist-credentials: false'), upload('v3', '.')], []],
    ['a part', [checkout('v4'), upload('v3', '*.log')], []],
    ['before', [upload('v3', '.'), checkout('v4')], []],
    ['in the branch of an action', [checkout('main'), upload('v3', '.')], ['unknown']],
  ])('%s', async (_, steps, expected) => {
    const { publishedTokens } = await surface(job(`steps: [${steps.join(', ')}]`));
    const shown = publishedTokens.map(({ leaks: { value } }) =>
      typeof value === 'boolean' ? value : 'unknown',
    );
    expect(shown).toEqual(expected);
  });
});

describe('machines of one’s own', () => {
  it.each<[text: string, expected: string[]]>([
    [job('', 'pull_request').replace('on: x', 'on: self-hosted'), ['self-hosted @4:14']],
    [job('', 'push').replace('on: x', 'on: self-hosted'), []],
    [
      job('', 'pull_request').replace('on: x', 'on: { group: big, labels: [gpu, self-hosted] }'),
      ['gpu, self-hosted @4:42'],
    ],
    [
      job('if: github.event.pull_request.head.repo.full_name == github.repository', 'pull_request').replace(
        'on: x',
        'on: self-hosted',
      ),
      [],
    ],
    [
      job('strategy: { matrix: { on: [x, self-hosted] } }', 'pull_request').replace(
        'on: x',
        'on: ${{ matrix.on }}',
      ),
      ['${{ matrix.on }} @4:14'],
    ],
  ])('%j', async (text, expected) => {
    expect((await surface(text)).ownMachines.map(({ machine }) => show(machine))).toEqual(expected);
  });
});

it('tells of caches in jobs that publish releases', async () => {
  const steps = 'steps: [{ uses: actions/setup-go@v5 }, { uses: actions/cache@v4 }, { run: npm publish }]';
  const found = async (text: string): Promise<string[]> =>
    (await surface(text)).trustedCaches.map(({ cache }) => show(cache));
  expect(await found(job(steps, 'release'))).toEqual(['actions/setup-go @5:21', 'actions/cache @5:52']);
  expect(await found(job(steps, '{ push: { branches: [main] } }'))).toEqual([]);
  expect(await found(job(steps, '{ push: { branches: [main, release/*] } }'))).toEqual([]);
  expect(await found(job(steps, '{ push: { branches: [releases/**] } }'))).toHaveLength(2);
  const uv = (uses: string): string => job(`steps: [{ uses: ${uses} }, { run: uv publish }]`, 'release');
  expect(await found(uv('astral-sh/setup-uv@v4'))).toEqual([]);
  expect(await found(uv('astral-sh/setup-uv@v6'))).toEqual(['astral-sh/setup-uv @5:21']);
  expect(await found(uv('astral-sh/setup-uv@v6, with: { enable-cache: false }'))).toEqual([]);
  expect(await found(job(steps.replace('npm publish', 'npm test'), 'release'))).toEqual([]);
});

it('tells where steps may print commands', async () => {
  const text = job('steps: [{ run: ls, env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: "true" } }]');
  expect((await surface(text)).printedCommands.map(({ variable }) => show(variable))).toEqual([
    'ACTIONS_ALLOW_UNSECURE_COMMANDS @5:64',
  ]);
});
