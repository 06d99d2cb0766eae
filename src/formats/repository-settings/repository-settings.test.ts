import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screen } from '../../../test/support/screen.ts';
import type { Subject } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { detect } from './detect.ts';
import { normalize } from './normalize.ts';

function subjectsOf(path: string, text: string): readonly Subject[] {
  const { documents } = (path.endsWith('.json') ? parseJson : parseYaml)(sourceFile(path, text));
  return normalize(documents.filter(detect)).subjects;
}

const valueIn = (fact: unknown): unknown =>
  typeof fact === 'object' && fact !== null && 'value' in fact ? fact.value : fact;

const api = (value: unknown): readonly string[] =>
  subjectsOf('protection/a.json', JSON.stringify(value)).map(({ kind, name, facts }) =>
    [kind, name, ...Object.values(facts).map((fact) => JSON.stringify(valueIn(fact)))].join(' '),
  );

const SETTINGS = `repository:
  name: shop
branches:
  - name: main
    protection:
      required_pull_request_reviews:
        required_approving_review_count: 2
      required_status_checks:
        strict: true
        contexts: [test]
      enforce_admins: true
  - name: old
    protection: null
  - name: left
environments:
  - name: production
    reviewers:
      - { type: Team, id: 7 }
    prevent_self_review: true
    deployment_branch_policy:
      protected_branches: true
      custom_branch_policies: false
  - name: staging
    deployment_branch_policy: null
`;

it('reads a file of settings', async () => {
  await expect(screen(subjectsOf('.github/settings.yml', SETTINGS))).toMatchFileSnapshot(
    'samples/settings.txt',
  );
});

const OPEN = '{"unknown":"the file does not name its repository"}';

it.each<[policy: string, limited: boolean]>([
  ['{ custom_branches: [main, "release/*"] }', true],
  ['{ custom_branches: ["*"] }', false],
  ['{ custom_branch_policies: [{ name: main }] }', true],
  ['{ custom_branch_policies: [{ name: "**" }] }', false],
  ['{ custom_branches: [] }', false],
])('the policy %s limits branches: %s', (policy, limited) => {
  const text = `environments:\n  - name: production\n    deployment_branch_policy: ${policy}\n`;
  const [gate] = subjectsOf('.github/settings.yml', text);
  expect(gate?.kind === 'gate' && gate.facts.branchesLimited.value).toBe(limited);
});

describe('answers of APIs', () => {
  it.each<[what: string, value: unknown, expected: string[]]>([
    [
      'environments of GitHub',
      {
        total_count: 2,
        environments: [
          {
            name: 'production',
            protection_rules: [
              { type: 'wait_timer', wait_timer: 30 },
              { type: 'required_reviewers', prevent_self_review: false, reviewers: [{ type: 'User' }] },
            ],
            deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
          },
          { name: 'qa', protection_rules: [], deployment_branch_policy: null },
        ],
      },
      [
        `gate production "github-actions" ${OPEN} "production" true 1 false true null`,
        `gate qa "github-actions" ${OPEN} "qa" false 0 false false null`,
      ],
    ],
    [
      'the protection of a branch',
      {
        url: 'https://api.github.com/repos/acme/shop/branches/release%2F1/protection',
        required_status_checks: { contexts: ['test'], checks: [{ context: 'test' }, { context: 'scan' }] },
        enforce_admins: { enabled: true },
        allow_force_pushes: { enabled: true },
        required_signatures: { enabled: false },
      },
      ['branch-protection release/1 "github-actions" "acme/shop" "release/1" 0 ["test","scan"] true false'],
    ],
    [
      'a ruleset',
      {
        name: 'Main',
        target: 'branch',
        enforcement: 'active',
        conditions: { ref_name: { include: ['~DEFAULT_BRANCH', 'refs/heads/release/*'], exclude: [] } },
        rules: [
          { type: 'non_fast_forward' },
          { type: 'pull_request', parameters: { required_approving_review_count: 1 } },
        ],
      },
      [`branch-protection Main "github-actions" ${OPEN} "~DEFAULT_BRANCH, release/*" 1 null false null`],
    ],
    ['one that is only tried', { name: 'Main', target: 'branch', enforcement: 'evaluate', rules: [] }, []],
    [
      'protected environments of GitLab',
      [
        { name: 'production', deploy_access_levels: [{}], approval_rules: [{ required_approvals: 2 }] },
        { name: 'staging', deploy_access_levels: [], required_approval_count: 0 },
      ],
      [
        `gate production "gitlab-ci" ${OPEN} "production" true 2 {"unknown":"whether who starts a pipeline may approve it is set on the project"} null null`,
        `gate staging "gitlab-ci" ${OPEN} "staging" false 0 {"unknown":"whether who starts a pipeline may approve it is set on the project"} null null`,
      ],
    ],
    [
      'protected branches of GitLab',
      [{ name: 'main', push_access_levels: [], merge_access_levels: [], allow_force_push: true }],
      [`branch-protection main "gitlab-ci" ${OPEN} "main" null null true null`],
    ],
    ['anything else', [{ name: 'a' }, { rules: [] }], []],
  ])('%s', (_, value, expected) => {
    expect(api(value)).toEqual(expected);
  });
});

it('never throws', () => {
  const node = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(
        null,
        true,
        3,
        '%',
        'https://x/repos/a/b/branches/%E0/protection',
        'active',
        'branch',
      ),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'name',
          'url',
          'enforce_admins',
          'enforcement',
          'rules',
          'environments',
          'branches',
          'protection',
          'protection_rules',
          'reviewers',
          'conditions',
          'type',
          'target',
          'deploy_access_levels',
          'push_access_levels',
          'merge_access_levels',
          'approval_rules',
        ),
        tie('any'),
      ),
    ),
  })).any;
  fc.assert(
    fc.property(node, (value) => {
      const text = JSON.stringify(value);
      for (const path of ['a.json', '.github/settings.yml']) {
        screen(subjectsOf(path, text));
      }
    }),
    { numRuns: 200 },
  );
});
