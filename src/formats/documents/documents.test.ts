import { describe, expect, test } from 'vitest';
import { printSubjects } from '../../../test/support/facts.ts';
import { sourceFile } from '../../source/index.ts';
import { parseMarkdown } from '../../syntax/markdown/index.ts';
import { format } from './index.ts';
import { topicOf } from './text/topics.ts';

async function subjects(
  files: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): Promise<string> {
  const documents = Object.entries(files).map(([path, text]) => parseMarkdown(sourceFile(path, text)));
  const { subjects } = await format.normalize(documents, {
    environmentOf: () => undefined,
    readText: (path) => files[path],
    filesBelow: () => undefined,
    exists: (path) => path in files || others.includes(path),
  });
  return printSubjects(subjects);
}

const ROLLBACK = `---
owner: shop
last_reviewed: 2026-09-01
---
# Roll back checkout

Use when the [error alert](../alerts.yaml) fires. See [steps](#rolling-back), [gone](#gone), [old](old.md).

## Rolling back

1. Abort with \`kubectl argo rollouts abort checkout\`.
2. Watch:

   \`\`\`console
   $ kubectl argo rollouts status checkout
   Healthy
   $ kubectl get pods
   \`\`\`

## Escalation

TODO: name the on-call engineer, <fill in>, \`<name>\`. <!-- TODO: not seen -->

See [the wiki](https://wiki.example/TODO), [site](/handbook), [up](../../../x.md), [other](guide#a-part).
`;

test('the name of a file is no placeholder', async () => {
  const text = await subjects({ 'a.md': 'See TODO.md and docs/TODO. TODO. TBD: name it.\n' });
  expect(text.match(/placeholders\.\d+\.text: .*/g)).toEqual([
    'placeholders.0.text: "TODO" @1:28',
    'placeholders.1.text: "TBD" @1:34',
  ]);
});

test('a text of nothing but placeholders gives them all', async () => {
  const text = await subjects({ 'a.md': 'TODO <TBD> '.repeat(30_000) });
  expect(text.match(/placeholders\.\d+\.text: "(?:TODO|<TBD>)"/g)).toHaveLength(60_000);
});

test('a heading is found by the name that it gives itself, too', async () => {
  const text = await subjects({
    'a.md':
      '# Going back {#Rollback .wide}\n\n## Looking {: #look}\n\n[a](#rollback), [b](#look), [c](#back), [d](#looking--look)\n',
  });
  expect(text.match(/resolves: \w+/g)).toEqual(
    ['true', 'true', 'false', 'true'].map((each) => `resolves: ${each}`),
  );
});

test('a runbook gives its sections, links, placeholders and front matter, each at its place', async () => {
  const files = { 'docs/runbooks/rollback.md': ROLLBACK, 'docs/runbooks/guide.md': '# A part\n' };
  expect(await subjects(files, ['docs/alerts.yaml'])).toMatchInlineSnapshot(`
    "document docs/runbooks/rollback.md "docs/runbooks/rollback.md" @5:1
      path: "docs/runbooks/rollback.md"
      title: "Roll back checkout" @5:1
      sections.0.heading: "Roll back checkout" @5:1
      sections.0.level: 1
      sections.0.anchors: ["roll-back-checkout"]
      sections.0.topic: "rollback"
      sections.0.steps: 2
      sections.0.commands: 3
      sections.0.words: 30
      sections.1.heading: "Rolling back" @9:1
      sections.1.level: 2
      sections.1.anchors: ["rolling-back"]
      sections.1.topic: "rollback"
      sections.1.steps: 2
      sections.1.commands: 3
      sections.1.words: 8
      sections.2.heading: "Escalation" @20:1
      sections.2.level: 2
      sections.2.anchors: ["escalation"]
      sections.2.topic: "escalation"
      sections.2.steps: 0
      sections.2.commands: 0
      sections.2.words: 12
      whole: true
      links.0.target: "../alerts.yaml" @7:28
      links.0.resolves: true @7:28
      links.1.target: "#rolling-back" @7:63
      links.1.resolves: true @7:63
      links.2.target: "#gone" @7:86
      links.2.resolves: false @7:86
      links.3.target: "old.md" @7:100
      links.3.resolves: false @7:100
      links.4.target: "https://wiki.example/TODO" @24:16
      links.4.resolves: true @24:16
      links.5.target: "/handbook" @24:51
      links.5.resolves: unknown because /handbook starts at the root of a site, which is not known @24:51
      links.6.target: "../../../x.md" @24:68
      links.6.resolves: unknown because ../../../x.md leads out of the scanned folder @24:68
      links.7.target: "guide#a-part" @24:92
      links.7.resolves: true @24:92
      placeholders.0.text: "TODO" @22:1
      placeholders.1.text: "<fill in>" @22:34
      owner: "shop" @2:8
      reviewed: "2026-09-01" @3:16
      leadsTo: ["docs/alerts.yaml","docs/runbooks/guide.md"]
      expectations: 1
      mechanisms.0.mechanism: "rollout-abort" @11:15
      mechanisms.0.command: true
      references.0.type: "workload"
      references.0.name: "checkout" @11:15
      references.0.of: null
      references.0.found: unknown because the files were not held against the document @11:15

    document docs/runbooks/guide.md "docs/runbooks/guide.md" @1:1
      path: "docs/runbooks/guide.md"
      title: "A part" @1:1
      sections.0.heading: "A part" @1:1
      sections.0.level: 1
      sections.0.anchors: ["a-part"]
      sections.0.topic: "other"
      sections.0.steps: 0
      sections.0.commands: 0
      sections.0.words: 0
      whole: true
      links: []
      placeholders: []
      owner: null
      reviewed: null
      leadsTo: []
      expectations: 0
      mechanisms: []
      references: []"
  `);
});

test('a document without headings is named after its file and has no sections', async () => {
  expect(await subjects({ 'a/notes.md': 'nothing [here](b.md?raw=true#x)\n', 'a/b.md': '<a id="X"></a>' }))
    .toMatchInlineSnapshot(`
      "document a/notes.md "a/notes.md" @1:1
        path: "a/notes.md"
        title: "notes.md"
        sections: []
        whole: true
        links.0.target: "b.md?raw=true#x" @1:16
        links.0.resolves: true @1:16
        placeholders: []
        owner: null
        reviewed: null
        leadsTo: ["a/b.md"]
        expectations: 0
        mechanisms: []
        references: []

      document a/b.md "a/b.md" @1:1
        path: "a/b.md"
        title: "b.md"
        sections: []
        whole: true
        links: []
        placeholders: []
        owner: null
        reviewed: null
        leadsTo: []
        expectations: 0
        mechanisms: []
        references: []"
    `);
});

test('a review date that is no date is unknown', async () => {
  const text = '---\nreviewed: last spring\nowners: [a, b]\ntitle: T\n---\n';
  expect(await subjects({ 'a.md': text })).toMatchInlineSnapshot(`
    "document a.md "a.md" @1:1
      path: "a.md"
      title: "T" @4:8
      sections: []
      whole: true
      links: []
      placeholders: []
      owner: "a, b" @3:9
      reviewed: unknown because the date of review "last spring" is not written as YYYY-MM-DD @2:11
      leadsTo: []
      expectations: 0
      mechanisms: []
      references: []"
  `);
});

describe('the topic of a heading', () => {
  test.each([
    ['Rollback procedure', 'rollback'],
    ['How to revert', 'rollback'],
    ['Verify the rollback', 'rollback'],
    ['Back-out plan', 'rollback'],
    ['2. Deploy', 'steps'],
    ['Post-deployment checks', 'verification'],
    ['Smoke test', 'verification'],
    ['Restore from snapshot', 'restore'],
    ['Before you begin', 'prerequisites'],
    ['Contacts and escalation', 'escalation'],
    ['Meaning', 'overview'],
    ['Impact', 'overview'],
    ['Diagnosis', 'diagnosis'],
    ['Mitigation', 'mitigation'],
    ['Status updates', 'communication'],
    ['Common problems', 'troubleshooting'],
    ['License', 'other'],
    ['Prefixes', 'other'],
    ['Change the container registry', 'other'],
    ['Information', 'other'],
  ])('%s is %s', (heading, topic) => {
    expect(topicOf(heading)).toBe(topic);
  });
});

test.each([
  ['Turn the feature flag `new-checkout` off.', 'feature-flag'],
  ['Use the kill switch of the checkout.', 'feature-flag'],
  ['Pass the flag `--force`.', undefined],
])('a sentence names a way back: %s', async (sentence, mechanism) => {
  const found = await subjects({ 'docs/rollback.md': `# Roll back\n\n${sentence}\n` });
  expect(/mechanisms\.0\.mechanism: "([a-z-]+)"/.exec(found)?.[1]).toBe(mechanism);
});
