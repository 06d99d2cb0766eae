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
  `apiVersion: tekton.dev/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`;

const TASK = object(
  'Task',
  'up',
  `{ params: [{ name: image }, { name: ns, default: prod }], results: [{ name: url }],
  steps: [{ name: go, image: k, script: 'deploy $(params.image) $(params.ns)' }] }`,
);
const pipeline = (task: string, more = ''): string =>
  object(
    'Pipeline',
    'p',
    `{ params: [{ name: tag }], ${more} tasks: [{ name: one, taskRef: { name: up }, ${task} }] }`,
  );

it.each<[what: string, expected: readonly string[]]>([
  ["params: [{ name: image, value: 'a:$(params.tag)' }]", []],
  [
    "params: [{ name: imge, value: '$(params.tag)' }]",
    [
      'call: task `one` gives `imge`, which Task `up` does not take',
      'call: Task `up` requires the parameter `image`',
    ],
  ],
  ["params: [{ name: image, value: '$(params.tga)' }]", ['expression: there is no parameter `tga`']],
  [`params: [{ name: image, value: '$(params["tga"])' }]`, ['expression: there is no parameter `tga`']],
  ["params: [{ name: image, value: '$$(params.tga)' }]", []],
  ['matrix: { params: [{ name: image, value: [a, b] }] }', []],
  [
    'params: [{ name: image, value: a }], runAfter: [two]',
    ['call: task `one` runs after `two`, which is no task of the pipeline'],
  ],
])('holds what a task is given against the task: %s', async (task, expected) => {
  expect(await mistakes(TASK, pipeline(task))).toEqual(expected);
});

it.each<[what: string, expected: readonly string[]]>([
  ['$(tasks.one.results.url)', []],
  ['$(tasks.one.results.uri)', ['expression: task `one` gives no result `uri`']],
  ['$(tasks.two.results.url)', ['expression: the pipeline has no task `two`']],
  ['$(tasks.status)', []],
])('knows what tasks give: %s', async (value, expected) => {
  const given = 'params: [{ name: image, value: a }]';
  expect(await mistakes(TASK, pipeline(given, `results: [{ name: r, value: '${value}' }],`))).toEqual(
    expected,
  );
});

it('names what is elsewhere, once, and accuses nobody of it', async () => {
  const task = (name: string): string =>
    `{ name: ${name}, taskRef: { resolver: git, params: [{ name: url, value: 'https://a/b' }, { name: pathInRepo, value: t/up.yaml }] }, params: [{ name: x, value: y }] }`;
  expect(await mistakes(object('Pipeline', 'p', `{ tasks: [${task('a')}, ${task('b')}] }`))).toEqual([
    'call: ? task `t/up.yaml` comes from the resolver `git`',
  ]);
});

it('gives what is written inside a run the parameters of the run', async () => {
  const inside = (name: string): string =>
    `{ params: [{ name: a, value: b }], pipelineSpec: { tasks: [{ name: t, taskSpec: { steps: [{ name: s, image: k, script: 'echo $(params.${name})' }] } }] } }`;
  expect(await mistakes(object('PipelineRun', 'r', inside('a')))).toEqual([]);
  expect(await mistakes(object('PipelineRun', 'r', inside('b')))).toEqual([
    'expression: there is no parameter `b`',
  ]);
});

it('asks a run for what nothing gives, and lets it give more', async () => {
  const given = 'params: [{ name: image, value: a }]';
  const run = (params: string): string =>
    object('PipelineRun', 'r', `{ pipelineRef: { name: p }, params: [${params}] }`);
  const all = [TASK, pipeline(given)];
  expect(await mistakes(...all, run('{ name: tag, value: x }, { name: more, value: x }'))).toEqual([]);
  expect(await mistakes(...all, run(''))).toEqual(['call: Pipeline `p` requires the parameter `tag`']);
});

it('tells of a task that no pipeline runs, and of one that two run only once', async () => {
  const task = object(
    'Task',
    'up',
    `{ workspaces: [{ name: src }], results: [{ name: r }], steps: [{ name: s, image: k,
    script: 'echo $(workspaces.scr.path) $(workspaces.src.path) $(results.r.path) $(results.q.path) $(steps.t.exitCode.path)' }] }`,
  );
  const expected = [
    'expression: there is no workspace `scr`',
    'expression: the task has no result `q`',
    'expression: the task has no step `t`',
  ];
  const run = (name: string): string =>
    object('Pipeline', name, '{ tasks: [{ name: one, taskRef: { name: up } }] }');
  expect(await mistakes(task)).toEqual(expected);
  expect(await mistakes(task, run('p'), run('q'))).toEqual(expected);
});

it('knows the parameters of a trigger', async () => {
  const template = (name: string): string =>
    `apiVersion: triggers.tekton.dev/v1beta1\nkind: TriggerTemplate\nmetadata: { name: t }\nspec: { params: [{ name: a }], resourcetemplates: [{ apiVersion: tekton.dev/v1, kind: TaskRun, metadata: { generateName: r- }, spec: { params: [{ name: image, value: $(tt.params.${name}) }], taskRef: { name: up } } }] }\n`;
  expect(await mistakes(TASK, template('a'))).toEqual([]);
  expect(await mistakes(TASK, template('b'))).toEqual([
    'expression: there is no parameter `b` of the trigger',
  ]);
});

it('takes no mistyped parameter for a version', async () => {
  const task = (name: string): string =>
    object(
      'Task',
      'up',
      `{ params: [{ name: git-sha }], steps: [{ name: s, image: k, script: 'kubectl set image deploy/a a=a:$(params.${name}) -n prod' }] }`,
    );
  const version = async (name: string): Promise<unknown> => {
    const { subjects } = await readTexts(format, { 'a.yaml': task(name) });
    return subjects.flatMap((one) =>
      one.kind === 'deploy-job' ? [show(one.facts.immutableArtifact).replace(/ @.*/, '')] : [],
    );
  };
  expect(await version('git-sha')).toEqual(['true']);
  expect(await version('got-sha')).toEqual(['? there is no parameter `got-sha`']);
});
