import { expect, it } from 'vitest';
import { workflow } from '../testing/environments.ts';
import { factsOf } from '../testing/tree.ts';

const TESTS = `on: pull_request
jobs:
  test:
    runs-on: x
    steps: [{ run: npm test }]
`;
const protection = (name: string, contexts: string, pattern = 'main'): string =>
  `resource "github_branch_protection" "${name}" {\n  repository_id = "${name}"\n  pattern = "${pattern}"\n  required_status_checks {\n    contexts = ${contexts}\n  }\n}\n`;

const tested = async (terraform: string): Promise<string> =>
  factsOf(
    {
      'tf/main.tf': terraform,
      '.github/workflows/test.yml': TESTS,
      '.github/workflows/deploy.yml': workflow('production'),
    },
    'deploy-job',
    'testedBefore',
  );

it('tests of requests came before a deploy where the main branch asks for them', async () => {
  expect(await tested(protection('shop', '["test"]'))).toMatchInlineSnapshot(`
    "deploy-0 (production)
      testedBefore: true @3:3 (it must pass before merging, by this @tf/main.tf:5:16) (on pull requests @.github/workflows/test.yml:5:20)"
  `);
  expect(await tested(protection('shop', '["Tests / test"]', '*'))).toContain('testedBefore: true');
  expect(await tested(protection('shop', '["test (20)"]'))).toContain('testedBefore: true');
});

it.each([
  ['nothing is protected', ''],
  ['another check is asked for', protection('shop', '["tests"]')],
  ['another branch asks', protection('shop', '["test"]', 'release/*')],
  ['one repository asks, and another does not', protection('shop', '["test"]') + protection('other', '[]')],
  ['what is asked is not known', `variable "checks" {}\n${protection('shop', 'var.checks')}`],
])('that is open where %s', async (_, terraform) => {
  expect(await tested(terraform)).toContain('testedBefore: unknown because');
});
