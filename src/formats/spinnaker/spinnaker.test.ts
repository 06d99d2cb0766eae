import fc from 'fast-check';
import { expect, it } from 'vitest';
import { screen, subjectsFrom } from '../../../test/support/screen.ts';
import { format } from './index.ts';

type Stage = Readonly<Record<string, unknown>> & { readonly type: string };

/** A pipeline of stages that run one after the other, unless they name what they run after. */
const pipeline = (stages: readonly Stage[], more: object = {}): string =>
  JSON.stringify(
    {
      name: 'Release shop',
      application: 'shop',
      limitConcurrent: true,
      triggers: [{ type: 'docker', enabled: true }],
      stages: stages.map((stage, index) => ({
        refId: String(index + 1),
        requisiteStageRefIds: index === 0 ? [] : [String(index)],
        name: stage.type,
        ...stage,
      })),
      ...more,
    },
    undefined,
    2,
  );

const subjectsOf = (text: string): ReturnType<typeof subjectsFrom> =>
  subjectsFrom(format, { 'spinnaker/release.yaml': text });

/** Some facts of the subjects of a kind. */
async function facts(text: string, kind: string, ...names: readonly string[]): Promise<readonly string[]> {
  const subjects = await subjectsOf(text);
  return subjects
    .filter((subject) => subject.kind === kind)
    .map((subject) => {
      const all = subject.facts as unknown as Readonly<Record<string, { readonly value: unknown }>>;
      return [subject.name, ...names.map((name) => JSON.stringify(all[name]?.value))].join(' ');
    });
}

const DEPLOY = { type: 'deployManifest', name: 'Deploy production', account: 'prod-eks' };
const ASK = { type: 'manualJudgment', name: 'Approve' };
const CANARY = { type: 'kayentaCanary', name: 'Canary' };

it('gives pipelines, deploys, rollouts, analyses and ways back', async () => {
  const manifest = { spec: { template: { spec: { containers: [{ name: 'shop', image: 'shop:1.4.2' }] } } } };
  const traffic = { enabled: true, options: { strategy: 'redblack' } };
  const text = pipeline([
    { type: 'deployManifest', name: 'Deploy staging', account: 'staging', manifests: [manifest] },
    {
      type: 'runJobManifest',
      name: 'Smoke',
      manifest: {
        spec: { template: { spec: { containers: [{ name: 't', command: ['npm', 'run', 'test:smoke'] }] } } },
      },
    },
    CANARY,
    ASK,
    { ...DEPLOY, trafficManagement: traffic },
    {
      type: 'undoRolloutManifest',
      name: 'Undo',
      account: 'prod-eks',
      stageEnabled: {
        type: 'expression',
        expression: "#stage('Deploy production')['status'] != 'SUCCEEDED'",
      },
    },
  ]);
  await expect(screen(await subjectsOf(text))).toMatchFileSnapshot('samples/release.txt');
});

it('an approval holds up what runs after it only', async () => {
  const asked = (text: string): Promise<readonly string[]> => facts(text, 'deploy-job', 'approval');
  expect(await asked(pipeline([ASK, DEPLOY]))).toEqual(['Deploy production "required"']);
  const beside = { ...DEPLOY, requisiteStageRefIds: [] };
  expect(await asked(pipeline([ASK, beside]))).toEqual(['Deploy production "none"']);
  expect(await asked(pipeline([{ ...ASK, continuePipeline: true, failPipeline: false }, DEPLOY]))).toEqual([
    'Deploy production "none"',
  ]);
  const sometimes = { ...ASK, stageEnabled: { type: 'expression', expression: 'parameters.ask' } };
  expect(await asked(pipeline([sometimes, DEPLOY]))).toEqual([
    'Deploy production {"unknown":"whether Approve runs is decided by an expression"}',
  ]);
});

it('a pipeline tells of its failure, or its application may', async () => {
  const notifications = [{ type: 'slack', address: '#shop', when: ['pipeline.failed'] }];
  const told = (more: object): Promise<readonly string[]> =>
    facts(pipeline([DEPLOY], more), 'deploy-job', 'failureNotified');
  expect(await told({ notifications })).toEqual(['Deploy production true']);
  expect(await told({})).toEqual([
    'Deploy production {"unknown":"what the application tells of its pipelines is set outside the files"}',
  ]);
});

it('what others run is not known', async () => {
  const text = pipeline([{ type: 'jenkins', name: 'Tests', job: 'shop-tests' }, DEPLOY]);
  expect(await facts(text, 'deploy-job', 'testedBefore')).toEqual([
    'Deploy production {"unknown":"what makes the artifacts that it deploys is not among the files"}',
  ]);
});

it('the strategy is that of the cluster or of the traffic, and a canary before it makes it one', async () => {
  const cluster = (strategy: string, more: object = {}): Stage => ({
    type: 'deploy',
    name: 'Deploy',
    clusters: [{ account: 'aws', stack: 'prod', strategy, ...more }],
  });
  const rollouts = (stages: readonly Stage[]): Promise<readonly string[]> =>
    facts(pipeline(stages), 'rollout', 'strategy', 'production', 'judged', 'rollsBack');
  expect(await rollouts([cluster('redblack')])).toEqual(['Deploy "blue-green" true false null']);
  expect(await rollouts([cluster('redblack', { rollback: { onFailure: true } })])).toEqual([
    'Deploy "blue-green" true false true',
  ]);
  expect(await rollouts([CANARY, cluster('redblack')])).toEqual(['Deploy "canary" true true null']);
  expect(await rollouts([cluster('highlander')])).toEqual(['Deploy "recreate" true null null']);
  expect(await rollouts([cluster('')])).toEqual([]);
});

it('an analysis that goes on whatever it finds sends nothing back, unless others ask what it found', async () => {
  const goesOn = { ...CANARY, continuePipeline: true, failPipeline: false };
  const effects = async (...stages: readonly Stage[]): Promise<unknown> => {
    const [analysis] = (await subjectsOf(pipeline(stages))).filter(({ kind }) => kind === 'release-analysis');
    return (analysis?.facts as { metrics: { effect: { value: unknown } }[] } | undefined)?.metrics[0]?.effect
      .value;
  };
  expect(await effects(CANARY)).toBe('aborts');
  expect(await effects(goesOn)).toBe('dry-run');
  const asking = { ...DEPLOY, stageEnabled: { type: 'expression', expression: "#stage('Canary').status" } };
  expect(await effects(goesOn, asking)).toEqual({
    unknown: 'expressions of other stages ask what Canary found',
  });
});

it.each([
  ['a run', { stages: [{ type: 'wait', refId: '1', requisiteStageRefIds: [], tasks: [] }] }],
  ['stages of GitLab', { stages: ['build', 'test'] }],
  ['stages of Azure Pipelines', { stages: [{ stage: 'build', jobs: [] }] }],
])('%s is no pipeline', async (_, value) => {
  expect(await subjectsOf(JSON.stringify(value))).toEqual([]);
});

it('several pipelines stand in a list', async () => {
  const list = `[${pipeline([ASK, DEPLOY])}, ${pipeline([DEPLOY], { name: 'Other' })}, 1]`;
  expect(await facts(list, 'pipeline')).toEqual(['Release shop', 'Other']);
  expect(await subjectsOf('[1, 2]')).toEqual([]);
});

it('stages that wait for each other end', async () => {
  const text = pipeline([
    { ...DEPLOY, requisiteStageRefIds: ['2'] },
    { ...CANARY, requisiteStageRefIds: ['1'] },
  ]);
  expect(await facts(text, 'deploy-job', 'verifiedAfter')).toEqual(['Deploy production true']);
});

it('never throws, whatever stands in a stage', async () => {
  const stage = fc.record({
    type: fc.constantFrom('deploy', 'deployManifest', 'script', 'runJobManifest', 'kayentaCanary', 'jenkins'),
    refId: fc.jsonValue(),
    requisiteStageRefIds: fc.oneof(fc.array(fc.jsonValue()), fc.constant([])),
    clusters: fc.jsonValue(),
    manifest: fc.jsonValue(),
    stageEnabled: fc.jsonValue(),
    command: fc.jsonValue(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(stage, { maxLength: 4 }), async (stages) => {
      await subjectsOf(JSON.stringify({ stages }));
    }),
    { numRuns: 100 },
  );
});

async function mistakes(...args: Parameters<typeof pipeline>): Promise<readonly string[]> {
  const [one] = await subjectsOf(pipeline(...args));
  const found = one?.kind === 'pipeline' ? one.facts.mistakes : [];
  return found.map(({ about, problem: { value } }) =>
    typeof value === 'string' ? `${about}: ${value}` : `${about}? ${value.unknown}`,
  );
}

const DECLARED = { parameterConfig: [{ name: 'tag' }] };

it.each<[text: string, expected: readonly string[]]>([
  ['${ parameters.tag } ${trigger.parameters["tag"]} ${other.parameters.x}', []],
  ["${parameters['tga']}", ['expression: the pipeline has no parameter `tga`']],
  ['${parameters.tga ?: "latest"} ${parameters.containsKey("tga")}', []],
  ["${#stage('wait')['status']}", []],
  ["${#stage('Wiat')['status']}", ['expression: the pipeline has no stage `Wiat`']],
])('knows the names in %s', async (text, expected) => {
  expect(await mistakes([{ type: 'wait', comments: text }], DECLARED)).toEqual(expected);
});

it('leaves open what something that starts it may give', async () => {
  const stages = [{ type: 'wait', comments: '${parameters.tga}' }];
  const open = ['expression? the parameter `tga` may be given by what starts the pipeline'];
  expect(await mistakes(stages)).toEqual(open);
  expect(await mistakes(stages, { ...DECLARED, triggers: [{ type: 'webhook', enabled: true }] })).toEqual(
    open,
  );
});

it('tells of stages that wait for what is not there', async () => {
  expect(await mistakes([{ type: 'wait', requisiteStageRefIds: ['7'] }])).toEqual([
    'call: stage `wait` waits for stage `7`, which the pipeline does not have',
  ]);
});

it('holds what a stage gives another pipeline against what that takes', async () => {
  const stages = [{ type: 'pipeline', name: 'Next', pipeline: 'p1', pipelineParameters: { tga: 'a' } }];
  expect(await mistakes(stages)).toEqual(['call? the pipeline that Next starts is not among the files']);
  const other = { id: 'p1', name: 'Other', parameterConfig: [{ name: 'tag', required: true }] };
  const others = JSON.stringify([JSON.parse(pipeline(stages)), JSON.parse(pipeline([ASK], other))]);
  const [one] = await subjectsOf(others);
  const problems = one?.kind === 'pipeline' ? one.facts.mistakes.map(({ problem }) => problem.value) : [];
  expect(problems).toEqual([
    'stage `Next` gives `tga`, which pipeline `Other` does not take',
    'pipeline `Other` requires the parameter `tag`',
  ]);
});

it('ends a deploy of manifests after half an hour, or when the stage says', async () => {
  const limits = [{}, { stageTimeoutMs: 600_000 }, { stableManifestTimeoutMinutes: 45 }, { type: 'deploy' }];
  const text = pipeline(limits.map((more, index) => ({ ...DEPLOY, name: `Deploy ${index}`, ...more })));
  expect(await facts(text, 'deploy-job', 'timeLimit')).toEqual([
    'Deploy 0 30',
    'Deploy 1 10',
    'Deploy 2 45',
    'Deploy 3 {"unknown":"how long deploy may take is set outside the files"}',
  ]);
});

it('has the parameters that a template states beside its pipeline', async () => {
  const inner = JSON.parse(
    pipeline([{ type: 'wait', comments: '${parameters.tag} ${parameters.tga}' }]),
  ) as unknown;
  const [one] = await subjectsOf(JSON.stringify({ ...DECLARED, pipeline: inner }));
  const found = one?.kind === 'pipeline' ? one.facts.mistakes.map(({ problem }) => problem.value) : [];
  expect(found).toEqual(['the pipeline has no parameter `tga`']);
});
