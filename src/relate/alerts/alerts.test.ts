import { describe, expect, it } from 'vitest';
import { factsOf } from '../testing/tree.ts';

const rules = (...alerts: readonly string[]): string =>
  `groups:\n  - name: g\n    rules:\n${alerts.map((alert) => `      - ${alert}\n`).join('')}`;

const alert = (name: string, severity: string, runbook?: string): string =>
  `{ alert: ${name}, expr: up == 0, labels: { severity: ${severity} }${
    runbook === undefined ? '' : `, annotations: { runbook_url: ${JSON.stringify(runbook)} }`
  } }`;

const router = (critical: string, otherwise: string, ...notifying: readonly string[]): string => `
route:
  receiver: ${otherwise}
  routes:
    - { receiver: ${critical}, matchers: [severity="critical"] }
receivers:
${[critical, otherwise].map((name) => `  - { name: ${name}${notifying.includes(name) ? ', webhook_configs: [{ url: http://x.example }]' : ''} }`).join('\n')}
`;

const receivers = (files: Readonly<Record<string, string>>): Promise<string> =>
  factsOf(files, 'alert', 'receivers');
const runbooks = (files: Readonly<Record<string, string>>): Promise<string> =>
  factsOf(files, 'alert', 'runbookDocument');

describe('whom an alert reaches', () => {
  const alerts = rules(alert('Down', 'critical'), alert('Slow', 'warning'));

  it('is what the router says', async () => {
    expect(
      await receivers({
        'monitoring/rules.yaml': alerts,
        'monitoring/alertmanager.yaml': router('pager', 'chat', 'pager', 'chat'),
      }),
    ).toMatchInlineSnapshot(`
      "Down
        receivers: ["pager"] @4:59 (routed here @monitoring/alertmanager.yaml:2:1)
      Slow
        receivers: ["chat"] @5:59 (routed here @monitoring/alertmanager.yaml:2:1)"
    `);
  });

  it('is nobody when the receiver notifies nobody', async () => {
    expect(await receivers({ 'rules.yaml': alerts, 'alertmanager.yaml': router('pager', 'nobody', 'pager') }))
      .toMatchInlineSnapshot(`
      "Down
        receivers: ["pager"] @4:59 (routed here @alertmanager.yaml:2:1)
      Slow
        receivers: [] @5:59 (routed here @alertmanager.yaml:2:1)"
    `);
  });

  it('is not known without a router', async () => {
    expect(await receivers({ 'rules.yaml': alerts })).toMatchInlineSnapshot(`
      "Down
        receivers: unknown because no alert route was found in the files @4:18
      Slow
        receivers: unknown because no alert route was found in the files @5:18"
    `);
  });

  it('is what the router of the same folder says, if there are several', async () => {
    expect(
      await receivers({
        'a/rules.yaml': alerts,
        'a/alertmanager.yaml': router('pager-a', 'chat-a', 'pager-a', 'chat-a'),
        'b/alertmanager.yaml': router('pager-b', 'chat-b', 'pager-b', 'chat-b'),
      }),
    ).toMatchInlineSnapshot(`
      "Down
        receivers: ["pager-a"] @4:59 (routed here @a/alertmanager.yaml:2:1)
      Slow
        receivers: ["chat-a"] @5:59 (routed here @a/alertmanager.yaml:2:1)"
    `);
  });

  it('is not known when one of several routers as near notifies nobody', async () => {
    expect(
      await receivers({
        'rules.yaml': rules(alert('Down', 'critical')),
        'a/alertmanager.yaml': router('pager', 'chat', 'pager'),
        'b/alertmanager.yaml': router('none', 'chat', 'chat'),
      }),
    ).toMatchInlineSnapshot(`
      "Down
        receivers: unknown because several alert routers may be its own, and one of them notifies nobody of it @4:59 (routed here @a/alertmanager.yaml:2:1) (routed here @b/alertmanager.yaml:2:1)"
    `);
  });

  it('is what the router of its environment says, and not known when only others have one', async () => {
    const plan =
      'apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: x\nenvironments: [{ name: staging }, { name: production }]\n';
    expect(
      await receivers({
        'deployment-plan.yaml': plan,
        'staging/rules.yaml': rules(alert('Down', 'critical')),
        'production/rules.yaml': rules(alert('Down', 'critical')),
        'production/alertmanager.yaml': router('pager', 'chat', 'pager', 'chat'),
      }),
    ).toMatchInlineSnapshot(`
      "Down (production)
        receivers: ["pager"] @4:59 (routed here @production/alertmanager.yaml:2:1)
      Down (staging)
        receivers: unknown because no alert router in the files is for staging @4:59"
    `);
  });

  it('is what its own router says before one of no environment beside it', async () => {
    expect(
      await receivers({
        'deployment-plan.yaml':
          'apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: x\nenvironments: [{ name: production }]\n',
        'monitoring/rules-production.yaml': rules(alert('Down', 'critical')),
        'monitoring/alertmanager.yaml': router('anyone', 'chat', 'anyone'),
        'monitoring/alertmanager-production.yaml': router('pager', 'chat', 'pager'),
      }),
    ).toMatchInlineSnapshot(`
      "Down (production)
        receivers: ["pager"] @4:59 (routed here @monitoring/alertmanager-production.yaml:2:1)"
    `);
  });
});

describe('whether the runbook that an alert names is there', () => {
  it.each([
    ['when it is', 'docs/down.md', true],
    ['with its section', 'docs/down.md#the-cause', true],
    ['when the section is gone', 'docs/down.md#cause', false],
    ['when a URL may be of another repository', 'https://git.example/o/r/blob/main/docs/down.md#cause', null],
    ['when it is gone', 'docs/gone.md', false],
    ['when it may lie outside', '../../gone.md', 'the runbook lies outside the files'],
    ['when words name no file', 'ask: the team, see gone.md', null],
    ['when there is none', '', null],
  ])('is told %s', async (_, runbook, answer) => {
    const lines = await factsOf(
      {
        'docs/down.md': '# Down\n\n## The cause\n\nWater.\n',
        'monitoring/rules.yaml': rules(alert('Down', 'critical', runbook)),
      },
      'alert',
      'runbookExists',
    );
    const told = typeof answer === 'string' ? `unknown because ${answer}` : String(answer);
    expect(lines.split(': ').slice(1).join(': ')).toMatch(new RegExp(`^${told} @4:99`));
  });
});

describe('the document that a runbook names', () => {
  const files = {
    'README.md': '# Read me\n',
    'monitoring/notes.md': '# Notes\n',
    'docs/runbooks/down.md': '# Down\n',
    'docs/runbooks/page.html': '<p>',
  };
  const DOWN = '"docs/runbooks/down.md" @4:99 (the runbook is here @docs/runbooks/down.md:1:1)';
  const OUTSIDE = 'unknown because the runbook lies outside the files @4:99';

  it.each([
    ['from the root', 'docs/runbooks/down.md', DOWN],
    ['from the root, with a slash', '/docs/runbooks/down.md#cause', DOWN],
    ['from the folder of the rule file', '../docs/runbooks/down.md', DOWN],
    [
      'from there, too',
      'notes.md',
      '"monitoring/notes.md" @4:99 (the runbook is here @monitoring/notes.md:1:1)',
    ],
    [
      'at the end of a URL',
      'https://git.example/org/repo/blob/main/docs/runbooks/down.md?plain=1#cause',
      DOWN,
    ],
    ['in a URL with escapes', 'https://git.example/org/repo/-/blob/main/docs/runbooks/down%2Emd', DOWN],
    ['in a URL with a stray %', 'https://git.example/50%/docs/runbooks/down.md', DOWN],
    [
      'in the root, right behind the ref',
      'https://git.example/org/repo/blob/main/README.md',
      '"README.md" @4:99 (the runbook is here @README.md:1:1)',
    ],
    ['not in the root of this tree', 'https://git.example/org/other/blob/main/lib/README.md', OUTSIDE],
    ['outside', 'https://runbooks.example/down', OUTSIDE],
    ['that is gone', 'docs/runbooks/gone.md', 'null @4:99'],
    [
      'of another kind',
      'docs/runbooks/page.html',
      'unknown because docs/runbooks/page.html is of a kind that Planproof reads no runbooks from @4:99',
    ],
    ['out of the root', '../../outside.md', 'null @4:99'],
    [
      'made by a template',
      'docs/{{ $labels.service }}.md',
      'unknown because a template makes the address of the runbook when the alert fires @4:99',
    ],
    ['in words only', 'ask the database team', 'null @4:99'],
    ['of an empty annotation', '', 'null @4:99'],
    ['of an absurd length', 'a/'.repeat(100_000), 'null @4:99'],
  ])('is looked for %s', async (_, runbook, document) => {
    const lines = await runbooks({
      ...files,
      'monitoring/rules.yaml': rules(alert('Down', 'critical', runbook)),
    });
    expect(lines).toBe(`Down\n  runbookDocument: ${document}`);
  });
});
