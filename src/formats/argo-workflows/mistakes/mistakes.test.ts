import { expect, it } from 'vitest';
import { readTexts } from '../../../../test/support/read-samples.ts';
import { show } from '../../../../test/support/screen.ts';
import { format } from '../index.ts';

async function mistakes(...objects: readonly string[]): Promise<string[]> {
  const { subjects } = await readTexts(format, { 'a.yaml': objects.join('---\n') });
  return subjects.flatMap((subject) =>
    subject.kind === 'pipeline'
      ? subject.facts.mistakes.map(({ about, problem }) => `${about}: ${show(problem).replace(/ @.*/, '')}`)
      : [],
  );
}

const object = (kind: string, name: string, spec: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`;

const UP = `{ name: up, inputs: { parameters: [{ name: image }, { name: ns, value: prod }] },
  outputs: { parameters: [{ name: url, valueFrom: { path: /u } }] },
  container: { image: k, args: ['{{inputs.parameters.image}}', '{{inputs.parameters.ns}}'] } }`;
const workflow = (steps: string, more = ''): string =>
  object(
    'Workflow',
    'w',
    `{ entrypoint: main, arguments: { parameters: [{ name: tag, value: a }] }, ${more} templates: [{ name: main, ${steps} }, ${UP}] }`,
  );
const step = (more: string): string => workflow(`steps: [[{ name: one, template: up, ${more} }]]`);
const given = (value: string, name = 'image'): string =>
  step(`arguments: { parameters: [{ name: ${name}, value: '${value}' }] }`);

it.each<[value: string, expected: readonly string[]]>([
  ['{{workflow.parameters.tag}} {{ workflow.name }} {{ other.tool }} {{ .Values.x }}', []],
  ['{{workflow.parameters.tga}}', ['expression: the workflow has no parameter `tga`']],
  ['{{=workflow.parameters["tga"]}}', ['expression: the workflow has no parameter `tga`']],
  ["{{=workflow.parameters?.tga ?? ''}}", []],
  ['{{inputs.parameters.tag}}', ['expression: the template has no parameter `tag`']],
  ['{{inputs.parameter.tag}}', ['expression: `inputs` has no `parameter`']],
  ['{{input.parameters.tag}}', ['expression: `input.parameters.tag` is no name in expressions']],
  ['{{steps.one.outputs.parameters.url}}', []],
  ['{{steps.one.outputs.parameters.uri}}', ['expression: step `one` gives no parameter `uri`']],
  ['{{steps.two.outputs.result}}', ['expression: the template has no step `two`']],
])('knows the names of %s', async (value, expected) => {
  expect(await mistakes(given(value))).toEqual(expected);
});

it.each<[what: string, text: string, expected: readonly string[]]>([
  [
    'gives what is not taken',
    given('a', 'imge'),
    [
      'call: `one` gives `imge`, which template `up` does not take',
      'call: template `up` requires the parameter `image`',
    ],
  ],
  [
    'runs a template that is not there',
    workflow('steps: [[{ name: one, template: upp }]]'),
    ['call: `one` runs the template `upp`, which is not there'],
  ],
  [
    'waits for a task that is not there',
    workflow(
      "dag: { tasks: [{ name: one, template: up, depends: 'two.Succeeded', arguments: { parameters: [{ name: image, value: a }] } }] }",
    ),
    ['call: task `one` waits for `two`, which the template does not have'],
  ],
  [
    'starts and ends with what is not there',
    workflow('steps: []', 'onExit: bye, hooks: { exit: { template: hook } },').replace(
      'point: main',
      'point: mian',
    ),
    [
      'call: there is no template `mian`',
      'call: there is no template `bye`',
      'call: there is no template `hook`',
    ],
  ],
])('tells of a workflow that %s', async (_, text, expected) => {
  expect(await mistakes(text)).toEqual(expected);
});

it('names templates of other objects, which are there, lack something, or are elsewhere', async () => {
  const library = object('WorkflowTemplate', 'lib', `{ templates: [${UP}] }`);
  const call = (template: string): string =>
    workflow(
      `steps: [[{ name: one, templateRef: { name: lib, template: ${template} }, arguments: { parameters: [{ name: image, value: a }] } }]]`,
    );
  expect(await mistakes(library, call('up'))).toEqual([]);
  expect(await mistakes(library, call('down'))).toEqual([
    'call: `one` runs the template `lib/down`, which is not there',
  ]);
  expect(await mistakes(call('up'))).toEqual([
    'call: ? the object of template `lib/up` is not among the files',
  ]);
});

it('leaves open what may be given to a library, or when a workflow is submitted', async () => {
  const spec = (more: string): string =>
    `{ ${more} templates: [{ name: a, container: { image: 'k:{{workflow.parameters.tag}}' } }] }`;
  expect(await mistakes(object('WorkflowTemplate', 'lib', spec('')))).toEqual([
    'expression: ? the parameter `tag` may be given by the workflows that run the template',
  ]);
  expect(await mistakes(object('Workflow', 'w', spec('entrypoint: a,')))).toEqual([
    'expression: ? the parameter `tag` may be given when it is submitted',
  ]);
});

it('takes no mistyped parameter for a version', async () => {
  const text = (name: string): string =>
    object(
      'Workflow',
      'w',
      `{ entrypoint: a, arguments: { parameters: [{ name: sha }] }, templates: [{ name: a, container: { image: k, command: [sh, -c], args: ['kubectl set image deploy/a a=a:{{workflow.parameters.${name}}} -n prod'] } }] }`,
    );
  const version = async (name: string): Promise<unknown> => {
    const { subjects } = await readTexts(format, { 'a.yaml': text(name) });
    return subjects.flatMap((one) =>
      one.kind === 'deploy-job' ? [show(one.facts.immutableArtifact).replace(/ @.*/, '')] : [],
    );
  };
  expect(await version('sha')).toEqual(['true']);
  expect(await version('git-sha')).toEqual(['? there is no parameter `git-sha`']);
});
