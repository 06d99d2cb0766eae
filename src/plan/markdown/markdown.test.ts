import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadedMarkdown, markdownPlan, printSections, printStatements } from '../testing/markdown.ts';
import { printDiagnostic } from '../testing/print.ts';

describe('a plan that is written as Markdown', () => {
  const text = readFileSync(new URL('../samples/shop.md', import.meta.url), 'utf8');

  it('states what its front matter, tables and lists say, each at its place, and tells what is left out', async () => {
    const { document } = markdownPlan(text);
    const told = loadedMarkdown(text).diagnostics.map(printDiagnostic);
    await expect(`${[...printStatements(document), '', ...told].join('\n')}\n`).toMatchFileSnapshot(
      '../samples/shop.txt',
    );
  });

  it('has its title in the first heading, and needs no front matter when it is named as the plan', () => {
    const { document } = markdownPlan('# Deployment plan for Shop\n\n## Environments\n\n- dev\n');
    expect(printStatements(document)).toEqual([
      'environments.0.name = "dev" @ plan.md:5:3',
      'apiVersion = "planproof/v1" @ plan.md:1:1',
      'kind = "DeploymentPlan" @ plan.md:1:1',
      'title = "Shop" @ plan.md:1:23',
    ]);
  });

  it('says where front matter and sections contradict each other', () => {
    const { diagnostics } = markdownPlan(
      '---\ntitle: Shop\nrecovery:\n  objectives: [{ component: db, rto: 1h }]\n---\n# Shop\n## Recovery objectives\n| Component | RTO |\n|---|---|\n| db | 2 hours |\n',
    );
    expect(diagnostics.map(printDiagnostic)).toMatchInlineSnapshot(`
      [
        "plan.md:10:8 error plan/contradiction: recovery.objectives.0.rto is "2h" here, and "1h" elsewhere. Let the plan say one of them.
        plan.md:4:38 stated otherwise here",
      ]
    `);
  });
});

describe('a section', () => {
  it('is one of the section that it stands in, where several have its name', () => {
    expect(
      printSections(
        '## Disaster recovery\n### Availability\n| Service | Replicas |\n|---|---|\n| web | 3 |\n### Objectives\n| Component | RPO |\n|---|---|\n| db | 1h |\n## Observability\n### Objectives\n| Component | Signal | Target |\n|---|---|---|\n| web | latency | 99 % |\n',
      ),
    ).toMatchInlineSnapshot(`
      "recovery.availability.0.component = "web" @ 6:3
      recovery.availability.0.replicas = 3 @ 6:9
      recovery.objectives.0.component = "db" @ 10:3
      recovery.objectives.0.rpo = "1h" @ 10:8
      observability.objectives.0.component = "web" @ 15:3
      observability.objectives.0.signal = "latency" @ 15:9
      observability.objectives.0.target = 99 @ 15:19"
    `);
  });

  it('speaks of an environment where a heading names one', () => {
    expect(
      printSections(
        '## Environments\n### Staging\n- Region: eu-west-1\n- Strategy: rolling\n### Production\n| | |\n|---|---|\n| Region | eu-central-1 |\n| Moon phase | full |\n#### Rollback\n- Mechanism: redeploy\n- Max minutes: 1 hour\n',
      ),
    ).toMatchInlineSnapshot(`
      "environments.0.name = "Staging" @ 3:5
      environments.0.region = "eu-west-1" @ 4:11
      environments.1.name = "Production" @ 6:5
      environments.1.region = "eu-central-1" @ 9:12
      delivery.environments.Staging.strategy = "rolling" @ 5:13
      delivery.environments.Production.rollback.mechanism = "redeploy" @ 12:14
      delivery.environments.Production.rollback.maxMinutes = 60 @ 13:16
      10:3 note plan/unread: The row "Moon phase" is not read as statements of the plan. docs/plan-markdown.md lists the words that are known."
    `);
  });

  it('may have a column for each environment', () => {
    expect(
      printSections(
        '## 2) Environment matrix\n| | Dev | Production |\n|:--|:-:|--:|\n| Region | eu-west-1 | eu-central-1 |\n| **Zones** | 1 | 3 |\n| Strategy | rolling | blue/green |\n| Mood | good | better |\n',
      ),
    ).toMatchInlineSnapshot(`
      "environments.0.name = "Dev" @ 3:5
      environments.0.region = "eu-west-1" @ 5:12
      environments.0.zones = 1 @ 6:15
      environments.1.name = "Production" @ 3:11
      environments.1.region = "eu-central-1" @ 5:24
      environments.1.zones = 3 @ 6:19
      delivery.environments.Dev.strategy = "rolling" @ 7:14
      delivery.environments.Production.strategy = "blue-green" @ 7:24
      8:3 note plan/unread: The row "Mood" is not read as statements of the plan. docs/plan-markdown.md lists the words that are known."
    `);
  });

  it('that says how its statements are to be written when it is prose', () => {
    expect(
      printSections(
        '## Rollback plan\nWe redeploy.\n## Backups\n- We make backups every night.\n## Automated testing\nWe test.\n## Runbooks\n- The rollback runbook\n## Secrets management\nIn the vault.\n## Background\nLong ago.\n',
      ),
    ).toMatchInlineSnapshot(`
      "2:1 warning plan/not-structured: The section "Rollback plan" is prose; no statement of the plan is read from it. State it as a table with the columns Environment, Rollback, Automated, Max time, Runbook, Triggers, Decision by.
      4:1 warning plan/not-structured: The section "Backups" is prose; no statement of the plan is read from it. State it as a table with the columns Service, Backup method, Frequency, Retention, Copy, Encryption, Object lock, Restore takes, ….
      6:1 warning plan/not-structured: The section "Automated testing" is prose; no statement of the plan is read from it. List them: unit, integration, e2e, smoke, performance.
      8:1 warning plan/not-structured: The section "Runbooks" is prose; no statement of the plan is read from it. List links to the documents.
      10:1 warning plan/not-structured: The section "Secrets management" is prose; no statement of the plan is read from it. State it as a list of definitions, "Secrets manager: …", or in its parts: Secrets manager, Rotation, Delivery, Items."
    `);
  });

  it('is a diagram or a procedure itself, when it has one', () => {
    expect(
      printSections(
        '## Architecture diagram\n```mermaid\ngraph LR\n```\n![Context](img/context.svg)\n## Deployment procedure\n1. Merge.\n2. Wait.\n## Restore procedure\nSee [Restore](docs/restore.md).\n## Incident response\n### First steps\n1. Look.\n2. Call.\n',
      ),
    ).toMatchInlineSnapshot(`
      "architecture.diagrams.0 = "plan.md#architecture-diagram" @ 2:1
      architecture.diagrams.1 = "img/context.svg" @ 6:1
      documents.procedures.0 = "plan.md#deployment-procedure" @ 7:1
      recovery.procedure = "docs/restore.md" @ 11:1
      recovery.incidentResponse.procedure = "plan.md#incident-response" @ 12:1"
    `);
  });

  it('may list entries with their own lists, and values that are explained', () => {
    expect(
      printSections(
        '## Components\n- **web**\n  - Kind: service\n  - Depends on: db, cache\n- db: the orders\n- a sentence about nothing.\n## Compliance frameworks\n- SOC 2\n- PCI DSS: because of cards\n- Astrology\n## Escalation\n- After: 15 minutes\n  - To: boss\n',
      ),
    ).toMatchInlineSnapshot(`
      "architecture.components.0.name = "web" @ 3:3
      architecture.components.0.kind = "service" @ 4:11
      architecture.components.0.dependsOn.0 = "db" @ 5:17
      architecture.components.0.dependsOn.1 = "cache" @ 5:21
      architecture.components.1.name = "db" @ 6:3
      architecture.components.1.description = "the orders" @ 6:7
      security.frameworks.0 = "soc2" @ 9:3
      security.frameworks.1 = "pci-dss" @ 10:3
      recovery.incidentResponse.escalation.0.after = "15m" @ 13:10
      recovery.incidentResponse.escalation.0.to = "boss" @ 14:9
      7:3 warning plan/not-structured: One part of the section "Components" is not read as statements of the plan. State it as a table with the columns Component, Type, Description, Criticality, Team, Dependencies, Data classification, Availability, ….
      11:3 warning plan/not-structured: One part of the section "Compliance frameworks" is not read as statements of the plan. List them: nist-800-53, cis-controls, cis-benchmarks, soc2, iso-27001, pci-dss, hipaa, gdpr, dora, owasp-cicd, slsa."
    `);
  });

  it('takes a link for the document where the title is one, and a bar in a cell as a part of it', () => {
    expect(
      printSections(
        '## Runbooks\n| Runbook | Components | Last reviewed |\n|---|---|---|\n| [Roll \\| back](docs/a.md) | web; db | 2026-02-31 |\n| Nothing | | soon |\n',
      ),
    ).toMatchInlineSnapshot(`
      "documents.runbooks.0.title = "Roll | back" @ 5:3
      documents.runbooks.0.components.0 = "web" @ 5:31
      documents.runbooks.0.components.1 = "db" @ 5:36
      documents.runbooks.0.reviewed = "2026-02-31" @ 5:41
      documents.runbooks.0.path = "docs/a.md" @ 5:3
      6:15 warning plan/not-understood: "soon" was not understood; nothing is read from it. Write a day as 2026-12-07 or 7 December 2026.
      6:3 warning plan/incomplete: An entry is left out of documents.runbooks: it says no path. Add a column or definition for path."
    `);
  });
});

describe('a value', () => {
  /** What a table of backups of one column says, for each text in its cell. */
  const read = (heading: string, header: string, cells: readonly string[]): readonly string[] =>
    cells.map((cell) => {
      const text = `## ${heading}\n| Component | ${header} |\n|---|---|\n| db | ${cell} |\n`;
      const [, ...said] = printSections(text).split('\n');
      return `${cell} → ${said.map((line) => line.replace(/^recovery\.\w+\.0\./, '')).join(' | ')}`;
    });

  it('is a length of time in the words that people use', () => {
    const times = ['every 6 hours', 'nightly', 'weekly', '90m', '≤ 4h', 'monthly', '6', 'half a day'];
    expect(read('Backups', 'Frequency', times)).toMatchInlineSnapshot(`
      [
        "every 6 hours → every = "6h" @ 5:8",
        "nightly → every = "24h" @ 5:8",
        "weekly → every = "7d" @ 5:8",
        "90m → every = "90m" @ 5:8",
        "≤ 4h → every = "4h" @ 5:8",
        "monthly → 5:8 warning plan/not-understood: "monthly" was not understood; nothing is read from it. Write a length of time as 90m, 4 hours, 30 days or daily.",
        "6 → 5:8 warning plan/not-understood: "6" was not understood; nothing is read from it. Write a length of time as 90m, 4 hours, 30 days or daily.",
        "half a day → 5:8 warning plan/not-understood: "half a day" was not understood; nothing is read from it. Write a length of time as 90m, 4 hours, 30 days or daily.",
      ]
    `);
    expect(read('Backups', 'Frequency (hours)', ['6'])).toMatchInlineSnapshot(`
      [
        "6 → every = "6h" @ 5:8",
      ]
    `);
  });

  it('is a number in the unit of its place', () => {
    expect(read('Backups', 'Retention', ['30 days', '4 weeks', '30', '1 year'])).toMatchInlineSnapshot(`
      [
        "30 days → keepDays = 30 @ 5:8",
        "4 weeks → keepDays = 28 @ 5:8",
        "30 → keepDays = 30 @ 5:8",
        "1 year → 5:8 warning plan/not-understood: "1 year" was not understood; nothing is read from it. Write a number of days: 30 days.",
      ]
    `);
  });

  it('is yes or no, or a list of what one word tells', () => {
    expect(read('Backups', 'Encrypted', ['✅', 'No', 'maybe', '—'])).toMatchInlineSnapshot(`
      [
        "✅ → encrypted = true @ 5:8",
        "No → encrypted = false @ 5:8",
        "maybe → 5:8 warning plan/not-understood: "maybe" was not understood; nothing is read from it. Write yes or no.",
        "— → ",
      ]
    `);
    expect(read('Backups', 'Copies', ['eu-west-1, `eu-west-2`<br>eu-north-1'])).toMatchInlineSnapshot(`
      [
        "eu-west-1, \`eu-west-2\`<br>eu-north-1 → copies.0.region = "eu-west-1" @ 5:8 | copies.1.region = "eu-west-2" @ 5:19 | copies.2.region = "eu-north-1" @ 5:34",
      ]
    `);
  });

  it('is an amount of money, with its currency', () => {
    const amounts = ['€4,500', '4500 USD', '$ 12.50 per month', '4.500', '1,20', 'a lot'];
    const said = amounts.map((cell) =>
      printSections(`## Budget\n| Environment | Budget |\n|---|---|\n| dev | ${cell} |\n`).replaceAll(
        '\n',
        ' | ',
      ),
    );
    expect(said).toMatchInlineSnapshot(`
      [
        "resources.budget.monthly.dev.limit = 4500 @ 5:9 | resources.budget.currency = "EUR" @ 5:9",
        "resources.budget.monthly.dev.limit = 4500 @ 5:9 | resources.budget.currency = "USD" @ 5:9",
        "resources.budget.monthly.dev.limit = 12.5 @ 5:9",
        "5:9 warning plan/not-understood: "4.500" was not understood; nothing is read from it. Write an amount as 4500, 4,500.00 or EUR 4500. | 5:3 warning plan/incomplete: "dev" is left out of resources.budget.monthly: it says no limit. Add a column or definition for limit.",
        "5:9 warning plan/not-understood: "1,20" was not understood; nothing is read from it. Write an amount as 4500, 4,500.00 or EUR 4500. | 5:3 warning plan/incomplete: "dev" is left out of resources.budget.monthly: it says no limit. Add a column or definition for limit.",
        "5:9 warning plan/not-understood: "a lot" was not understood; nothing is read from it. Write an amount as 4500, 4,500.00 or EUR 4500. | 5:3 warning plan/incomplete: "dev" is left out of resources.budget.monthly: it says no limit. Add a column or definition for limit.",
      ]
    `);
  });

  it('is a day that cannot be taken for another', () => {
    const days = [
      '7 December 2026',
      'Dec 7th, 2026',
      'Monday, 7 Dec 2026',
      '31 February 2026',
      '07/12/2026',
      '2026-12',
    ];
    const said = days.map((day) => printSections(`## Timeline\n- Release date: ${day}\n`));
    expect(said).toMatchInlineSnapshot(`
      [
        "timeline.release = "2026-12-07" @ 3:17",
        "timeline.release = "2026-12-07" @ 3:17",
        "timeline.release = "2026-12-07" @ 3:17",
        "timeline.release = "2026-02-31" @ 3:17",
        "3:17 warning plan/not-understood: "07/12/2026" was not understood; nothing is read from it. Write a day as 2026-12-07 or 7 December 2026.",
        "3:17 warning plan/not-understood: "2026-12" was not understood; nothing is read from it. Write a day as 2026-12-07 or 7 December 2026.",
      ]
    `);
  });
});
