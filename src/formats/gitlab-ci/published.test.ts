import { expect, it } from 'vitest';
import { publishedWarnings } from '../../../test/support/published.ts';
import { format } from './index.ts';

const warnings = (text: string): Promise<readonly string[]> =>
  publishedWarnings(format, '.gitlab-ci.yml', text);

it("GitLab's schema warns of keys that jobs do not have, and of what they must not be", async () => {
  const text = `
stages: build
test:
  scripts: [npm test]
deploy:
  script: { run: make }
  when: manually
  artifacts: { path: [dist] }
`;
  expect(await warnings(text)).toEqual([
    '2 "stages" must be a list, found the text "build".',
    '4 "test" has no property "scripts". Did you mean "script"?',
    '6 "deploy.script" must be a text or a list, found a mapping.',
    '7 "deploy.when" must be "on_success", "on_failure", "always", "never", "manual" or "delayed", found the text "manually". Did you mean "manual"?',
    '8 "deploy.artifacts" has no property "path". Did you mean "paths"?',
  ]);
});

it('takes variables, inputs and references for anything, and allows what jobs get from elsewhere', async () => {
  const text = `
.base: { script: [make], rules: !reference [.rules, all] }
deploy:
  extends: .base
  when: $[[ inputs.when ]]
  retry: $RETRIES
  variables: { A: 1, B: { value: x } }
  script: !reference [.base, script]
`;
  expect(await warnings(text)).toEqual([]);
});
