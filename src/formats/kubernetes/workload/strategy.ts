import { known, unknown, type Fact, type RolloutStrategy } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';
import { defaultFact, mistyped } from '../read.ts';

/** How a new version comes in, what judges it, and what sends it back. */
export interface Delivery {
  readonly strategy: Fact<RolloutStrategy>;
  readonly analysis: Fact<boolean>;
  /** Goes back by itself when the new version is judged bad; for canaries and blue/green only. */
  readonly abortsAutomatically?: Fact<boolean>;
}

/** Of a rolling update that may stop all pods of the old version before one of the new is ready. */
const ALL = /^0{0,9}100%$/;

/** The delivery of a workload; `canary` is a Flagger object that takes it over. */
export function deliveryOf(object: KubernetesObject, canary: KubernetesObject | undefined): Delivery {
  if (canary) return flagger(canary.root.get('spec'));
  const spec = object.root.get('spec');
  if (object.kind === 'Rollout') return rollout(spec);
  const none = known(false, object.location);
  switch (object.kind) {
    case 'Deployment':
      return { strategy: typed(spec.get('strategy')), analysis: none };
    case 'StatefulSet':
    case 'DaemonSet':
      return { strategy: typed(spec.get('updateStrategy')), analysis: none };
    default:
      return {
        strategy: unknown(`a ${object.kind} is not replaced by a rollout`, object.location),
        analysis: none,
      };
  }
}

function typed(strategy: DataNode): Fact<RolloutStrategy> {
  const type = strategy.get('type');
  const down = strategy.get('rollingUpdate', 'maxUnavailable');
  const rolls = !type.exists || type.value === 'RollingUpdate';
  if (rolls && ALL.test(down.text ?? '')) return known('recreate', down.at);
  if (!type.exists) return defaultFact<RolloutStrategy>(type, 'rolling');
  if (type.value === 'RollingUpdate') return known('rolling', type.at);
  if (type.value === 'Recreate') return known('recreate', type.at);
  if (type.value === 'OnDelete') return unknown('with OnDelete someone replaces the pods by hand', type.at);
  return mistyped(type, 'RollingUpdate, Recreate or OnDelete');
}

/** A rolling update that may take away as many pods as there are; of one pod there is no part to replace. */
export function replacedAtOnce(
  object: KubernetesObject,
  replicas: Fact<number>,
): Fact<RolloutStrategy> | undefined {
  const strategy = object.root.get('spec', object.kind === 'StatefulSet' ? 'updateStrategy' : 'strategy');
  const type = strategy.get('type');
  const down = strategy.get('rollingUpdate', 'maxUnavailable');
  const all = typeof replicas.value === 'number' && replicas.value > 1 ? replicas.value : Infinity;
  const rolls = !type.exists || type.value === 'RollingUpdate';
  return rolls && typeof down.value === 'number' && down.value >= all
    ? known('recreate', down.at)
    : undefined;
}

/** Argo Rollouts. A canary without steps and traffic routing is its rolling update. */
function rollout(spec: DataNode): Delivery {
  const strategy = spec.get('strategy');
  const canary = strategy.get('canary');
  const blueGreen = strategy.get('blueGreen');
  const deadline = spec.get('progressDeadlineAbort');
  if (blueGreen.exists && !canary.exists) return argoBlueGreen(blueGreen, deadline);
  if (canary.obstacle) {
    const wrong = mistyped(canary.obstacle, 'a map');
    return { strategy: wrong, analysis: wrong };
  }
  if (!canary.exists || blueGreen.exists) {
    const reason = canary.exists
      ? 'the strategy states both canary and blueGreen'
      : 'the strategy states neither canary nor blueGreen';
    return { strategy: unknown(reason, strategy.at), analysis: unknown(reason, strategy.at) };
  }
  const steps = canary.get('steps');
  if (steps.items().length === 0 && !canary.get('trafficRouting').exists)
    return { strategy: known('rolling', canary.header), analysis: known(false, canary.header) };
  const judged = [canary.get('analysis'), ...steps.items().flatMap(judgements)].filter((node) => node.exists);
  const paused = steps.items().filter(waitsForSomeone);
  return {
    strategy: known('canary', canary.header),
    ...judgedBy(judged, paused, canary.header, deadline),
  };
}

function argoBlueGreen(blueGreen: DataNode, deadline: DataNode): Delivery {
  const judged = [blueGreen.get('prePromotionAnalysis'), blueGreen.get('postPromotionAnalysis')];
  const manual = blueGreen.get('autoPromotionEnabled');
  return {
    strategy: known('blue-green', blueGreen.header),
    ...judgedBy(
      judged.filter((node) => node.exists),
      manual.value === false && !blueGreen.get('autoPromotionSeconds').exists ? [manual] : [],
      blueGreen.header,
      deadline,
    ),
  };
}

function judgements(step: DataNode): readonly DataNode[] {
  return [step.get('analysis'), step.get('experiment', 'analyses')];
}

/** A pause without a duration lasts until someone promotes the rollout. */
function waitsForSomeone(step: DataNode): boolean {
  return step.has('pause') && !step.get('pause', 'duration').exists;
}

function judgedBy(
  judged: readonly DataNode[],
  paused: readonly DataNode[],
  header: DataNode['header'],
  deadline: DataNode,
): Pick<Delivery, 'analysis' | 'abortsAutomatically'> {
  const first = judged[0] ?? paused[0];
  const aborts = judged[0]?.header ?? (deadline.value === true ? deadline.at : undefined);
  return {
    analysis: known(first !== undefined, first?.header ?? header),
    abortsAutomatically: known(aborts !== undefined, aborts ?? header),
  };
}

/** Flagger: iterations without weights or matches switch all traffic at once. */
function flagger(spec: DataNode): Delivery {
  const analysis = [spec.get('analysis'), spec.get('canaryAnalysis')].find((node) => node.exists);
  const skipped = spec.get('skipAnalysis');
  const steps = ['stepWeight', 'stepWeights', 'maxWeight', 'match'];
  const weighted = steps.some((key) => analysis?.get(key).exists);
  const at = analysis?.header ?? spec.header;
  const judged = analysis !== undefined && skipped.value !== true;
  const judgedAt = skipped.value === true ? skipped.at : at;
  return {
    strategy: known(weighted || !analysis?.get('iterations').exists ? 'canary' : 'blue-green', at),
    analysis: known(judged, judgedAt),
    abortsAutomatically: known(judged, judgedAt),
  };
}
