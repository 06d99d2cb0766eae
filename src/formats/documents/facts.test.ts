import { expect, test } from 'vitest';
import { memoryHost } from '../../io/index.ts';
import { discoverAll } from '../../../test/support/discover.ts';
import { isUnknown, valueOf, type SubjectOf } from '../../model/index.ts';
import { format } from './index.ts';
import { dayIn } from './text/dates.ts';

async function factsOf(
  path: string,
  files: Readonly<Record<string, string>>,
): Promise<SubjectOf<'document'>['facts']> {
  const { claimed } = await discoverAll(memoryHost(files));
  const { subjects } = await format.normalize((claimed.get('documents')?.documents ?? []) as never, {
    environmentOf: () => undefined,
    readText: (each) => files[each],
    filesBelow: () => undefined,
    exists: (each) => Object.keys(files).some((file) => file === each || file.startsWith(`${each}/`)),
  });
  const subject = subjects.find(({ id }) => id === path);
  if (subject?.kind !== 'document') throw new Error(`no document ${path}`);
  return subject.facts;
}

test.each([
  ['a.md', '---\nowner: shop\nlast_reviewed: 2026-05-01\n---\n# A\n'],
  ['a.md', '# A\n\n**Owner:** [shop](people.md)\n**Last reviewed:** 1 May 2026\n'],
  ['a.md', '# A\n\n- Owner: `shop`\n- Reviewed on: May 1st, 2026\n'],
  ['a.md', '# A\n\n| Owner | Last reviewed |\n|---|---|\n| shop | 2026-05-01 |\n'],
  ['a.md', '# A\n\n| | |\n|---|---|\n| Owner | shop |\n| Review date | 2026/05/01 |\n'],
  ['a.adoc', '= A\n:owner: shop\n:last-reviewed: 2026-05-01\n'],
  ['a.adoc', '= A\n\n|===\n|Owner |Last reviewed\n\n|shop |2026-05-01\n|===\n'],
  ['a.rst', 'A\n=\n\n:Owner: shop\n:Reviewed: 2026-05-01\n'],
])('the owner and the last review of %s are read from %j', async (path, text) => {
  const { owner, reviewed } = await factsOf(path, { [path]: text });
  expect([valueOf(owner), valueOf(reviewed)]).toEqual(['shop', '2026-05-01']);
});

test('words of a sentence and names of columns are no owner', async () => {
  const text =
    '# A\n\nThe owner: see below.\n\n| Owner | Team |\n|---|---|\n| Team | Role |\n\nNote: Owner: x\n';
  expect(valueOf((await factsOf('a.md', { 'a.md': text })).owner)).toBeNull();
});

test.each([
  ['2026-02-28', '2026-02-28'],
  ['2026-02-31', undefined],
  ['31 February 2026', undefined],
  ['28th Feb. 2026', '2026-02-28'],
  ['February 28, 2026 by Ada', '2026-02-28'],
  ['03/04/2026', undefined],
  ['last spring', undefined],
])('the day in %j is %j', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

/** `file scripts/a.sh: true`, `?` for what cannot be told. */
const references = ({ references: found }: SubjectOf<'document'>['facts']): readonly string[] =>
  found.map(
    (r) =>
      `${r.type} ${valueOf(r.name)}${r.of === null ? '' : ` (${r.of})`}: ${isUnknown(r.found.value) ? '?' : r.found.value}`,
  );

const FILES = {
  'scripts/smoke.sh': '',
  'docs/tools/look.py': '',
  'k8s/shop.yaml': 'a: b\n',
  'infra/production/main.tf': '',
  'package.json': '{"scripts":{"smoke":"x"}}',
  Makefile: 'smoke look: build\n\t./x\nA := b\n',
  '.github/workflows/back.yml': 'on: push\n',
};

const sh = (...lines: readonly string[]): string => `# A\n\n\`\`\`sh\n${lines.join('\n')}\n\`\`\`\n`;
const read = async (...lines: readonly string[]): Promise<readonly string[]> =>
  references(await factsOf('docs/a.md', { 'docs/a.md': sh(...lines), ...FILES }));

test('files of commands are looked for from the root, beside the document, and where it went to', async () => {
  expect(
    await read(
      './scripts/smoke.sh',
      'bash scripts/gone.sh',
      'python tools/look.py',
      'kubectl apply -f k8s/gone.yaml',
    ),
  ).toEqual([
    'file ./scripts/smoke.sh: true',
    'file scripts/gone.sh: false',
    'file tools/look.py: true',
    'file k8s/gone.yaml: false',
  ]);
  expect(await read('cd infra', 'terraform -chdir=production plan', 'terraform -chdir=gone plan')).toEqual([
    'file production: true',
    'file gone: ?',
  ]);
  expect(await read('cd "$HOME"', 'bash scripts/gone.sh')).toEqual(['file scripts/gone.sh: ?']);
});

test('what a reader fills in, makes, or fetches is not looked for', async () => {
  expect(
    await read('kubectl apply -f <file>', 'kubectl apply -f $FILE', 'kubectl apply -f your-app.yaml'),
  ).toEqual([]);
  expect(await read('kubectl get cm x -o yaml > k8s/copy.yaml', 'kubectl apply -f k8s/copy.yaml')).toEqual([
    'file k8s/copy.yaml: ?',
  ]);
  expect(await read('git clone https://shop.example/x', 'bash scripts/gone.sh')).toEqual([
    'file scripts/gone.sh: ?',
  ]);
  expect(await read('kubectl apply -f other/gone.yaml')).toEqual(['file other/gone.yaml: ?']);
});

test('targets, scripts of packages and workflows are those that the files have', async () => {
  expect(
    await read('make look', 'make gone', 'npm run smoke', 'npm run gone', 'npm run gone -w app'),
  ).toEqual([
    ...[
      'target make look: true',
      'target make gone: false',
      'target npm run smoke: true',
      'target npm run gone: false',
    ],
  ]);
  expect(
    await read(
      'gh workflow run back.yml',
      'gh run watch --workflow gone.yml',
      'gh workflow run x.yml -R a/b',
    ),
  ).toEqual(['workflow back.yml: true', 'workflow gone.yml: false']);
});

test('namespaces and workloads of commands are held against the files later', async () => {
  const lines = [
    'kubectl -n shop rollout undo deployment/checkout',
    'kubectl argo rollouts abort pay -n shop',
    'kubectl argo rollouts get rollout basket --namespace=shop',
    'kubectl -n kube-system get pods',
    'kubectl -n other logs -l app.kubernetes.io/name=cart',
    'kubectl -n shop scale deployment web --replicas=3',
    'helm rollback shop -n ops',
  ];
  expect(await read(...lines)).toEqual([
    ...[
      'namespace shop (checkout): ?',
      'workload checkout (shop): ?',
      'namespace shop (pay): ?',
      'workload pay (shop): ?',
    ],
    ...['namespace shop (basket): ?', 'workload basket (shop): ?', 'namespace other (cart): ?'],
    ...['namespace shop (web): ?', 'workload web (shop): ?', 'namespace ops: ?'],
  ]);
});

test('alerts are named by a label, files by their path in a sentence', async () => {
  const text =
    '# A\n\n**Alerts:** `ShopDown`, ShopSlow and others\n\nSee `k8s/gone.yaml`, `other/gone.yaml` and `k8s/shop.yaml`.\n';
  expect(references(await factsOf('docs/a.md', { 'docs/a.md': text, ...FILES }))).toEqual([
    ...['file k8s/gone.yaml: false', 'file other/gone.yaml: ?', 'file k8s/shop.yaml: true'],
    ...['alert ShopDown: ?', 'alert ShopSlow: ?'],
  ]);
});

test('ways back are named by commands and by sentences, and results by either', async () => {
  const text =
    '# A\n\nThen deploy the last version again.\n\n```console\n$ helm rollback shop\nRollback was a success!\n```\n\n`gh workflow run rollback.yml`\n';
  const { mechanisms, expectations } = await factsOf('a.md', { 'a.md': text });
  expect(mechanisms.map(({ mechanism, command }) => `${valueOf(mechanism)} ${command}`)).toEqual([
    'helm-rollback true',
    'redeploy true',
  ]);
  expect(expectations).toBe(1);
});

const GERMAN =
  '# Betrieb\n\nDie Bestellungen werden von der Datenbank gelesen, und wenn sie nicht antwortet, ist das für den Laden ein Ausfall: der Bereitschaftsdienst wird mit einer Nachricht geweckt.\n';
const ENGLISH =
  '# Operating\n\nThe orders are read from the database, and when it does not answer, that is an outage for the shop: whoever is on call is woken with a message by the pager.\n';

test.each([
  ['German', GERMAN, 'German'],
  [
    'French',
    '# Exploitation\n\nLes commandes sont lues dans la base, et si elle ne répond pas, une alerte est envoyée pour que la personne qui est de garde puisse la relancer avec les outils du service.\n',
    'French',
  ],
  [
    'Japanese',
    '# 運用手順\n\nデータベースが応答しない場合は、当番の担当者に連絡し、以下の手順に従って復旧を行います。必ず確認してください。\n',
    'a language of another script',
  ],
  ['English', ENGLISH, undefined],
  ['English with a German sentence', `${ENGLISH}\nDie Datenbank ist nicht da.\n`, undefined],
  [
    'names only',
    '# A\n\npostgres redis checkout orders payments kafka gateway ledger stock mail search web api\n',
    undefined,
  ],
  ['little', '# Betrieb\n\nDie Datenbank ist nicht da.\n', undefined],
])('of a document in %s what its words tell is known only in English', async (_, text, language) => {
  const { whole, owner } = await factsOf('a.md', { 'a.md': text });
  const reason =
    language === undefined
      ? undefined
      : { unknown: `it is written in ${language}, and sections are understood in English` };
  expect([whole.value, owner.value]).toEqual([reason ?? true, reason ?? null]);
});

test('links to dashboards of Grafana name them by their uid', async () => {
  const text =
    '# A\n\n[a](https://g.example/d/abc-1/shop?from=now) [b](https://example.com/grafana/d/def) [c](https://g.example/d/<uid>/x) [d](/d/abc/x)\n';
  expect(references(await factsOf('a.md', { 'a.md': text }))).toEqual([
    'dashboard abc-1 (shop): ?',
    'dashboard def: ?',
  ]);
});
