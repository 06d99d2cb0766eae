import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memoryHost, nodeHost } from '../io/index.ts';
import { loadPlan } from '../plan/index.ts';
import { sourceFile } from '../source/index.ts';
import { parseYaml } from '../syntax/yaml/index.ts';
import { draft, type DraftResult } from './draft.ts';

const drafted = (files: Readonly<Record<string, string>>): Promise<DraftResult> =>
  draft(memoryHost(files), { paths: [''], include: [], exclude: [], title: 'Shop' });

/** What the draft states, and what is wrong with it as a plan. */
async function read(text: string): Promise<{ value: unknown; problems: readonly string[] }> {
  const { documents, diagnostics } = parseYaml(sourceFile('deployment-plan.yaml', text));
  const [document] = documents;
  if (!document) return { value: undefined, problems: ['no document'] };
  const loaded = await loadPlan(document);
  return {
    value: document.value,
    problems: [...diagnostics, ...loaded.diagnostics].map(({ message }) => message),
  };
}

const DEPLOYMENT = (name: string, more = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: a:1\n${more}`;

describe('a draft', () => {
  it('takes a range of versions for a pin only where a lock file makes it one', async () => {
    const pins = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const { text } = await drafted({
        'main.tf':
          'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "~> 6.0"\n    }\n  }\n  backend "local" {}\n}\n',
        ...files,
      });
      return text
        .split('\n')
        .filter((line) => /providersPinned: true #|several versions/.test(line))
        .map((line) => line.replace(/^[ #]*/, ''));
    };
    expect(await pins({})).toEqual(['NOTE: providers may be of several versions: see main.tf:5.']);
    expect(
      await pins({ '.terraform.lock.hcl': 'provider "registry.terraform.io/hashicorp/aws" {\n}\n' }),
    ).toEqual(['providersPinned: true # from the version of the provider, main.tf:5']);
  });

  it('verifies after it deploys, names what says the environment, and takes no state for data', async () => {
    const { text } = await drafted({
      '.github/workflows/deploy.yml':
        'on: push\njobs:\n  ship:\n    runs-on: x\n    environment: staging\n    steps:\n      - run: kubectl apply -f k8s\n      - run: kubectl rollout status deployment/shop\n',
      'main.tf':
        'terraform {\n  backend "gcs" { bucket = "state" }\n}\nresource "google_storage_bucket" "state" { name = "state" }\n',
    });
    const lines = text
      .split('\n')
      .filter((line) => /^[^#]*(?:kind: (?:deploy|verify)|environment:|atRest:)/.test(line));
    expect(lines).toMatchInlineSnapshot(`
      [
        "      kind: deploy # from kubectl apply, .github/workflows/deploy.yml:7",
        "      environment: staging # from .github/workflows/deploy.yml:5",
        "      kind: verify # from the job ship, .github/workflows/deploy.yml:8",
      ]
    `);
  });

  it('states who owns a component by CODEOWNERS, and what Compose says that it needs', async () => {
    const { text } = await drafted({
      'compose.yaml':
        'services:\n  shop:\n    image: shop:1\n    depends_on: [db]\n  db:\n    image: postgres:17\n',
      '.github/CODEOWNERS': '* @shop/platform-team\n',
    });
    const lines = text
      .split('\n')
      .filter((line) => /owner:|name:|dependsOn|- db/.test(line) && !/^\s*#/.test(line));
    expect(lines).toMatchInlineSnapshot(`
      [
        "    - name: db # from compose.yaml:5",
        "      owner: platform-team # from .github/CODEOWNERS:1",
        "    - name: shop # from compose.yaml:2",
        "      owner: platform-team # from .github/CODEOWNERS:1",
        "      dependsOn:",
        "        - db # from compose.yaml:4",
        "  - name: unnamed # from nothing in the files",
        "    - name: platform-team # from \`@shop/platform-team\`, .github/CODEOWNERS:1",
      ]
    `);
    expect((await read(text)).problems).toEqual([]);
  });

  it('states what manifests tell, each with its place, and asks for the rest', async () => {
    const { text } = await drafted({
      'k8s/prod/shop.yaml': DEPLOYMENT(
        'shop',
        '          env:\n            - { name: DB, value: "db:5432" }\n',
      ),
      'k8s/prod/db.yaml': DEPLOYMENT('db').replace('a:1', 'postgres:17'),
    });
    expect(text.split('\n').filter((line) => !/^\s*#|^$/.test(line))).toEqual([
      'apiVersion: planproof/v1',
      'kind: DeploymentPlan',
      "title: Shop # from the folder's name",
      'architecture:',
      '  components:',
      '    - name: db # from k8s/prod/db.yaml:4',
      '      kind: database # from its image postgres:17, k8s/prod/db.yaml:4',
      '      files:',
      '        - k8s/prod/db.yaml # from k8s/prod/db.yaml:4',
      '    - name: shop # from k8s/prod/shop.yaml:4',
      '      dependsOn:',
      '        - db # from k8s/prod/shop.yaml:12',
      '      files:',
      '        - k8s/prod/shop.yaml # from k8s/prod/shop.yaml:4',
      'environments:',
      '  - name: prod # from k8s/prod/db.yaml:4, k8s/prod/shop.yaml:4',
      '    purpose: production # from its name',
      '    configuration:',
      '      - k8s/prod # from k8s/prod/db.yaml:4',
      'delivery:',
      '  environments:',
      '    prod:',
      '      strategy: rolling # from what the manifests say, or Kubernetes does by itself, k8s/prod/db.yaml:5, k8s/prod/shop.yaml:5',
    ]);
    expect(text).toContain('# TODO: Define backup strategies and frequency');
  });

  it('asks for an environment where the files name none, and is a plan all the same', async () => {
    const { text } = await drafted({ 'a.yaml': DEPLOYMENT('shop') });
    expect(text).toContain(
      'TODO: Define all required environments (dev, staging, production): the files name none.',
    );
    expect((await read(text)).problems).toEqual([]);
  });

  it('says with both places where files say two things, and states neither', async () => {
    const stack = (region: string): string =>
      `provider "aws" {\n  region = "${region}"\n}\nresource "aws_sqs_queue" "a" {}\n`;
    const { text } = await drafted({
      'infra/prod/app/main.tf': stack('eu-central-1'),
      'infra/prod/data/main.tf': stack('eu-west-1'),
    });
    expect(text).toContain('NOTE: the files say several things on the region: eu-central-1 in');
    expect(text).toMatch(
      /infra\/prod\/app\/main\.tf:2;\s+(?:#\s*)?eu-west-1\s+(?:# )?in\s+(?:# )?infra\/prod\/data\/main\.tf:2/,
    );
    expect(text).not.toMatch(/^\s*region:/m);
  });

  it('is a plan that is read without a mistake, whatever files are called and whatever names stand in them', async () => {
    const name = JSON.stringify('a"b\n# x: y\u2028- {}\\');
    const { text } = await drafted({
      'k8s/prod/a\n- evil: 1 #.yaml': DEPLOYMENT(name),
      'k8s/prod/b.yaml': DEPLOYMENT('"yes"'),
      'k8s/prod/c.yaml': DEPLOYMENT('"- x"'),
    });
    const { value, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(Object.keys(value as object)).not.toContain('evil');
    expect(JSON.stringify(value)).toContain('"yes"');
  });

  it('does not look at a plan that is there', async () => {
    const files = { 'a.yaml': DEPLOYMENT('shop') };
    const plan =
      'apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: Other\nenvironments: [{ name: blue }]\n';
    expect((await drafted({ ...files, 'deployment-plan.yaml': plan })).text).toBe(
      (await drafted(files)).text,
    );
  });
});

describe('what a draft leaves out, or keeps apart', () => {
  it('names of each component of a service the place where that one stands', async () => {
    const bucket = (name: string): string =>
      `resource "aws_s3_bucket" "${name}" {\n  bucket = "shop-${name}"\n}\n`;
    const { text } = await drafted({ 'main.tf': bucket('logs') + bucket('photos') });
    const lines = text.split('\n').map((line) => line.trim());
    const listed = lines.slice(lines.findIndex((line) => line.startsWith('- service: s3')));
    expect(listed).toEqual(expect.arrayContaining(['- logs # from main.tf:1', '- photos # from main.tf:4']));
  });

  it('two databases of one label are two components', async () => {
    const { text } = await drafted({
      'main.tf':
        'resource "aws_db_instance" "default" {}\nresource "aws_neptune_cluster" "default" {}\nresource "aws_db_instance" "orders" {}\n',
    });
    expect([...text.matchAll(/^ {4}- name: (\S+)/gm)].map(([, name]) => name)).toEqual([
      'db-instance',
      'neptune-cluster',
      'orders',
    ]);
  });

  it('what stands in folders for tests and examples, and says so', async () => {
    const { text } = await drafted({ 'examples/a.yaml': DEPLOYMENT('toy'), 'b.yaml': DEPLOYMENT('shop') });
    expect(text).not.toContain('toy');
    expect(text).toContain('# NOTE: files for tests and examples are left out: examples/a.yaml.');
  });

  it('replicas that nobody wrote down, and ways back that nobody prepared', async () => {
    const { text } = await drafted({ 'prod/a.yaml': DEPLOYMENT('shop') });
    expect(text).not.toMatch(/^\s*(?:replicas|mechanism):/m);
  });

  it('the kind of a test that only a recipe elsewhere tells', async () => {
    const workflow = 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n';
    const { text } = await drafted({
      '.github/workflows/a.yml': `${workflow}      - run: make run-tests\n`,
      '.github/workflows/b.yml': `${workflow}      - run: npm run test:e2e\n`,
    });
    const [tests = ''] = /^ {2}tests:\n(?: {4}.*\n)*/m.exec(text) ?? [];
    expect(tests).toBe('  tests:\n    - e2e # from .github/workflows/b.yml:6\n');
  });
});

describe('a draft of the webshop', () => {
  const options = { paths: [''], include: [], exclude: ['deployment-plan.yaml'], title: 'Webshop 2.0' };

  it('has a source for every statement, no mistake, and the same bytes each time', async () => {
    const [first, second] = [
      await draft(nodeHost('fixtures/webshop'), options),
      await draft(nodeHost('fixtures/webshop'), options),
    ];
    expect(second.text).toBe(first.text);
    const bare = first.text
      .split('\n')
      .filter((line) => /^\s*(?:- )?[^\s#].*[^:]$/.test(line) && !line.includes('# from '));
    expect(bare).toEqual(['apiVersion: planproof/v1', 'kind: DeploymentPlan']);
    expect((await read(first.text)).problems).toEqual([]);
  });

  it('states what the plan that people wrote states, but for what is listed here', async () => {
    const [{ value: draftValue }, { value: plan }] = [
      await read((await draft(nodeHost('fixtures/webshop'), options)).text),
      await read(readFileSync('fixtures/webshop/deployment-plan.yaml', 'utf8')),
    ];
    const stated = new Set(statements(plan));
    const others = statements(draftValue).filter((one) => !stated.has(one) && !FINER.test(one));
    expect(others).toMatchInlineSnapshot(`
      [
        "architecture.components[fluent-bit].name: fluent-bit",
        "architecture.components[fluent-bit].files[]: kubernetes/dev/logs.yaml",
        "architecture.components[fluent-bit].files[]: kubernetes/production/logs.yaml",
        "architecture.components[fluent-bit].files[]: kubernetes/staging/logs.yaml",
        "environments[dev].services[rds].service: rds",
        "environments[dev].services[rds].kind: orders-db",
        "environments[dev].services[rds].size: db.t4g.small",
        "environments[dev].services[rds].count: 1",
        "environments[dev].services[rds].storageGib: 100",
        "environments[dev].services[rds].components[]: orders-db",
        "environments[dev].services[s3].count: 1",
        "environments[dev].network.securityGroups[orders-db].name: orders-db",
        "environments[dev].network.securityGroups[orders-db].allows[10.10.0.0/16].from: 10.10.0.0/16",
        "environments[dev].network.securityGroups[orders-db].allows[10.10.0.0/16].ports[]: 5432",
        "environments[dev].network.securityGroups[edge].name: edge",
        "environments[dev].network.securityGroups[edge].allows[internet].from: internet",
        "environments[dev].network.securityGroups[edge].allows[internet].ports[]: 443",
        "environments[staging].services[rds].service: rds",
        "environments[staging].services[rds].kind: orders-db",
        "environments[staging].services[rds].size: db.t4g.medium",
        "environments[staging].services[rds].count: 1",
        "environments[staging].services[rds].storageGib: 100",
        "environments[staging].services[rds].components[]: orders-db",
        "environments[staging].services[s3].count: 1",
        "environments[staging].network.securityGroups[orders-db].name: orders-db",
        "environments[staging].network.securityGroups[orders-db].allows[10.20.0.0/16].from: 10.20.0.0/16",
        "environments[staging].network.securityGroups[orders-db].allows[10.20.0.0/16].ports[]: 5432",
        "environments[staging].network.securityGroups[edge].name: edge",
        "environments[staging].network.securityGroups[edge].allows[internet].from: internet",
        "environments[staging].network.securityGroups[edge].allows[internet].ports[]: 443",
        "environments[production].services[rds].service: rds",
        "environments[production].services[rds].kind: orders-db",
        "environments[production].services[rds].size: db.m7g.large",
        "environments[production].services[rds].storageGib: 100",
        "environments[production].services[rds].components[]: orders-db",
        "environments[production].services[s3].count: 1",
        "environments[production].network.securityGroups[orders-db].name: orders-db",
        "environments[production].network.securityGroups[orders-db].allows[10.30.0.0/16].from: 10.30.0.0/16",
        "environments[production].network.securityGroups[orders-db].allows[10.30.0.0/16].ports[]: 5432",
        "environments[production].network.securityGroups[edge].name: edge",
        "environments[production].network.securityGroups[edge].allows[internet].from: internet",
        "environments[production].network.securityGroups[edge].allows[internet].ports[]: 443",
        "recovery.backups[orders-db].every: 5m",
        "recovery.backups[order-documents].every: 1d",
        "recovery.availability[catalog].component: catalog",
        "recovery.availability[catalog].replicas: 2",
        "documents.runbooks[]: docs/runbooks/checkout.md",
        "documents.runbooks[]: docs/runbooks/incident-response.md",
        "documents.runbooks[]: docs/runbooks/orders-db.md",
        "documents.runbooks[]: docs/runbooks/restore-documents.md",
        "documents.runbooks[]: docs/runbooks/restore-orders-db.md",
        "documents.runbooks[]: docs/runbooks/storefront.md",
      ]
    `);
  });
});

/** Names that only people give, as the plan that they wrote has them. */
const NAMES: ReadonlyMap<unknown, unknown> = new Map([
  ['database', 'orders-db'],
  ['documents', 'order-documents'],
]);

/** Where a draft lists what there is, and people sum it up. */
const FINER =
  /^(?:architecture\.components\.[\w-]+\.kind|delivery\.stages|observability\.alerts|environments\.\w+\.services|infrastructure\.modules)/;

/** Each value with the way to it; items of lists go by their names. */
function statements(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => statements(item, `${path}[${nameOf(item)}]`));
  if (typeof value !== 'object' || value === null) return [`${path}: ${String(NAMES.get(value) ?? value)}`];
  return Object.entries(value).flatMap(([key, each]) =>
    statements(each, path === '' ? key : `${path}.${key}`),
  );
}

function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  const { name, service, component, title, severity, path, weight, from } = item as Record<string, unknown>;
  const own = name ?? service ?? component ?? title ?? severity ?? path ?? weight ?? from;
  return String(NAMES.get(own) ?? own);
}
