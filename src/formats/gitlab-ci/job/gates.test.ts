import { describe, expect, it } from 'vitest';
import { fact } from '../testing/deploy.ts';

const DEPLOY = 'deploy:\n  stage: deploy\n  script: kubectl apply -f k8s\n';
const optional = (place: string): string =>
  `? a manual job that may be skipped asks nobody but those who start it, and who may do so is set outside the files (GitLab protected environments) ${place}`;
const outside = (name: string, place: string): string =>
  `? who must approve environment \`${name}\` is set outside the files (GitLab protected environments) ${place}`;

describe('the approval', () => {
  it.each<[what: string, text: string, expected: string]>([
    ['nothing', DEPLOY, 'none @1:1'],
    ['an environment', `${DEPLOY}  environment: live\n`, outside('live', '@4:16')],
    ['a manual job that may be skipped', `${DEPLOY}  when: manual\n`, optional('@4:9')],
    [
      'a manual job that the pipeline waits for',
      `${DEPLOY}  when: manual\n  allow_failure: false\n`,
      'required @4:9',
    ],
    ['a manual rule', `${DEPLOY}  rules:\n    - when: manual\n`, 'required @5:13'],
    [
      'a manual rule that may be skipped',
      `${DEPLOY}  rules:\n    - when: manual\n      allow_failure: true\n`,
      optional('@5:13'),
    ],
    [
      'a manual rule of some branches only',
      `${DEPLOY}  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n      when: manual\n    - if: $CI_COMMIT_TAG\n`,
      'none @1:1',
    ],
    [
      'a job before that the pipeline waits for',
      `ok:\n  stage: test\n  script: echo\n  when: manual\n  allow_failure: false\n${DEPLOY}`,
      'required @4:9',
    ],
    [
      'a job before that may be skipped',
      `ok:\n  stage: test\n  script: echo\n  when: manual\n${DEPLOY}`,
      'none @5:1',
    ],
    [
      'a job that may be skipped, but is needed',
      `ok:\n  stage: test\n  script: echo\n  when: manual\n${DEPLOY}  needs: [ok]\n`,
      'required @4:9',
    ],
    [
      'a gate in a stage that the deploy does not wait for',
      `ok:\n  stage: test\n  script: echo\n  rules: [{ when: manual }]\n${DEPLOY}  needs: []\n`,
      'none @5:1',
    ],
    [
      'a template elsewhere',
      `${DEPLOY}  extends: .gate\n`,
      '? `deploy` extends `.gate`, which is not among the files @4:12',
    ],
  ])('knows %s', async (_, text, expected) => {
    expect(await fact('approval', text)).toEqual([expected]);
  });
});

describe('one deploy at a time', () => {
  it.each<[what: string, text: string, expected: string]>([
    ['nothing', DEPLOY, 'false @1:1'],
    ['a resource group', `${DEPLOY}  resource_group: live\n`, 'true @4:19'],
    ['a group for each run', `${DEPLOY}  resource_group: $CI_PIPELINE_ID\n`, 'false @4:19'],
    [
      'that newer commits cancel it by default',
      `default: { interruptible: true }\n${DEPLOY}  resource_group: live\n`,
      'false @1:27',
    ],
    [
      'that newer commits cancel nothing',
      `workflow: { auto_cancel: { on_new_commit: none } }\ndefault: { interruptible: true }\n${DEPLOY}  resource_group: live\n`,
      'true @6:19',
    ],
    [
      'that it inherits no defaults',
      `default: { interruptible: true }\n${DEPLOY}  resource_group: live\n  inherit: { default: [image] }\n`,
      'true @5:19',
    ],
  ])('knows %s', async (_, text, expected) => {
    expect(await fact('serialized', text)).toEqual([expected]);
  });
});

describe('the time limit', () => {
  it.each([
    ['timeout: 1h 30m', '90 @4:12'],
    ['timeout: 3 hours 30 minutes', '210 @4:12'],
    ['timeout: "1:30:00"', '90 @4:12'],
    ['timeout: 90', '1.5 @4:12'],
    ['timeout: 1 day and 2 hours', '1560 @4:12'],
    ['timeout: soon', '? `soon` is not understood as a duration @4:12'],
    ['timeout: $HOW_LONG', '? `$HOW_LONG` is not understood as a duration @4:12'],
    ['tags: [live]', '? how long jobs of the project may take is set outside the files (GitLab) @1:1'],
  ])('is that of `%s`', async (line, expected) => {
    expect(await fact('timeLimit', `${DEPLOY}  ${line}\n`)).toEqual([expected]);
  });

  it('is that of the defaults', async () => {
    expect(await fact('timeLimit', `${DEPLOY}default: { timeout: 20 minutes }\n`)).toEqual(['20 @4:21']);
  });
});
