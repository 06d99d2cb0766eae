import { expect, it } from 'vitest';
import { discoverAll } from '../../test/support/discover.ts';
import { memoryHost, type Host } from '../io/index.ts';
import { zipOf } from '../syntax/zip/testing/zip.ts';

const GOOD = 'resource "aws_s3_bucket" "b" {}\n';
const files = memoryHost({ 'good.tf': GOOD, [`${'d/'.repeat(150)}a.tf`]: GOOD });
/** A disk with a folder that may not be listed, a link, a pipe, and names that are not UTF-8. */
const host: Host = {
  ...files,
  list: (folder) =>
    folder === 'locked'
      ? undefined
      : [
          ...(files.list(folder) ?? []),
          ...(folder === ''
            ? ([
                { name: 'locked', kind: 'directory' },
                { name: 'link.tf', kind: 'link' },
                { name: 'pipe.yaml', kind: 'other' },
                { name: '\ufffd.tf', kind: 'file' },
              ] as const)
            : []),
        ],
};

it('says of everything that it did not read why, and what of it may hide files', async () => {
  const { diagnostics, files: met } = await discoverAll(host);
  expect(diagnostics.map(({ level, code, path, message }) => `${level} ${code} ${path}: ${message}`))
    .toMatchInlineSnapshot(`
      [
        "error io/too-deep d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d: The folder lies more than 100 folders deep, and was not entered.",
        "note io/link link.tf: It is a symbolic link; links are not followed.",
        "error io/unlisted locked: The folder cannot be listed.",
        "note io/no-file pipe.yaml: It is neither a file nor a folder.",
        "error io/missing �.tf: The file cannot be opened: its name is not valid UTF-8.",
      ]
    `);
  expect(met.filter(({ unreadable }) => unreadable).map(({ path }) => path.slice(-8))).toMatchInlineSnapshot(`
    [
      "/d/d/d/d",
      "locked",
      "�.tf",
    ]
  `);
});

it('reads what Terraform writes as JSON as Terraform, and says of its tests that they are tests', async () => {
  const paths = [
    'main.tf.json',
    'main.tofu.json',
    'a.auto.tfvars.json',
    'other.json',
    'broken.tf.json',
    'a.tftest.hcl',
  ];
  const texts = memoryHost(
    Object.fromEntries(
      paths.map((path) => [path, path.startsWith('broken') ? '{' : path.endsWith('json') ? '{}' : '']),
    ),
  );
  const discovery = await discoverAll(texts);
  expect(discovery.files.map((file) => `${file.path}: ${file.reason ?? file.formats.join()}`))
    .toMatchInlineSnapshot(`
    [
      "a.auto.tfvars.json: terraform",
      "a.tftest.hcl: It is for tests of Terraform modules, which deploy nothing that stays.",
      "broken.tf.json: The file ends where a key in double quotes or "}" is expected.",
      "main.tf.json: terraform",
      "main.tofu.json: terraform",
      "other.json: It is of no format that Planproof knows.",
    ]
  `);
});

it('reads plans that are archives, and says of what only has their name that it is none', async () => {
  const plan = zipOf([{ name: 'tfplan', content: '' }]);
  const found = await discoverAll(
    memoryHost({ 'a/tfplan': plan, 'b/prod.tfplan': 'No changes.', 'c.zip': plan }),
  );
  expect(found.diagnostics.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'b/prod.tfplan: It is no zip archive, or its end is missing.',
  ]);
  expect(found.files.map(({ path, formats: of, reason }) => `${path}: ${of.join()}${reason ?? ''}`)).toEqual([
    'a/tfplan: terraform',
    'b/prod.tfplan: It is no zip archive, or its end is missing.',
    'c.zip: Planproof reads no files of this name.',
  ]);
});

it('reads a *.template when it is one of CloudFormation, and leaves those of other programs alone', async () => {
  const resources = 'Resources:\n  Logs:\n    Type: AWS::S3::Bucket\n';
  const { diagnostics, files: met } = await discoverAll(
    memoryHost({
      'a.template': resources,
      'b.template': JSON.stringify({ Resources: { Logs: { Type: 'AWS::S3::Bucket' } } }),
      'binary.template': Uint8Array.of(0, 1),
      'nginx.conf.template': 'server { listen ${PORT}; }\n',
      'page.template': '{{ define "x" }} AWS::S3 {{ end }}\n',
    }),
  );
  expect(diagnostics).toEqual([]);
  expect(
    met.map(({ path, formats: of, unreadable }) => `${path} ${of.join()} ${String(unreadable)}`),
  ).toEqual([
    'a.template cloudformation false',
    'b.template cloudformation false',
    'binary.template  false',
    'nginx.conf.template  false',
    'page.template  false',
  ]);
});

it('warns of a file too large to tell whether it is one of ours', async () => {
  const read = await discoverAll(memoryHost({ 'logs.conf': '#'.repeat(17 * 1024 * 1024), 'b.conf': 'x\0' }));
  expect(read.diagnostics).toMatchObject([{ code: 'io/too-large', level: 'warning', path: 'logs.conf' }]);
  expect(read.files.map(({ path, reason }) => [path, reason])).toEqual([
    ['b.conf', expect.stringMatching(/^It is binary/)],
    ['logs.conf', expect.stringMatching(/^The file is too large/)],
  ]);
});
