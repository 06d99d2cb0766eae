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
      '      kind: service # from k8s/prod/shop.yaml:4',
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
      '      strategy: rolling # from what Kubernetes does unless told otherwise, k8s/prod/db.yaml:5, k8s/prod/shop.yaml:5',
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
});
