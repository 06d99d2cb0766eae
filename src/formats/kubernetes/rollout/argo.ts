import { known, unknown, type Fact, type RolloutFacts, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { mistyped } from '../read.ts';
import type { Delivery } from '../workload/strategy.ts';
import { productionOf } from './production.ts';
import { analysisReference, type Templates } from './templates.ts';

/** The release of a Rollout; none when its strategy is a rolling update, or unclear. */
export function rolloutSubject(
  object: KubernetesObject,
  delivery: Delivery,
  templates: Templates,
): SubjectOf<'rollout'> | undefined {
  const { strategy } = delivery;
  const written = object.root.get('spec', 'strategy');
  const canary = written.get('canary');
  if (strategy.value !== 'canary' && strategy.value !== 'blue-green') return undefined;
  return subjectFrom(object, 'rollout', {
    type: object.kind,
    strategy,
    production: productionOf(object, object.name),
    ...(strategy.value === 'canary' ? canaryFacts(canary, delivery) : switchFacts(written.get('blueGreen'))),
    weights: weightsOf(canary),
    analysisSkipped: known(false, object.location),
    rollsBack: delivery.abortsAutomatically ?? known(null, object.location),
    oldKept: oldKept(written.get('blueGreen')),
    ...(strategy.value === 'blue-green' && { preview: previewOf(written.get('blueGreen')) }),
    templates: references(written).map((entry) => analysisReference(entry, object.namespace, templates)),
  });
}

type Gates = Pick<RolloutFacts, 'gated' | 'judged'>;

function canaryFacts(canary: DataNode, { analysis }: Delivery): Gates {
  const steps = canary.get('steps');
  const plugin = steps.items().find((step) => step.has('plugin'));
  const judged =
    plugin && analysis.value === false
      ? unknown('what its step plugin waits for is not known', plugin.header)
      : analysis;
  return { gated: gatedSteps(canary, steps, plugin), judged };
}

function weightsOf(canary: DataNode): Fact<readonly number[] | null> {
  const steps = canary.get('steps');
  if (!canary.exists) return known(null, canary.at);
  if (steps.exists && !steps.isList) return mistyped(steps, 'a list');
  const stated = steps
    .items()
    .map((step) => step.get('setWeight'))
    .filter(({ exists }) => exists);
  const open = stated.find(({ value }) => typeof value !== 'number');
  if (open) return mistyped(open, 'a number');
  return known(
    stated.flatMap(({ value }) => (typeof value === 'number' ? [value] : [])),
    stated[0]?.at ?? canary.header,
  );
}

/** A gate counts after a part of the traffic, or of the pods, has the new version. */
function gatedSteps(canary: DataNode, steps: DataNode, plugin: DataNode | undefined): Fact<boolean> {
  if (steps.exists && !steps.isList) return mistyped(steps, 'a list');
  let exposed = false;
  for (const step of steps.items()) {
    if (!step.isMap) return mistyped(step, 'a map');
    const weight = step.get('setWeight');
    if (weight.exists) exposed = typeof weight.value !== 'number' || (weight.value > 0 && weight.value < 100);
    else if (EXPOSING.some((key) => step.has(key))) exposed = true;
    else if (exposed && isGate(step)) return known(true, step.header);
  }
  const first = steps.items().find((step) => step.has('setWeight')) ?? canary;
  if (plugin) return unknown('what its step plugin waits for is not known', plugin.header);
  const background = canary.get('analysis');
  if (background.exists)
    return unknown(
      'its analysis runs beside steps without a pause, so that the time it has depends on when pods are ready',
      background.header,
    );
  return known(false, first.header);
}

const EXPOSING = ['setCanaryScale', 'setHeaderRoute', 'setMirrorRoute'];

function isGate(step: DataNode): boolean {
  if (step.has('analysis') || step.has('experiment')) return true;
  if (!step.has('pause')) return false;
  const { value } = step.get('pause', 'duration');
  return value !== 0 && !/^0[smh]?$/.test(String(value));
}

/** Blue/green switches by itself as soon as pods are ready, or after a time, unless it may not. */
function switchFacts(blueGreen: DataNode): Gates {
  const before = blueGreen.get('prePromotionAnalysis');
  const automatic = blueGreen.get('autoPromotionEnabled');
  const seconds = blueGreen.get('autoPromotionSeconds');
  const gated = known(true, blueGreen.header);
  if (before.exists) return { gated, judged: known(true, before.header) };
  if (automatic.exists && typeof automatic.value !== 'boolean')
    return { gated, judged: mistyped(automatic, 'true or false') };
  if (automatic.value !== false)
    return { gated, judged: known(false, automatic.exists ? automatic.at : blueGreen.header) };
  // Versions of Argo Rollouts differ: argoproj/argo-rollouts issue 2000.
  const reason = 'autoPromotionSeconds may promote it all the same';
  return { gated, judged: seconds.exists ? unknown(reason, seconds.at) : known(true, automatic.at) };
}

/** Without a Service of its own the new version is reached by nobody before all are sent to it. */
function previewOf(blueGreen: DataNode): Fact<boolean> {
  const preview = blueGreen.get('previewService');
  return known(preview.exists, preview.at);
}

/** What stays of the old version after a switch stays half a minute, unless it is told otherwise. */
function oldKept(blueGreen: DataNode): Fact<boolean | null> {
  const delay = blueGreen.get('scaleDownDelaySeconds');
  return blueGreen.exists ? known(delay.value !== 0, delay.at) : known(null, blueGreen.at);
}

function references(strategy: DataNode): readonly DataNode[] {
  const canary = strategy.get('canary');
  const blueGreen = strategy.get('blueGreen');
  const steps = canary.get('steps').items();
  const analyses = [
    canary.get('analysis'),
    ...steps.map((step) => step.get('analysis')),
    blueGreen.get('prePromotionAnalysis'),
    blueGreen.get('postPromotionAnalysis'),
  ];
  return [
    ...analyses.flatMap((analysis) => analysis.get('templates').items()),
    ...steps.flatMap((step) => step.get('experiment', 'analyses').items()),
  ].filter((entry) => entry.isMap);
}
