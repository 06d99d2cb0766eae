import type { RefusalFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';
import { textFact } from '../read.ts';
import { refusal, standsStill } from './refusal.ts';
import { rolloutRefusals } from './rollout.ts';

/** Kinds whose selector has to fit the labels of their pods. */
const SELECTING: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);

/**
 * What keeps a workload from being rolled out at all, as the API server and the controller of Argo Rollouts say it
 * (`ValidateDeploymentSpec` of Kubernetes, `ValidateRolloutSpec` of Argo Rollouts). `strategyElsewhere`: another file
 * states the strategy of an object of this name.
 */
export function workloadRefusals(
  object: KubernetesObject,
  strategyElsewhere: boolean,
): readonly RefusalFacts[] {
  if (!SELECTING.has(object.kind)) return [];
  const spec = object.root.get('spec');
  const own = object.kind === 'Rollout' ? rolloutRefusals(spec, strategyElsewhere) : [];
  return [
    ...own,
    ...(object.kind === 'Deployment' ? deploymentRefusals(spec.get('strategy')) : []),
    ...deadlineRefusals(object.kind, spec),
    ...selectorRefusals(spec),
  ];
}

function deploymentRefusals(strategy: DataNode): readonly RefusalFacts[] {
  const rolling = strategy.get('rollingUpdate');
  if (strategy.get('type').value === 'Recreate')
    return rolling.exists ? [refusal('its strategy Recreate has no rollingUpdate', rolling.header)] : [];
  return standsStill(rolling);
}

/** The default is ten minutes. */
function deadlineRefusals(kind: string, spec: DataNode): readonly RefusalFacts[] {
  if (kind !== 'Deployment' && kind !== 'Rollout') return [];
  const deadline = spec.get('progressDeadlineSeconds');
  const ready = spec.get('minReadySeconds');
  const [seconds, least] = [deadline.exists ? deadline.value : 600, ready.exists ? ready.value : 0];
  if (typeof seconds !== 'number' || typeof least !== 'number' || seconds > least) return [];
  const why = `its progressDeadlineSeconds (${seconds}) is not more than its minReadySeconds (${least})`;
  return [refusal(why, deadline.exists ? deadline.at : ready.at)];
}

function selectorRefusals(spec: DataNode): readonly RefusalFacts[] {
  const labels = spec.get('template', 'metadata', 'labels');
  if (!labels.isMap || spec.get('workloadRef').exists) return [];
  return spec
    .get('selector', 'matchLabels')
    .entries()
    .flatMap(([key, node]) => {
      const [wanted, has] = [textFact(node, '').value, textFact(labels.get(key), '').value];
      if (typeof wanted !== 'string' || typeof has !== 'string' || wanted === has) return [];
      const why = labels.has(key)
        ? `its selector wants ${key}: ${wanted}, and its pods have ${has}`
        : `its selector wants the label ${key}, which its pods do not have`;
      return [refusal(why, node.at)];
    });
}
