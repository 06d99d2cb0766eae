import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess/index.ts';
import { planFrom, planText } from '../plan/testing/print.ts';
import type { Rule, RuleEvaluation } from '../policy/index.ts';
import { EVIL } from '../reporters/testing/stories.ts';
import { NOTHING } from './outline/words.ts';
import { renderPlan, type Material, type PartId } from './index.ts';

const RULE: Rule = {
  id: 'delivery/strategy-as-planned',
  title: 'Releases use the planned strategy',
  description: '',
  severity: 'error',
  appliesTo: ['plan-environment'],
  uses: [],
  reads: [],
  requiredFor: [],
  criteria: ['rollback'],
  required: false,
  controls: { soc2: ['CC8.1'] },
  statements: ['delivery.environments.<name>.strategy'],
  remediation: '',
  links: [],
};

const PLAN = planText(
  `delivery:
  stages: [{ name: build, kind: build }, { name: go-live, kind: deploy, environment: production }]
  environments:
    staging: { strategy: rolling }
    production: { strategy: canary, rollback: { mechanism: redeploy, maxMinutes: 5 } }
`,
  '[{ name: staging }, { name: production }]',
);

const environment = (name: string): { kind: 'plan-environment'; subject: string } => ({
  kind: 'plan-environment',
  subject: `deployment-plan.yaml:environments.${name}`,
});

const JUDGED: RuleEvaluation = {
  violations: [
    { ...environment('production'), path: ['strategy'], message: 'The files have rolling.', related: [] },
  ],
  undecided: [],
  examined: [environment('staging'), environment('production')],
};

function material(text: string, only?: readonly PartId[]): Material {
  const { plan } = planFrom(text);
  if (!plan) throw new Error('no plan');
  const { subjects, statements, completeness, identity } = plan;
  const known = subjects.some(({ id }) => id === environment('production').subject);
  const report = assess({
    tool: { version: '0.1.0', policyDigest: '' },
    rules: [RULE],
    evaluation: new Map(known ? [[RULE.id, JUDGED]] : []),
    subjects,
    plan: { ...identity, sha256: '' },
    statements,
    completeness,
    tailoring: new Map(),
    waivers: [],
    diagnostics: [],
    files: [],
    scope: [],
    failOn: 'error',
    today: '2026-11-24',
    asOf: true,
  });
  return { report, statements, subjects, ...(only && { only }) };
}

describe('Markdown', () => {
  it('has diagrams, what is missing, and each statement with its evidence or its lack', async () => {
    expect(await renderPlan(material(PLAN, ['pipeline']), 'markdown')).toMatchInlineSnapshot(`
      "# Shop

      held against 2026-11-24

      **Failed.** 1 finding of severity error or higher. No file was examined. 5 criteria are not assessed: devops-practices, security-compliance, delivery-pipeline, monitoring-alerting, timeline-resources.

      7 statements: 1 not as the files have it, 1 with checks that passed, 5 that nothing in the files shows. ✓ checks that hold the statement passed; ✗ the files, or the plan itself, say otherwise; ? the files do not tell; ! not so, and accepted; – nothing in the files shows it.

      ## CI/CD pipeline

      ### Pipeline: stages, gates, deployments and the way back

      Stages as the plan states them. Gates stop what does not pass; dashed lines are the way back when a deployment fails.

      \`\`\`mermaid
      flowchart LR
        accTitle: Pipeline: stages, gates, deployments and the way back
        n1["build"]
        n2["go-live<br/>deploy<br/>canary"]:::strong
        n3(["back by redeploy<br/>5 minutes at most"])
        n4["deploy to staging<br/>deploy<br/>rolling"]
        n2 -.->|"fails"| n3
        n1 --> n2
        n1 --> n4
        classDef strong stroke-width:3px
      \`\`\`

      ### What the plan lacks

      - **Configure automated testing integration**
        - automated tests: belongs at \`delivery.tests\`, as in \`[unit, integration, smoke]\`
      - **Implement approval gates and quality checks**
        - approval gate of \`production\`: belongs at \`delivery.environments.production.approvals\`, as in \`{ required: 1, by: [release-managers], preventSelfReview: true }\`
        - quality checks: belongs at \`delivery.qualityGates\`, as in \`[{ name: vulnerabilities, measure: vulnerabilities, atMost: 0 }]\`
      - **Design rollback mechanisms**
        - rollback of \`staging\`: belongs at \`delivery.environments.staging.rollback\`, as in \`{ mechanism: redeploy, maxMinutes: 15, procedure: docs/runbooks/rollback.md }\`

      ### Stages

      | Statement | Says | Evidence |
      | --- | --- | --- |
      | **build** |  |  |
      | kind | build | – Nothing in the files shows this. |
      | **go-live** |  |  |
      | kind | deploy | – Nothing in the files shows this. |
      | environment | production | – Nothing in the files shows this. |

      ### Deployments by environment

      | Statement | Says | Evidence |
      | --- | --- | --- |
      | **staging** |  |  |
      | strategy | rolling | ✓ 1 check passed. \`delivery/strategy-as-planned\` |
      | **production** |  |  |
      | strategy | canary | ✗ The files have rolling. \`delivery/strategy-as-planned\` at \`deployment-plan.yaml:9:29\` |
      | **production: rollback** |  |  |
      | mechanism | redeploy | – Nothing in the files shows this. |
      | max minutes | 5 | – Nothing in the files shows this. |
      "
    `);
  });

  it('has the six parts that the task asks for, in its order, and the rest behind them', async () => {
    const text = await renderPlan(material(PLAN), 'markdown');
    expect(text.match(/^## .*$/gm)).toEqual([
      '## Criteria',
      '## About the plan',
      '## Infrastructure architecture',
      '## CI/CD pipeline',
      '## Security controls and compliance measures',
      '## Monitoring and observability',
      '## Deployment procedures and runbooks',
      '## Disaster recovery procedures',
      '## Timeline, resources and review',
    ]);
  });

  it('names each statement once', async () => {
    const rich = material(
      planText(
        'security: { secrets: { manager: vault }, scanning: [sast, dast] }\nrecovery: { backups: [{ component: db, every: 1h, keepDays: 7 }] }\n',
      ),
    );
    const text = await renderPlan(rich, 'markdown');
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && line.includes(NOTHING));
    const silent = (rich.report.statements ?? []).filter(({ evidence }) => evidence.length === 0);
    // All but the plan's title, which is prose, and what the group is called by; environments have a row for their name alone.
    expect(rows).toHaveLength(silent.length - 2);
  });
});

describe('HTML', () => {
  it('needs nothing from elsewhere, and runs nothing', async () => {
    const text = await renderPlan(material(PLAN), 'html');
    const markup = text.replace(/<style>[\s\S]*?<\/style>/g, '');
    expect(text).toMatch(
      /content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/]{43}=&#39;; base-uri/,
    );
    expect(markup).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b/i);
    expect(markup.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\s(?:src|srcset|action|style|on\w+)=/i);
    for (const [, target = ''] of markup.matchAll(/(?:href="|url\()([^")]*)/g)) expect(target).toMatch(/^#/);
  });

  it('is in order for people who do not see it', async () => {
    const text = await renderPlan(material(PLAN), 'html');
    const markup = text.replace(/<style>[\s\S]*?<\/style>/g, '');
    const levels = [...markup.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, target = ''] of markup.matchAll(/(?:href="#|url\(#|aria-labelledby=")([^")]*)/g))
      for (const id of target.split(' ')) expect(ids).toContain(id);
    for (const [table] of markup.matchAll(/<table[\s\S]*?<\/table>/g))
      expect(table).toMatch(/<caption[\s\S]*<th scope="col"/);
  });

  it('shows what was found of a statement, where', async () => {
    const text = await renderPlan(material(PLAN, ['pipeline']), 'html');
    const start = text.indexOf('The files have rolling.');
    expect(text.slice(text.lastIndexOf('<tr>', start), text.indexOf('</tr>', start))).toMatchInlineSnapshot(`
      "<tr>
      <th scope="row" title="deployment-plan.yaml:9:29">strategy</th>
      <td class="says">canary</td>
      <td><ul>
      <li class="violated">
      <span class="sign" aria-hidden="true">✗</span> The files have rolling.
      <span class="where"><span class="rule">delivery/strategy-as-planned</span> <code class="place">deployment-plan.yaml:9:29</code></span>
      </li> 
      </ul></td>
      "
    `);
  });
});

describe('names from the plan', () => {
  const quoted = JSON.stringify(EVIL);
  const evil = planText(
    `architecture: { components: [{ name: ${quoted}, description: ${quoted}, files: [${quoted}] }] }\ndelivery: { environments: { ${quoted}: { strategy: rolling } } }\n`,
    `[{ name: ${quoted} }]`,
  );

  it('stay text in HTML', async () => {
    const text = await renderPlan(material(evil), 'html');
    expect(text).not.toContain(EVIL.slice(0, 20));
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });

  it('stay text in Markdown', async () => {
    const text = await renderPlan(material(evil), 'markdown');
    const kinds = nodesOf(fromMarkdown(text)).map((node) => (node.type === 'html' ? node.value : node.type));
    expect([...new Set(kinds)].sort()).toEqual([
      '<br>',
      'code',
      'heading',
      'inlineCode',
      'list',
      'listItem',
      'paragraph',
      'root',
      'strong',
      'text',
    ]);
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });
});

it('the same material gives the same bytes', async () => {
  for (const format of ['markdown', 'html'] as const)
    expect(await renderPlan(material(PLAN), format)).toBe(await renderPlan(material(PLAN), format));
});

function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}
