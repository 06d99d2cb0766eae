import { describe, expect, it } from 'vitest';
import { show } from '../../../test/support/screen.ts';
import type { Subject } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { detect } from './detect.ts';
import { normalize } from './normalize.ts';

type Files = Readonly<Record<string, string>>;

function subjectsOf(files: Files, listed = true): readonly Subject[] {
  const documents = Object.entries(files).flatMap(([path, text]) =>
    (path.endsWith('.json') ? parseJson : parseYaml)(sourceFile(path, text)).documents.filter(detect),
  );
  const below = (folder: string): string[] =>
    Object.keys(files).filter((path) => folder === '' || path.startsWith(`${folder}/`));
  return normalize(documents, {
    environmentOf: () => undefined,
    readText: (path) => files[path],
    exists: (path) => Object.keys(files).some((file) => file === path || file.startsWith(`${path}/`)),
    filesBelow: (folder) => (listed ? below(folder) : undefined),
  }).subjects;
}

const missing = (files: Files, listed = true): string[] =>
  subjectsOf(files, listed).flatMap((one) =>
    one.kind === 'update-config'
      ? [
          ...one.facts.missing.map(({ ecosystem, manifest }) => `${ecosystem} ${show(manifest)}`),
          show(one.facts.complete),
        ]
      : [],
  );

const dependabot = (...ids: readonly string[]): string =>
  `version: 2\nupdates:\n${ids.map((id) => `  - { package-ecosystem: ${id}, directory: /, schedule: { interval: weekly } }\n`).join('')}`;
const PATH = '.github/dependabot.yml';

describe('what nothing updates', () => {
  it.each<[what: string, files: Files, expected: string[]]>([
    ['nothing', { [PATH]: dependabot('npm'), 'package.json': '{}' }, ['true @2:1']],
    [
      'one of several',
      { [PATH]: dependabot('npm'), 'package.json': '{}', 'b/go.mod': '', 'a/go.mod': '' },
      ['gomod a/go.mod @2:1', 'false @2:1'],
    ],
    [
      'what is ignored as a whole',
      {
        [PATH]: dependabot('npm').replace('{ pack', "{ ignore: [dependency-name: '*'], pack"),
        'package.json': '{}',
      },
      ['npm package.json @2:1', 'false @2:1'],
    ],
    ['not what another ecosystem updates', { [PATH]: dependabot('uv'), 'pyproject.toml': '' }, ['true @2:1']],
    [
      'not what is aside',
      { [PATH]: dependabot('npm'), 'vendor/a/go.mod': '', 'x/testdata/Cargo.toml': '' },
      ['true @2:1'],
    ],
    [
      'not what the other tool updates',
      {
        [PATH]: dependabot('npm'),
        'renovate.json': '{ "enabledManagers": ["gomod"] }',
        'package.json': '{}',
        'go.mod': '',
      },
      ['true @2:1', 'true @1:3'],
    ],
    [
      'in a repository below the root',
      { 'shop/.github/dependabot.yml': dependabot('npm'), 'go.mod': '', 'shop/Gemfile': '' },
      ['bundler shop/Gemfile @2:1', 'false @2:1'],
    ],
    [
      'what Renovate is told not to',
      { 'renovate.json': '{ "gomod": { "enabled": false } }', 'go.mod': '', Gemfile: '' },
      ['gomod go.mod @1:3', 'false @1:3'],
    ],
    [
      'everything',
      { 'renovate.json': '{ "enabled": false }', 'go.mod': '' },
      ['gomod go.mod @1:3', 'false @1:3'],
    ],
    ['workflows elsewhere', { [PATH]: dependabot('npm'), 'a/.github/workflows/b.yml': '' }, ['true @2:1']],
  ])('%s', (_, files, expected) => {
    expect(missing(files)).toEqual(expected);
  });

  it('is looked for in the root where not all files can be told', () => {
    expect(missing({ [PATH]: dependabot('npm'), 'package.json': '{}' }, false)).toEqual([
      '? not all files of the repository can be told @2:1',
    ]);
    expect(missing({ [PATH]: dependabot('npm'), 'go.mod': '' }, false)).toEqual([
      'gomod go.mod @2:1',
      'false @2:1',
    ]);
  });
});

it('takes whatever stands where for nothing', () => {
  for (const text of [
    'updates: []',
    'updates: [1, null, { package-ecosystem: [] }, { ignore: 3 }]',
    'updates: {}',
    '[]',
  ])
    expect(missing({ [PATH]: text }).filter((line) => !line.startsWith('true'))).toEqual([]);
});

describe('what keeps updates from coming', () => {
  const entry = (text: string): Files => ({
    [PATH]: `updates:\n  - { ${text} }\n`,
    'app/package.json': '{}',
  });
  const SCHEDULE = 'schedule: { interval: weekly }';
  it.each<[files: Files, expected: string[]]>([
    [entry(`package-ecosystem: npm, directory: /app/, ${SCHEDULE}`), []],
    [entry(`package-ecosystem: npm, directories: [/app, "/**"], ${SCHEDULE}`), []],
    [
      entry(`package-ecosystem: yarn, directory: /, ${SCHEDULE}`),
      ['there is no ecosystem `yarn`, but `npm` @2:26'],
    ],
    [entry(`package-ecosystem: brand-new, directory: /, ${SCHEDULE}`), []],
    [entry(`directory: /, ${SCHEDULE}`), ['an entry names no `package-ecosystem` @2:18']],
    [entry(`package-ecosystem: npm, ${SCHEDULE}`), ['the entry of `npm` has no `directory` @2:26']],
    [
      entry(`package-ecosystem: npm, directory: /ap, ${SCHEDULE}`),
      ['there is no folder `/ap` for `npm` @2:42'],
    ],
    [
      entry(`package-ecosystem: gomod, directory: /tools, ${SCHEDULE}`),
      ['? neither `/tools` nor anything else of `gomod` is among the files @2:44'],
    ],
    [entry('package-ecosystem: npm, directory: /'), ['the entry of `npm` has no `schedule.interval` @2:26']],
    [entry('package-ecosystem: npm, directory: /, multi-ecosystem-group: a'), []],
    [
      entry('package-ecosystem: npm, directory: /, schedule: { interval: hourly }'),
      [
        'there is no interval `hourly`, but daily, weekly, monthly, quarterly, semiannually, yearly, cron @2:67',
      ],
    ],
    [
      entry('package-ecosystem: npm, directory: /, schedule: { interval: cron }'),
      ['the interval `cron` has no `cronjob` @2:67'],
    ],
    [{ 'renovate.json': '{ "extends": ["config:recommended", ":automergeMinor", "local>a/b"] }' }, []],
    [
      { 'renovate.json': '{ "extends": ["config:recomended"] }' },
      ['Renovate has no preset `config:recomended` @1:15'],
    ],
  ])('%j', (files, expected) => {
    const found = subjectsOf(files).flatMap((one) =>
      one.kind === 'update-config' ? one.facts.mistakes : [],
    );
    expect(found.map(({ problem }) => show(problem))).toEqual(expected);
  });
});

describe('how updates are taken', () => {
  const facts = (files: Files): readonly string[] =>
    subjectsOf(files).flatMap((one) =>
      one.kind === 'update-config'
        ? [...one.facts.runsCode.map(({ ecosystem }) => show(ecosystem)), show(one.facts.waits)]
        : [],
    );
  it.each<[files: Files, expected: string[]]>([
    [{ [PATH]: dependabot('npm') }, ['false @3:26']],
    [{ [PATH]: dependabot('npm').replace('{ pack', '{ cooldown: { default-days: 7 }, pack') }, ['true @2:1']],
    [{ [PATH]: dependabot('npm').replace('{ pack', '{ open-pull-requests-limit: 0, pack') }, ['null @2:1']],
    [{ [PATH]: dependabot('npm').replace('{ pack', '{ multi-ecosystem-group: a, pack') }, ['null @2:1']],
    [
      { [PATH]: dependabot('bundler').replace('{ pack', '{ insecure-external-code-execution: allow, pack') },
      ['bundler @3:41', 'false @3:67'],
    ],
    [{ 'renovate.json': '{ "minimumReleaseAge": "3 days" }' }, ['true @1:24']],
    [{ 'renovate.json': '{ "extends": ["config:best-practices"] }' }, ['true @1:14']],
    [{ 'renovate.json': '{ "extends": ["config:recommended"] }' }, ['false @1:3']],
  ])('%j', (files, expected) => {
    expect(facts(files)).toEqual(expected);
  });
});
