import {
  known,
  purposeOf,
  unknown,
  type Fact,
  type MetricEffect,
  type RolloutStrategy,
  type Subject,
  type SubjectOf,
} from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import type { FormatContext } from '../format.ts';
import type { ReadPipeline } from './pipeline.ts';
import { blockingOf, tellingOf, toleratedOf, type Stage } from './stage.ts';

const STRATEGIES: ReadonlyMap<string, RolloutStrategy> = new Map([
  ['redblack', 'blue-green'],
  ['rollingredblack', 'blue-green'],
  ['bluegreen', 'blue-green'],
  ['monitored', 'canary'],
  ['highlander', 'recreate'],
]);

/** How stages give a new version the traffic, and the analyses that judge it before. */
export function releasesOf(read: ReadPipeline, context: Environments): readonly Subject[] {
  const before = new Map(read.stages.map((stage) => [stage.id, stage]));
  return read.stages.flatMap((stage): readonly Subject[] => {
    if (stage.type === 'kayentaCanary') return [analysisOf(stage, read)];
    const rollout = rolloutOf(stage, before, read, context);
    return rollout ? [rollout] : [];
  });
}

type Environments = Pick<FormatContext, 'environmentOf'>;

/** The environment whose name a stage's account, namespace or stack has. */
function environmentOf(stage: Stage, context: Environments): { readonly environment?: string } {
  for (const [text] of tellingOf(stage)) {
    const environment = text === undefined ? undefined : context.environmentOf(text);
    if (environment !== undefined) return { environment };
  }
  return {};
}

function rolloutOf(
  stage: Stage,
  stages: ReadonlyMap<string, Stage>,
  read: ReadPipeline,
  context: Environments,
): SubjectOf<'rollout'> | undefined {
  const strategy = strategyOf(stage);
  if (!strategy) return undefined;
  const { header } = stage.node;
  const judges = earlier(stage, stages).filter(({ type }) => JUDGES.has(type));
  const canary = judges.find(({ type }) => type === 'kayentaCanary');
  const [judge] = judges;
  const progressive = strategy.value !== 'recreate';
  const back = stage.node
    .get('clusters')
    .items()
    .map((cluster) => cluster.get('rollback', 'onFailure'))
    .find(({ value }) => value === true);
  return {
    kind: 'rollout',
    id: `${read.pipeline.path}:${stage.name}`,
    name: stage.name,
    format: 'spinnaker',
    ...environmentOf(stage, context),
    location: header,
    facts: {
      type: 'Spinnaker stage',
      strategy: canary ? known('canary', canary.node.header) : strategy,
      production: productionOf(stage, read),
      gated: known(progressive ? true : null, header),
      weights: known(null, header),
      analysisSkipped: known(false, header),
      judged: progressive ? judgedBy(judge, header) : known(null, header),
      rollsBack: back ? known(true, back.at) : known(null, header),
      oldKept: known(null, header),
      templates: [],
    },
  };
}

const JUDGES: ReadonlySet<string> = new Set(['kayentaCanary', 'manualJudgment']);

function judgedBy(judge: Stage | undefined, header: DataNode['header']): Fact<boolean> {
  if (!judge) return known(false, header);
  return blockingOf(judge) ?? known(true, judge.node.header);
}

function strategyOf({ node }: Stage): Fact<RolloutStrategy> | undefined {
  const options = node.get('trafficManagement');
  const managed = options.get('enabled').value === true ? [options.get('options', 'strategy')] : [];
  const clusters = node
    .get('clusters')
    .items()
    .map((cluster) => cluster.get('strategy'));
  for (const written of [...managed, ...clusters]) {
    const strategy = STRATEGIES.get(written.text?.replace('-', '') ?? '');
    if (strategy) return known(strategy, written.at);
  }
  return undefined;
}

/** The stages that end before a stage starts. */
function earlier(stage: Stage, stages: ReadonlyMap<string, Stage>): readonly Stage[] {
  const found = new Set<Stage>([stage]);
  for (const one of found)
    for (const id of one.needs) {
      const need = stages.get(id);
      if (need) found.add(need);
    }
  found.delete(stage);
  return [...found];
}

function productionOf(stage: Stage, { pipeline }: ReadPipeline): Fact<boolean> {
  for (const [text, at] of [...tellingOf(stage), [pipeline.name, pipeline.at] as const]) {
    const purpose = text === undefined ? undefined : purposeOf(text);
    if (purpose) return known(purpose === 'production', at);
  }
  return unknown('neither its account nor its names tell the environment', stage.node.header);
}

/** A bad score ends the pipeline, unless the stage goes on whatever comes out. */
function analysisOf(stage: Stage, { pipeline, stages }: ReadPipeline): SubjectOf<'release-analysis'> {
  return {
    kind: 'release-analysis',
    id: `${pipeline.path}:${stage.name}`,
    name: stage.name,
    format: 'spinnaker',
    location: stage.node.header,
    facts: {
      type: 'canary analysis',
      metrics: [{ name: 'score', effect: effectOf(stage, stages) }],
    },
  };
}

function effectOf(stage: Stage, stages: readonly Stage[]): Fact<MetricEffect> {
  const tolerated = toleratedOf(stage);
  if (!tolerated) return known('aborts', stage.node.header);
  const asked = stages.some(({ node }) => expressionsOf(node).some((text) => text.includes(stage.name)));
  return asked
    ? unknown(`expressions of other stages ask what ${stage.name} found`, tolerated.at)
    : known('dry-run', tolerated.at);
}

/** What decides whether a stage runs, or ends the pipeline. */
function expressionsOf(node: DataNode): readonly string[] {
  const conditions = node.get('preconditions').items();
  return [
    node.get('stageEnabled', 'expression'),
    ...conditions.map((condition) => condition.get('context', 'expression')),
  ].flatMap(({ text }) => text ?? []);
}
