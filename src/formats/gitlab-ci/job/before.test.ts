import { describe, expect, it } from 'vitest';
import { subjectsOf, show } from '../testing/screen.ts';
import { fact } from '../testing/deploy.ts';

const TEST = 'unit:\n  script: npm test\n';
const DEPLOY = 'deploy:\n  stage: deploy\n  script: kubectl apply -f k8s\n';

describe('tests before a deploy', () => {
  it.each<[what: string, text: string, expected: string]>([
    ['in an earlier stage', `${TEST}${DEPLOY}`, 'true @2:11'],
    ['in the same stage', `${TEST}  stage: deploy\n${DEPLOY}`, 'false @4:1'],
    ['in a stage that it does not wait for', `${TEST}${DEPLOY}  needs: []\n`, 'false @3:1'],
    [
      'in a job of its own stage that it needs',
      `${TEST}  stage: deploy\n${DEPLOY}  needs: [unit]\n`,
      'true @2:11',
    ],
    [
      'through a job that needs nothing',
      `${TEST}build:\n  stage: build\n  needs: []\n  script: docker build .\n${DEPLOY}  needs: [build]\n`,
      'false @7:1',
    ],
    [
      'in a job that a rule has it wait for',
      `${TEST}  stage: deploy\n${DEPLOY}  needs: []\n  rules: [{ if: $CI_COMMIT_TAG, needs: [unit] }]\n`,
      'true @2:11',
    ],
    [
      'in a job that one of its rules does not wait for',
      `${TEST}${DEPLOY}  needs: [unit]\n  rules: [{ if: $CI_COMMIT_TAG }, { if: $CI_COMMIT_BRANCH, needs: [] }]\n`,
      'false @3:1',
    ],
    [
      'in a job that one of its rules names, and the other waits for by its stage',
      `${TEST}${DEPLOY}  rules: [{ if: $CI_COMMIT_TAG }, { if: $CI_COMMIT_BRANCH, needs: [unit] }]\n`,
      'true @2:11',
    ],
    ['that may fail', `${TEST}  allow_failure: true\n${DEPLOY}`, 'false @4:1'],
    [
      'that may fail with some codes',
      `${TEST}  allow_failure: { exit_codes: 7 }\n${DEPLOY}`,
      '? some exit codes do not count as a failure (`allow_failure:exit_codes`) @3:32',
    ],
    ['that somebody may start', `${TEST}  when: manual\n${DEPLOY}`, 'false @4:1'],
    ['that somebody must start', `${TEST}  rules: [{ when: manual }]\n${DEPLOY}`, 'true @2:11'],
    ['whatever they say', `${TEST}${DEPLOY}  when: always\n`, 'false @3:1'],
    [
      'in a script without exit codes',
      `unit: { script: [set +e, npm test, echo done] }\n${DEPLOY}`,
      'false @2:1',
    ],
    [
      'by their report',
      `unit: { script: ./verify, artifacts: { reports: { junit: x.xml } } }\n${DEPLOY}`,
      'true @1:51',
    ],
    [
      'in merge requests only',
      `${TEST}  only: [merge_requests]\n${DEPLOY}`,
      '? `.gitlab-ci.yml` does so on merge requests, and whether it must pass before merging is set outside the files @4:1',
    ],
    [
      'on tags only, where it deploys from a branch',
      `${TEST}  rules: [{ if: $CI_COMMIT_TAG }]\n${DEPLOY}  rules: [{ if: $CI_COMMIT_BRANCH }]\n`,
      'false @4:1',
    ],
    [
      'in a stage that nothing lists',
      `stages: [test]\n${TEST}${DEPLOY}`,
      '? stage `deploy` of `deploy` is not among those of its pipeline @5:10',
    ],
    [
      'in a file that is missing',
      `include: ci/test.yml\n${DEPLOY}`,
      '? it includes `ci/test.yml`, which is not among the files @1:10',
    ],
    [
      'in a job that is missing',
      `${DEPLOY}  needs: [unit]\n`,
      '? `deploy` needs `unit`, which is not among the files @4:11',
    ],
    [
      'in an optional job that is missing',
      `${DEPLOY}  needs: [{ job: unit, optional: true }]\n`,
      'false @1:1',
    ],
    [
      'in another pipeline',
      `${DEPLOY}  needs: [{ pipeline: other/project }]\n`,
      '? `deploy` needs `other/project` of another pipeline @4:11',
    ],
  ])('are found %s', async (_, text, expected) => {
    expect(await fact('testedBefore', text)).toEqual([expected]);
  });

  it.each([
    ['depend', 'true @child.yml:1:14'],
    ['none', 'false @.gitlab-ci.yml:2:1'],
  ])('of a child pipeline count when the parent waits for it: %s', async (strategy, expected) => {
    const subjects = await subjectsOf({
      '.gitlab-ci.yml': `tests: { trigger: { include: child.yml, strategy: ${strategy} } }\n${DEPLOY}`,
      'child.yml': 'a: { script: npm test }\n',
    });
    const found = subjects.flatMap((subject) =>
      subject.kind === 'deploy-job' ? [subject.facts.testedBefore] : [],
    );
    expect(
      found.map((one) => `${show({ value: one.value })} @${one.at?.file.path}:${show(one).split('@')[1]}`),
    ).toEqual([expected]);
  });
});

describe('scans before a deploy', () => {
  it.each<[what: string, text: string, expected: string]>([
    ["by a template of GitLab's", 'include: { template: Jobs/SAST.gitlab-ci.yml }\n', 'false @2:1'],
    [
      'by a template whose job may not fail',
      'include: { template: Jobs/Secret-Detection.gitlab-ci.yml }\nsecret_detection: { allow_failure: false }\n',
      '? whether the findings of `artifacts:reports:secret_detection` fail the job is set outside the files @1:12',
    ],
    [
      'by a template that is not known',
      'include: { template: Mine.gitlab-ci.yml }\n',
      "? it includes GitLab's template `Mine.gitlab-ci.yml`, whose jobs are not known here @1:22",
    ],
    ['by a command', 'scan: { script: trivy image --exit-code 1 x }\n', 'true @1:17'],
  ])('are found %s', async (_, text, expected) => {
    expect(await fact('scannedBefore', `${text}${DEPLOY}`)).toEqual([expected]);
  });
});
