import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { format } from './index.ts';

describe('samples', () => {
  it.each(samplesBeside(import.meta.dirname))(
    'give the whole answer for $name',
    async ({ name, text, expected }) => {
      await expect(await printSample(format, `shop/${name}`, text)).toMatchFileSnapshot(expected);
    },
  );
});

describe('recognition', () => {
  it.each([
    ['compose.yaml', 'services: { web: { image: "web:1", ports: [] } }', true],
    ['shop.yaml', 'services: { web: { image: "web:1", ports: [] } }', true],
    ['shop.yaml', 'services: { web: { build: . } }', true],
    ['shop.yaml', 'services: { web: { image: "web:1" } }', false],
    ['docker-compose.prod.yml', 'services: { web: { restart: always } }', true],
    ['compose.override.yaml', 'services: { web: null }', true],
    ['compose.yaml', 'include: [web.yaml]', true],
    ['shop.yaml', 'services: { web: { restart: always } }', false],
    ['compose.yaml', 'services: [web]', false],
    ['compose.yaml', 'services: { db: { image: "db:1", ports: [] } }\njobs: {}', false],
    ['ci.yml', 'services: { db: { image: "db:1", ports: [] } }\nsteps: []', false],
    ['compose.yaml', 'apiVersion: v1\nkind: Thing\nservices: { a: { build: . } }', false],
    ['compose.yaml', 'services: {}', false],
  ])('of %s with %s', (path, text, expected) => {
    expect(detects(format, text, path)).toBe(expected);
  });
});

/** What tests ask of the containers of workloads, by the workloads' ids. */
async function containers(
  fact: 'image' | 'privileged' | 'runAsNonRoot' | 'readinessProbe',
  texts: Readonly<Record<string, string>>,
  beside: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const { subjects } = await readTexts(format, texts, beside);
  return Object.fromEntries(
    subjects.flatMap((subject) =>
      subject.kind === 'workload' ? [[subject.id, subject.facts.containers[0]?.[fact].value]] : [],
    ),
  );
}

describe('files that complete each other', () => {
  const base = 'services: { web: { image: "web:1", privileged: true }, db: { image: "db:1" } }';

  it('gives the services of an override with what the base says', async () => {
    expect(
      await containers('privileged', {
        'compose.yaml': base,
        'compose.override.yaml': 'services: { web: { privileged: false }, db: { image: "db:2" } }',
      }),
    ).toEqual({
      'compose.yaml:web': true,
      'compose.yaml:db': false,
      'compose.override.yaml:web': false,
      'compose.override.yaml:db': false,
    });
  });

  it('completes a file for an environment that has only parts of services', async () => {
    const texts = {
      'docker-compose.yml': base,
      'docker-compose.prod.yml': 'services: { web: { restart: always } }',
    };
    expect(await containers('privileged', texts)).toMatchObject({ 'docker-compose.prod.yml:web': true });
    const { subjects } = await readTexts(format, texts);
    expect(subjects.find(({ id }) => id === 'docker-compose.prod.yml:web')).toMatchObject({
      environment: 'production',
      facts: { production: { value: true } },
    });
  });

  it('takes a file of whole services for one of its own', async () => {
    expect(
      await containers('privileged', {
        'compose.yaml': base,
        'compose.ci.yaml': 'services: { web: { image: "web:2" } }',
      }),
    ).toMatchObject({ 'compose.ci.yaml:web': false });
  });

  it('does not know what a base says that is not there', async () => {
    expect(
      await containers('privileged', { 'compose.prod.yaml': 'services: { web: { restart: always } }' }),
    ).toEqual({
      'compose.prod.yaml:web': {
        unknown: 'the file that compose.prod.yaml completes is not among the files',
      },
    });
  });
});

describe('extended services', () => {
  it('are read from files inside the root, several after each other', async () => {
    const beside = {
      'common/base.yml': 'services: { app: { extends: { file: ../more/root.yml, service: app } } }',
      'more/root.yml': 'services: { app: { image: "app:1", privileged: true } }',
    };
    const texts = {
      'compose.yaml': 'services: { web: { extends: { file: common/base.yml, service: app } } }',
    };
    expect(await containers('privileged', texts, beside)).toEqual({ 'compose.yaml:web': true });
    expect(await containers('image', texts, beside)).toEqual({ 'compose.yaml:web': 'app:1' });
  });

  it('are not known outside the root, and when they extend each other', async () => {
    const text = (file: string): string => `services: { web: { extends: { file: ${file}, service: web } } }`;
    expect(await containers('privileged', { 'compose.yaml': text('../../secret.yml') })).toEqual({
      'compose.yaml:web': {
        unknown: '../../secret.yml, which has the service that it extends, is not among the files',
      },
    });
    expect(
      await containers('privileged', {
        'compose.yaml': 'services: { a: { extends: b }, b: { extends: a } }',
      }),
    ).toEqual({
      'compose.yaml:a': { unknown: 'the services that `a` extends extend each other' },
      'compose.yaml:b': { unknown: 'the services that `b` extends extend each other' },
    });
  });

  it('are told of when their file is missing', async () => {
    const { diagnostics } = await readTexts(format, {
      'compose.yaml':
        'include: [gone.yaml, "https://example.com/x.git"]\nservices: { web: { extends: { file: lost.yml, service: a } } }',
    });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['compose/missing-file', '`gone.yaml` is not among the files, so what it does is not examined.'],
      ['compose/missing-file', '`lost.yml` is not among the files, so what it does is not examined.'],
    ]);
  });
});

describe('variables', () => {
  const image = async (written: string, env = ''): Promise<unknown> => {
    const found = await containers(
      'image',
      { 'compose.yaml': `services: { web: { image: '${written}' } }` },
      { '.env': env },
    );
    return found['compose.yaml:web'];
  };

  it.each([
    ['web:${TAG}', 'TAG=1.2 # the version', 'web:1.2'],
    ['web:$TAG', 'export TAG="1.2"', 'web:1.2'],
    ['web:${TAG:-3}', 'TAG=', 'web:3'],
    ['web:${TAG-3}', 'TAG=', 'web:'],
    ['web:${TAG-3}', '', 'web:3'],
    ['web:${TAG:-${OTHER:-4}}', '', 'web:4'],
    ['web:${TAG:?must be set}', 'TAG=5', 'web:5'],
    ['web${TAG:+:tagged}', 'TAG=1', 'web:tagged'],
    ['web$$TAG', '', 'web$TAG'],
    ['web:$', '', 'web:$'],
    ['web:${TAG', '', 'web:${TAG'],
    ['web:${A}', 'B=7\nA=${B}\n', 'web:7'],
    ['web:${A}', "A='$B'", 'web:$B'],
    ['web:${TAG}', '', { unknown: '`TAG` has no default, and no value in `.env`' }],
    ['web:${TAG:?must be set}', '', { unknown: '`TAG` has no default, and no value in `.env`' }],
    ['web:${A}', 'A=${A}', { unknown: '`A` has no default, and no value in `.env`' }],
  ])('in %s with %j', async (written, env, expected) => {
    expect(await image(written.replaceAll("'", "''"), env)).toEqual(expected);
  });

  it('come from the project that includes another one, where that has none of its own', async () => {
    const texts = {
      'compose.yaml': 'include: [shop/compose.yaml]',
      'shop/compose.yaml': 'services: { web: { image: "web:${TAG}-${OWN}" } }',
    };
    expect(await containers('image', texts, { '.env': 'TAG=1\nOWN=2', 'shop/.env': 'OWN=3' })).toEqual({
      'shop/compose.yaml:web': 'web:1-3',
    });
  });

  it('that hold secrets in .env are not known to be written in the code', async () => {
    const { subjects, included } = await readTexts(
      format,
      { 'compose.yaml': 'services: { db: { image: "db:1", environment: { DB_PASSWORD: "${PW}" } } }' },
      { '.env': 'PW=q8Zt3VbN0pLk' },
    );
    expect(subjects.find(({ kind }) => kind === 'credential')?.facts).toMatchObject({
      literal: { value: { unknown: 'it stands in `.env`, which may be kept out of the repository' } },
    });
    expect(included?.map(({ path }) => path)).toEqual(['.env']);
  });
});

it('survives whatever stands where something else should', async () => {
  const value = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.boolean(), fc.jsonValue());
  const service = fc.dictionary(
    fc.constantFrom(
      'image',
      'build',
      'extends',
      'environment',
      'volumes',
      'ports',
      'deploy',
      'healthcheck',
      'user',
    ),
    value,
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), service), async (services) => {
      await readTexts(format, { 'compose.yaml': JSON.stringify({ services }) });
    }),
    { numRuns: 100 },
  );
});

it.each([
  ['variables', `services: { a: { image: "${'${'.repeat(200_000)}" } }`],
  ['defaults', `services: { a: { image: "${'${A:-'.repeat(3000)}x${'}'.repeat(3000)}" } }`],
  [
    'chain',
    `services: {${Array.from({ length: 4_000 }, (_, i) => `a${i}: { extends: a${i + 1} }`).join(', ')}}`,
  ],
])('is not slowed down by hostile %s', async (_, text) => {
  const start = performance.now();
  await readTexts(format, { 'compose.yaml': text });
  expect(performance.now() - start).toBeLessThan(5000);
});
