import { expect, it } from 'vitest';
import { discoverAll } from '../../test/support/discover.ts';
import { memoryHost } from '../io/index.ts';
import { fileReports } from './files.ts';
import { normalizeAll } from './normalize.ts';

it('counts a file that another one includes as examined, and looks for secrets in it', async () => {
  const key = ['AKIA', 'QWERTYUIOPASDFGH'].join('');
  const host = memoryHost({
    '.gitlab-ci.yml': 'include: [{ local: ci/deploy.yml }]\ntest: { script: [npm test] }\n',
    'ci/deploy.yml': `deploy:\n  script: [make]\n  variables: { AWS_ACCESS_KEY_ID: ${key} }\n`,
    'ci/other.yml': 'deploy: { script: [make] }\n',
  });
  const discovery = await discoverAll(host);
  const { subjects, includedBy } = await normalizeAll(host, discovery, undefined, [], {});
  const files = fileReports(discovery, subjects, includedBy);
  expect(files.map(({ path, status, formats: ids }) => [path, status, ...ids])).toEqual([
    ['.gitlab-ci.yml', 'examined', 'gitlab-ci'],
    ['ci/deploy.yml', 'examined', 'gitlab-ci'],
    ['ci/other.yml', 'not-recognized'],
  ]);
  const secrets = subjects.filter(({ kind }) => kind === 'credential');
  expect(secrets.map(({ location }) => location.file.path)).toEqual(['ci/deploy.yml']);
});

it('warns where a document is not as its published schema wants it, and reads it all the same', async () => {
  const host = memoryHost({
    '.github/workflows/ci.yml': 'on: push\njobs: { a: { runs-on: x, stps: [], steps: [{ run: make }] } }\n',
  });
  const { subjects, diagnostics } = await normalizeAll(host, await discoverAll(host), undefined, [], {});
  expect(
    diagnostics.map(({ code, level, path, location }) => [code, level, path, location?.span.start]),
  ).toEqual([['schema/unknown-property', 'warning', '.github/workflows/ci.yml', 34]]);
  expect(subjects.map(({ kind }) => kind)).toContain('pipeline');
});

it('takes what it has read out of the discovery, so that trees can be forgotten', async () => {
  const discovery = await discoverAll(memoryHost({ 'main.tf': 'variable "a" {}\n', 'README.md': '# A\n' }));
  expect(discovery.claimed.size).toBe(2);
  await normalizeAll(memoryHost({}), discovery, undefined, [], {});
  expect(discovery.claimed.size).toBe(0);
});

it('gives subjects of two formats in one file ids of their own', async () => {
  const pods = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: rules }\ndata:\n';
  const host = memoryHost({
    'all.yaml':
      `${pods}  a: b\n---\n` +
      `${pods}  a.yaml: |\n    groups:\n      - name: a\n        rules: [{ alert: Down, expr: up == 0 }]\n`.replace(
        'rules: [{ alert: Down, expr: up == 0 }]',
        'rules:\n          - alert: Down\n            expr: up == 0',
      ),
  });
  const rules = [{ appliesTo: ['resource'], uses: [] }] as never;
  const { subjects } = await normalizeAll(host, await discoverAll(host), undefined, rules, {
    wantsResources: true,
  });
  const resources = subjects.filter(({ kind }) => kind === 'resource');
  expect(resources.map(({ format, id }) => `${format} ${id}`)).toEqual([
    'kubernetes all.yaml:ConfigMap/rules',
    'prometheus all.yaml:ConfigMap/rules#2',
  ]);
});
