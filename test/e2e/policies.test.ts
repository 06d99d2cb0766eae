import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, planproofIn, type Screen } from '../support/cli.ts';

const RULE = `# METADATA
# title: Pods are named after their team
# description: Who is called at night must be told by the name of the pod alone.
# custom:
#   severity: error
#   applies_to: [workload]
#   criteria: [devops-practices]
#   controls: {}
#   remediation: Begin the name with the team's.
package planproof.rules.acme["pod-names"]

import data.planproof.lib.finding

violation contains finding.at(pod, [], sprintf("%s has no team.", [pod.name])) if {
	some pod in input.subjects.workload
	not contains(pod.name, "team")
}
`;
const TEST = `package planproof.rules.acme["pod-names_test"]

import data.planproof.rules.acme["pod-names"] as rule

test_a_name_without_team if {
	count(rule.violation) == 1 with input.subjects.workload as [{"kind": "workload", "id": "a", "name": "shop"}]
}

test_wrong if {
	count(rule.violation) == 0 with input.subjects.workload as [{"kind": "workload", "id": "a", "name": "shop"}]
}
`;
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1.0\n';

const run = (cwd: string, ...args: readonly string[]): Screen =>
  planproofIn({ cwd, environment: { XDG_CACHE_HOME: join(cwd, 'cache') } }, ...args);

test('a rule of the team stands beside the built-in ones, from the cache the second time', () => {
  const cwd = folderOf({ 'policies/deep/names.rego': RULE, 'app/pod.yaml': POD });
  const first = run(cwd, 'check', 'app', '--policies', 'policies', '--rules', 'acme/*,workload/*');
  expect(first.stdout).toContain('acme/pod-names\n  shop has no team.');
  const kept = readdirSync(join(cwd, 'cache', 'planproof'));
  expect(kept).toHaveLength(1);
  const again = run(cwd, 'check', 'app', '--policies', 'policies', '--rules', 'acme/*,workload/*');
  expect(again).toEqual(first);
  writeFileSync(join(cwd, 'cache', 'planproof', kept[0] ?? ''), '{"rules"');
  expect(run(cwd, 'check', 'app', '--policies', 'policies', '--rules', 'acme/*,workload/*')).toEqual(first);
});

test('the configuration names policies relative to itself', () => {
  const cwd = folderOf({
    'policies/names.rego': RULE,
    'pod.yaml': POD,
    'planproof.yaml': 'policies: [policies]\nrules: [acme/*]\n',
  });
  expect(run(cwd, 'check').stdout).toContain('acme/pod-names');
});

test('rules and explain know them too', () => {
  const cwd = folderOf({ 'policies/names.rego': RULE });
  expect(run(cwd, 'rules', '--policies', 'policies').stdout).toContain('acme/pod-names ');
  expect(run(cwd, 'explain', 'acme/pod-names', '--policies', 'policies').stdout).toContain(
    'Who is called at night',
  );
});

const NATIVE = `# METADATA
# title: Queues and pods say what they are for
# description: Who finds one of them at night must be told by its label alone what it is for.
# custom:
#   severity: error
#   applies_to: [resource]
#   criteria: [devops-practices]
#   controls: {}
#   remediation: Say what it is for.
package planproof.rules.acme["purpose-said"]

import data.planproof.lib.finding

violation contains finding.at(resource, ["native", "tags", "purpose"], "Empty.") if {
	some resource in input.subjects.resource
	resource.facts.type == "aws_sqs_queue"
	resource.facts.native.tags.purpose == ""
}

violation contains finding.at(resource, ["native", "metadata", "labels", "purpose"], "Empty.") if {
	some resource in input.subjects.resource
	resource.facts.type == "v1/Pod"
	resource.facts.native.metadata.labels.purpose == ""
}

undecided contains finding.undecided_because(resource, ["native", "tags", "purpose"], reason) if {
	some resource in input.subjects.resource
	reason := resource.facts.native.tags.purpose.unknown
}
`;

test('what no fact covers is reached as it is written, at its place', () => {
  const cwd = folderOf({
    'policies/purpose.rego': NATIVE,
    'app/main.tf':
      'variable "why" {}\nlocals {\n  none = ""\n}\nresource "aws_sqs_queue" "a" {\n  tags = { purpose = local.none }\n}\nresource "aws_sqs_queue" "b" {\n  tags = { purpose = var.why }\n}\n',
    'app/pod.yaml': POD.replace('metadata:\n', 'metadata:\n  labels:\n    purpose: ""\n'),
  });
  const { stdout } = run(cwd, 'check', 'app', '--policies', 'policies', '--rules', 'acme/*');
  expect(stdout).toContain('app/main.tf:3:10  error  acme/purpose-said');
  expect(stdout).toContain('app/pod.yaml:5:14  error  acme/purpose-said');
  expect(stdout).toContain('Unknown because var.why has no value');
});

test('resources of a template are reached like those of Terraform, at their places', () => {
  const cwd = folderOf({
    'policies/purpose.rego': NATIVE.replace('"aws_sqs_queue"', '"AWS::SQS::Queue"')
      .replaceAll('native.tags.purpose', 'native.QueueName')
      .replaceAll('"tags", "purpose"', '"QueueName"'),
    'app/template.yaml':
      "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: ''\n",
  });
  const { stdout } = run(cwd, 'check', 'app', '--policies', 'policies', '--rules', 'acme/*');
  expect(stdout).toContain('app/template.yaml:6:18  error  acme/purpose-said');
});

test('tests of policies run, and one that fails is told with its place', () => {
  const cwd = folderOf({ 'policies/names.rego': RULE, 'policies/names_test.rego': TEST });
  const { stdout, code } = run(cwd, 'policies', 'policies');
  expect(stdout).toContain('policies/names_test.rego:9: test_wrong failed');
  expect(stdout).toContain('Rules: 1. Tests: 1 passed, 1 failed.');
  expect(code).toBe(1);
});

test.each<[what: string, files: Readonly<Record<string, string>>, told: string]>([
  [
    'a mistyped fact',
    { 'names.rego': RULE.replaceAll('pod.name', 'pod.nme') },
    'names.rego:14:68  error  rego/type-error',
  ],
  ['no METADATA', { 'names.rego': RULE.slice(RULE.indexOf('package')) }, 'The rule has no METADATA block'],
  ['no rule', { 'names.rego': 'package acme\n' }, 'There is no rule in "policies".'],
  [
    'a name that would be two',
    { 'names.rego': RULE.replace('pod-names', 'pod/names') },
    'names.rego:10:1  error  rego/structure',
  ],
  ['two rules of one name', { 'a.rego': RULE, 'b.rego': RULE }, 'annotation redeclared'],
  [
    'the name of a built-in rule',
    { 'a.rego': RULE.replace('acme["pod-names"]', 'workload["images-versioned"]') },
    'The rule workload/images-versioned is built in already.',
  ],
  [
    'a library of ours',
    { 'a.rego': RULE, 'b.rego': 'package planproof.lib.finding\n\nx := 1\n' },
    'planproof.lib are built in',
  ],
  [
    'what the compiler cannot follow',
    { 'a.rego': RULE, 'b.rego': `package acme\n\nx := ${'['.repeat(50_000)}${']'.repeat(50_000)}\n` },
    'policies/b.rego:1:1  error  rego/too-deep',
  ],
  [
    'the network',
    { 'a.rego': RULE.replace('not contains', 'http.send({"url": pod.name})\n\tnot contains') },
    'http.send',
  ],
])('a folder with %s is a mistake of the call', (_, files, told) => {
  const folder = Object.fromEntries(Object.entries(files).map(([name, text]) => [`policies/${name}`, text]));
  const { stderr, code } = run(folderOf({ ...folder, 'pod.yaml': POD }), 'check', '--policies', 'policies');
  expect(stderr).toContain(told);
  expect(code).toBe(2);
});

test.each<[what: string, args: readonly string[]]>([
  ['missing folder to check', ['policies', 'nosuch']],
  ['missing folder to check with', ['check', '--policies', 'nosuch']],
  ['missing folder to list', ['rules', '--policies', 'nosuch']],
  ['way through a file', ['policies', 'pod.yaml/nosuch']],
])('a %s is a mistake of the call', (_, args) => {
  const { stderr, code } = run(folderOf({ 'pod.yaml': POD }), ...args);
  expect(stderr).toContain(`There is no file or folder "${args.at(-1) ?? ''}".`);
  expect(code).toBe(2);
});
