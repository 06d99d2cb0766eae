import { describe, expect, it } from 'vitest';
import { show } from '../../../../test/support/screen.ts';
import { subjectsOf } from '../testing/screen.ts';

const DEPLOY = `deploy:
  stage: deploy
  script: kubectl apply -f k8s/
  environment: production
  rules: [{ if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE == "push" }]
`;
const TEST = 'unit: { stage: test, script: npm test }\n';

/** Was it tested before it is deployed? */
async function tested(text: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const subjects = await subjectsOf({ '.gitlab-ci.yml': `${text}\n${DEPLOY}`, ...files });
  return subjects.flatMap((one) =>
    one.kind === 'deploy-job' ? [show(one.facts.testedBefore).split(' @')[0] ?? ''] : [],
  );
}

const under = (rule: string): string => `include: [{ local: ci/test.yml, rules: [${rule}] }]`;

describe('what is included under rules', () => {
  it.each([
    ['if: $CI_PIPELINE_SOURCE == "push"', 'true'],
    ['if: $CI_PIPELINE_SOURCE == "schedule"', 'false'],
    ['if: $CI_COMMIT_REF_NAME == $CI_DEFAULT_BRANCH', 'true'],
    ['{ if: $CI_PIPELINE_SOURCE == "push", when: never }, { when: always }', 'false'],
    ['when: never', 'false'],
    ['exists: [package.json]', 'true'],
    ['if: $WITH_TESTS', 'true'],
  ])('counts where they hold: %s', async (rule, expected) => {
    const rules = rule.startsWith('{') ? rule : `{ ${rule} }`;
    expect(await tested(under(rules), { 'ci/test.yml': TEST })).toEqual([expected]);
  });

  it('counts also where it includes more, and where GitLab gives the jobs', async () => {
    const files = { 'ci/all.yml': 'include: [{ local: ci/test.yml }]\n', 'ci/test.yml': TEST };
    const include = (source: string): string =>
      `include: [{ local: ci/all.yml, rules: [{ if: '$CI_PIPELINE_SOURCE == "${source}"' }] }]`;
    expect(await tested(include('push'), files)).toEqual(['true']);
    expect(await tested(include('schedule'), files)).toEqual(['false']);
  });

  it('counts when it is included in two ways and one of them holds', async () => {
    const twice = `include:
  - { local: ci/test.yml, rules: [{ if: $CI_PIPELINE_SOURCE == "schedule" }] }
  - { local: ci/test.yml, rules: [{ if: $CI_PIPELINE_SOURCE == "push" }] }`;
    expect(await tested(twice, { 'ci/test.yml': TEST })).toEqual(['true']);
  });

  it('is no pipeline of its own, even where it is never included', async () => {
    const subjects = await subjectsOf({
      '.gitlab-ci.yml': `${under('{ when: never }')}\n${DEPLOY}`,
      'ci/test.yml': TEST,
    });
    expect(subjects.filter(({ kind }) => kind === 'pipeline').map(({ id }) => id)).toHaveLength(1);
  });
});

describe('what is included from a project', () => {
  it.each([
    ['{ project: $CI_PROJECT_PATH, file: /ci/test.yml }', 'ci/test.yml'],
    ['{ project: acme/ci, file: [/test.yml] }', 'acme/ci/test.yml'],
    ['{ component: $CI_SERVER_FQDN/$CI_PROJECT_PATH/unit@$CI_COMMIT_SHA }', 'templates/unit.yml'],
    ['{ component: $CI_SERVER_FQDN/acme/ci/unit@1.0 }', 'acme/ci/templates/unit/template.yml'],
  ])('is read where it stands among the files: %s', async (entry, path) => {
    expect(await tested(`include: [${entry}]`, { [path]: TEST })).toEqual(['true']);
  });

  it('is unknown where it does not, or only a part of it', async () => {
    const open =
      /^\? it includes `\/test\.yml`, `\/more\.yml` of project `acme\/ci`, which is not among the files/;
    const include = 'include: [{ project: acme/ci, file: [/test.yml, /more.yml] }]';
    const [found] = await tested(include, { 'acme/ci/test.yml': TEST });
    expect(found).toMatch(open);
    const [outside] = await tested('include: [{ project: .., file: /test.yml }]', { 'test.yml': TEST });
    expect(outside).toMatch(/^\? it includes `\/test\.yml` of project/);
  });
});

it('names files that include each other', async () => {
  const files = { 'a.yml': 'include: b.yml\n', 'b.yml': 'include: a.yml\n' };
  const [found] = await tested('include: a.yml', files);
  expect(found).toMatch(/^\? files include each other \(`a\.yml` → `b\.yml` → `a\.yml`\)/);
});
