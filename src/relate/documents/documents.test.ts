import { describe, expect, it } from 'vitest';
import { factsOf } from '../testing/tree.ts';

const plan = (more: string): Readonly<Record<string, string>> => ({
  'deployment-plan.yaml': `apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: x\nenvironments: [{ name: production }]\n${more}`,
});

const DOCUMENT = `# Operating

## Rollback

1. Stop it.
2. Go back.

   \`\`\`sh
   kubectl rollout undo deployment/a
   \`\`\`

### Verification

Look at it.

## Troubleshooting
`;

const documents = (references: string, files: Readonly<Record<string, string>> = {}): Promise<string> =>
  factsOf(
    { ...plan(`documents: { runbooks: [${references}] }\n`), ...files },
    'plan-document',
    'exists',
    'topics',
    'steps',
  );

describe('a document that the plan names', () => {
  it('has topics and steps, those of its sections that hold more than a heading', async () => {
    expect(await documents('docs/operate.md', { 'docs/operate.md': DOCUMENT })).toMatchInlineSnapshot(`
      "docs/operate.md
        exists: true @5:25
        topics: ["other","rollback","verification"] @5:25 (the document is here @docs/operate.md:1:1)
        steps: 3 @5:25"
    `);
  });

  it('is the section that its anchor names', async () => {
    expect(
      await documents("'docs/operate.md#verification', 'docs/operate.md#rollback'", {
        'docs/operate.md': DOCUMENT,
      }),
    ).toMatchInlineSnapshot(`
      "docs/operate.md#verification
        exists: true @5:25
        topics: ["verification"] @5:25 (the document is here @docs/operate.md:1:1)
        steps: 0 @5:25
      docs/operate.md#rollback
        exists: true @5:57
        topics: ["rollback","verification"] @5:57 (the document is here @docs/operate.md:1:1)
        steps: 3 @5:57"
    `);
  });

  it('does not exist when its section does not', async () => {
    expect(await documents("'docs/operate.md#restore'", { 'docs/operate.md': DOCUMENT }))
      .toMatchInlineSnapshot(`
      "docs/operate.md#restore
        exists: false @5:25 (has no section #restore @docs/operate.md:1:1)
        topics: [] @5:25
        steps: 0 @5:25"
    `);
  });

  it('holds nothing when it does not exist', async () => {
    expect(await documents('docs/operate.md')).toMatchInlineSnapshot(`
      "docs/operate.md
        exists: false @5:25
        topics: [] @5:25
        steps: 0 @5:25"
    `);
  });

  it('exists, but holds what is not known, when it is of another kind', async () => {
    expect(await documents('docs/operate.adoc', { 'docs/operate.adoc': '= Operating' }))
      .toMatchInlineSnapshot(`
        "docs/operate.adoc
          exists: true @5:25
          topics: [] @5:25 (the document is here @docs/operate.adoc:1:1)
          steps: 0 @5:25"
      `);
  });

  it('is not known when it lies outside the files', async () => {
    expect(await documents('https://wiki.example/operate')).toMatchInlineSnapshot(`
      "https://wiki.example/operate
        exists: unknown because https://wiki.example/operate lies outside the files @5:25
        topics: unknown because https://wiki.example/operate lies outside the files @5:25
        steps: unknown because https://wiki.example/operate lies outside the files @5:25"
    `);
  });
});

describe('files that the plan names elsewhere', () => {
  it('exist or not', async () => {
    const files = {
      ...plan(`architecture:
  components: [{ name: a, files: [k8s/a, k8s/b] }]
  diagrams: ['docs/a.md#context', 'docs/a.md#gone', docs/b.svg]
delivery:
  environments:
    production: { rollback: { mechanism: redeploy, procedure: docs/a.md } }
recovery: { backups: [{ component: a, restore: docs/c.md }] }
`),
      'docs/a.md': '# A\n\n## Context\n',
      'k8s/a/x.yaml': 'a: 1\n',
    };
    expect(await factsOf(files, 'plan', 'named')).toMatchInlineSnapshot(`
      "x
        named.0.role: "diagram"
        named.0.path: "docs/a.md#context" @7:14
        named.0.exists: true @7:14
        named.1.role: "diagram"
        named.1.path: "docs/a.md#gone" @7:35
        named.1.exists: false @7:35 (has no section #gone @docs/a.md:1:1)
        named.2.role: "diagram"
        named.2.path: "docs/b.svg" @7:53
        named.2.exists: false @7:53"
    `);
    expect(await factsOf(files, 'plan-component', 'files', 'restoreProcedure')).toMatchInlineSnapshot(`
      "a
        files.0.path: "k8s/a" @6:35
        files.0.exists: true @6:35
        files.1.path: "k8s/b" @6:42
        files.1.exists: false @6:42
        restoreProcedure.path: "docs/c.md" @11:48
        restoreProcedure.exists: false @11:48"
    `);
    expect(await factsOf(files, 'plan-environment', 'rollbackProcedure')).toMatchInlineSnapshot(`
      "production (production)
        rollbackProcedure.path: "docs/a.md" @10:63
        rollbackProcedure.exists: true @10:63"
    `);
  });

  it('are looked for from the plan', async () => {
    const files = {
      'shop/plans/deployment-plan.yaml': plan(
        'documents: { runbooks: [../docs/a.md, docs/a.md, /docs/a.md] }\n',
      )['deployment-plan.yaml']!,
      'shop/docs/a.md': '# A\n',
    };
    expect(await factsOf(files, 'plan-document', 'path', 'exists')).toMatchInlineSnapshot(`
      "shop/docs/a.md
        path: "shop/docs/a.md" @5:25
        exists: true @5:25
      shop/plans/docs/a.md
        path: "shop/plans/docs/a.md" @5:39
        exists: false @5:39"
    `);
  });
});
