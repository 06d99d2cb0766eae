import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { STORIES } from '../testing/sarif.ts';
import { hostile, large } from '../testing/stories.ts';
import { consistent, drifted } from '../testing/webshop.ts';
import { markdownReporter } from './index.ts';
import { LIMIT } from './limit.ts';
import { code, text } from './text.ts';

const render = (report: typeof drifted): string =>
  markdownReporter.render(report, { color: false, width: 100 });

test('a drifted deployment, whole', () => {
  expect(render(drifted)).toMatchInlineSnapshot(`
    "## ✗ Planproof: failed

    Deployment plan \`Webshop 2.0\`, version \`3\`, owned by \`platform\`.

    - 2 findings of severity error or higher.
    - 1 file could not be read completely.
    - 4 criteria are not assessed: devops-practices, delivery-pipeline, monitoring-alerting, rollback.

    5 findings (2 errors, 2 warnings, 1 note), 1 waived, 1 undecided.

    ### Criteria

    | State | Criterion | Checks | Passed | Violated | Undecided | Waived |
    | --- | --- | --: | --: | --: | --: | --: |
    | ? not assessed | **Plan adheres to DevOps best practices** \`devops-practices\`<br>Undecided once: Production deploys need an approval. | 4 | 1 | 2 | 1 | 0 |
    | ✗ not met | **Security and compliance requirements are addressed** \`security-compliance\`<br>Violated once: Containers are not privileged. | 6 | 2 | 3 | 0 | 1 |
    | ? not assessed | **Automated deployment pipeline is fully defined** \`delivery-pipeline\`<br>Undecided once: Production deploys need an approval. | 1 | 0 | 0 | 1 | 0 |
    | ? not assessed | **Monitoring and alerting is comprehensive** \`monitoring-alerting\`<br>Nothing to examine for: Critical services have alerts for each signal. | 0 | 0 | 0 | 0 | 0 |
    | ? not assessed | **Rollback procedures are clearly documented** \`rollback\`<br>Nothing to examine for: Backups are made as often as the plan promises. | 3 | 2 | 1 | 0 | 0 |
    | ✗ not met | **Plan is aligned with project timelines and resources** \`timeline-resources\`<br>Violated once: The plan names the people it needs. | 1 | 0 | 1 | 0 | 0 |

    ### What is monitored

    8 cells: 2 met, 3 not met, 1 unknown, 2 not applicable. ✓ met, ✗ not met, ? unknown, – not applicable.

    | Components | metrics | traces | availability | errors | runbook |
    | --- | --- | --- | --- | --- | --- |
    | \`checkout\` | ✓ | – | ? | ✗ | ✓ |

    | Infrastructure | alert | route | runbook |
    | --- | --- | --- | --- |
    | \`Machines\` | ✗ | ✗ | – |

    ### Findings

    **The plan names the people it needs** \`plan/people-stated\`, error

    - \`deployment-plan.yaml:14:3\` The plan names nobody who carries it out.

    To fix: Name people with role, allocation and contact under \`resources.people\`.

    **Containers are not privileged** \`workload/containers-not-privileged\`, error · [Pod Security Standards](<https://kubernetes.io/docs/concepts/security/pod-security-standards/>)

    - \`kubernetes/checkout/deployment.yaml:12:25\` (\`production\`) Container payments-proxy of checkout is privileged.

    To fix: Set privileged to false, and add the single capabilities that the container needs.

    **Third-party actions are pinned to a commit** \`supply-chain/actions-pinned\`, warning

    - \`.github/workflows/deploy.yml:9:15\` Action \`azure/setup-kubectl@v4\` is named by a moving tag.
    - \`.github/workflows/deploy.yml:10:15\` Action \`docker/login-action@v3\` is named by a moving tag.

    To fix: Name the action by the full hash of a commit.

    **Runbooks have the sections that an operator needs** \`documentation/runbook-sections\`, note

    - \`docs/runbooks/rollback.md:1:1\` Runbook \`docs/runbooks/rollback.md\` has no section on verification.

    To fix: Add the missing sections.

    ### What is not monitored, or not known to be

    - ✗ \`checkout\` errors: No alert on errors is about it.
    - ✗ \`Machines\` alert: No alert is about that.
    - ✗ \`Machines\` route: There is no alert that could reach anybody.
    - ? \`checkout\` availability: Unknown because Up watches whichever services there are, without naming them.

    ### Not read, or not as it should be

    - note \`charts/checkout/templates/service.yaml\` A Helm template is not examined before it is rendered.
    - error \`monitoring/alerts.yaml\` A mapping value is not allowed here.

    ### Undecided: the files do not tell

    - \`delivery/production-deploy-approved\` Unknown because the reviewers of the environment "production" are not kept in the files. \`.github/workflows/deploy.yml:5:18\`

    ### Waivers

    - \`encryption/object-store-encrypted\` for \`subjects aws_s3_bucket.exports\`, active, covers 1: Exports hold no personal data and are deleted nightly. Until \`2027-01-31\`, approved by \`ciso@webshop.example\`. \`deployment-plan.yaml:13:1\`
    - \`supply-chain/*\` for \`everything\`, expired, covers 0: Actions are pinned once the mirror is there. Until \`2026-10-31\`, approved by nobody. \`deployment-plan.yaml:8:1\`

    <sub>Planproof \`0.1.0\`: 11 checks of 12 subjects in 8 files; plan \`7fa209ff008c4bc6\`, policies \`5b3a02e57af9b55a\`.</sub>
    "
  `);
});

test('a deployment without findings has no section on them', () => {
  expect(render(consistent)).not.toContain('### Findings');
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

test('whatever is written, text stays text', () => {
  const signs = fc.constantFrom(...Array.from('`*_~[]()<>#@!|\\:/.-+=&$^%"\'{} \n\t1aé'));
  const words = fc.oneof(fc.string({ unit: signs }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(words, (raw) => {
      for (const written of [text(raw), code(raw)]) {
        expect(written).not.toMatch(/[\n|]/);
        const nodes = nodesOf(fromMarkdown(`- ${written}`));
        const types = new Set(nodes.map(({ type }) => type));
        for (const type of ['root', 'list', 'listItem', 'paragraph', 'text', 'inlineCode'])
          types.delete(type);
        expect([...types]).toEqual([]);
        expect(nodes.filter(({ type }) => type === 'list').length).toBe(1);
        // No sign that hosts make something of, outside of code.
        const plain = nodes.flatMap(({ type, value = '' }) => (type === 'text' ? [value] : []));
        expect(plain.join(' ')).not.toMatch(/[@#<>[\]*_~$|\\/&`]/);
      }
    }),
    { seed: 7, numRuns: 500 },
  );
});

test.each([
  [
    'Container payments-proxy of checkout is privileged.',
    'Container payments-proxy of checkout is privileged.',
  ],
  ['See infrastructure/main.tf:3, then ask @ops.', 'See `infrastructure/main.tf:3`, then ask `@ops`.'],
  ['1. Fixes #12 and GH-7', '`1`. Fixes `#12` and `GH-7`'],
  ['since 11bd71901bbe5b1630ceea73d27597364c9af683', 'since `11bd71901bbe5b1630ceea73d27597364c9af683`'],
  ['a ``b` c', 'a ``` ``b` ``` c'],
  ['x | y <script>', 'x `\\x7c` y `<script>`'],
  ['Define environments (dev, staging, production)', 'Define environments (dev, staging, production)'],
  ['strategies (blue/green, canary, etc.).', 'strategies (`blue/green`, canary, etc.).'],
  [
    'the rollback (step-3/rollback): see f(x), (@ops) and (GH-7)',
    'the rollback (`step-3/rollback`): see `f(x)`, (`@ops`) and (`GH-7`)',
  ],
  ['1) one, 2) two, in (2026)', '`1)` one, 2) two, in (2026)'],
  ['[a](b) [a] (b) (c)', '`[a](b) [a]` (b) (`c`)'],
  ['() (( )) :)', '`() (( )) :)`'],
  ['a (b_c d_e) f_g (h', 'a (`b_c d_e`) `f_g` (h'],
])('%j is written as %j', (raw, written) => {
  expect(text(raw)).toBe(written);
});

test('a hostile deployment makes no markup of its own', () => {
  const types = new Map<string, number>();
  for (const { type, value, url } of nodesOf(fromMarkdown(render(hostile())))) {
    if (type === 'html') expect(value).toMatch(/^<(?:br|\/?sub)>$/);
    // The pages that our own rules name.
    if (type === 'link') expect(url).toMatch(/^https:\/\/kubernetes\.io\//);
    types.set(type, (types.get(type) ?? 0) + 1);
  }
  expect(
    [...types.keys()].filter(
      (type) => /image|linkReference|definition|code$/i.test(type) && type !== 'inlineCode',
    ),
  ).toEqual([]);
});

test('it stays within the limit and says what was left out', () => {
  const diagnostics = Array.from({ length: 3000 }, (_, index) => ({
    code: 'yaml/syntax',
    level: 'error' as const,
    message: 'A mapping value is not allowed here.',
    path: `monitoring/rules-${index}.yaml`,
  }));
  const long = render({ ...large(3000), diagnostics });
  expect(long.length).toBeLessThanOrEqual(LIMIT);
  expect(long).toMatch(/\*\*Left out, since a comment holds 65,536 characters:\*\* .*\d/);
  for (const report of Object.values(STORIES)) expect(render(report).length).toBeLessThanOrEqual(LIMIT);
});
