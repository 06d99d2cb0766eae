import type { RefusalFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { refusal, standsStill } from './refusal.ts';

/** Routers that split traffic between two Services, which therefore must be named. */
const BETWEEN_SERVICES = ['alb', 'smi', 'apisix', 'ambassador', 'nginx', 'appMesh', 'traefik'];

/** Of these a step has one. */
const STEPS = ['setWeight', 'pause', 'experiment', 'analysis'];

/** Without which Argo Rollouts calls the spec of a Rollout invalid, and rolls nothing out (`ValidateRolloutStrategy`). */
export function rolloutRefusals(spec: DataNode, strategyElsewhere: boolean): readonly RefusalFacts[] {
  const strategy = spec.get('strategy');
  const canary = strategy.get('canary');
  const blueGreen = strategy.get('blueGreen');
  if (canary.exists && blueGreen.exists)
    return [refusal('its strategy states both canary and blueGreen', blueGreen.header)];
  if (blueGreen.exists) return blueGreenRefusals(spec, blueGreen);
  if (canary.exists) return canaryRefusals(canary);
  // An empty `canary:` is one without settings, as far as the file's author sees it.
  if (strategy.exists && !strategy.isMap) return [];
  if (strategyElsewhere || strategy.has('canary') || strategy.has('blueGreen')) return [];
  return [refusal('its strategy states neither canary nor blueGreen', strategy.header)];
}

function blueGreenRefusals(spec: DataNode, blueGreen: DataNode): readonly RefusalFacts[] {
  const [active, preview] = [blueGreen.get('activeService'), blueGreen.get('previewService')];
  const kept = blueGreen.get('scaleDownDelayRevisionLimit');
  const history = spec.get('revisionHistoryLimit');
  const revisions = history.exists ? history.value : 10;
  return [
    ...sameService(active, preview),
    ...(typeof kept.value === 'number' && typeof revisions === 'number' && revisions < kept.value
      ? [
          refusal(
            `its scaleDownDelayRevisionLimit is more than its revisionHistoryLimit (${revisions})`,
            kept.at,
          ),
        ]
      : []),
  ];
}

function canaryRefusals(canary: DataNode): readonly RefusalFacts[] {
  const [stable, fresh] = [canary.get('stableService'), canary.get('canaryService')];
  const routing = canary.get('trafficRouting');
  const split =
    !canary.get('pingPong').exists &&
    (BETWEEN_SERVICES.some((router) => routing.get(router).exists) ||
      (routing.get('istio').exists && !routing.get('istio', 'destinationRule').exists));
  const missing = [stable, fresh].filter(({ exists }) => !exists).map(({ label }) => label);
  return [
    ...standsStill(canary),
    ...sameService(stable, fresh),
    ...(split && missing.length > 0
      ? [refusal(`its trafficRouting needs a ${missing.join(' and a ')}`, routing.header)]
      : []),
    ...canary
      .get('steps')
      .items()
      .flatMap((step) => stepRefusals(step, routing)),
  ];
}

/** Traffic cannot be divided between a Service and itself. */
function sameService(old: DataNode, fresh: DataNode): readonly RefusalFacts[] {
  if (old.text === undefined || old.text !== fresh.text) return [];
  return [refusal(`its ${old.label} and its ${fresh.label} are the same, ${old.text}`, fresh.at)];
}

function stepRefusals(step: DataNode, routing: DataNode): readonly RefusalFacts[] {
  const kinds = STEPS.filter((key) => step.get(key).exists);
  const weight = step.get('setWeight');
  const most = routing.get('maxTrafficWeight').exists ? routing.get('maxTrafficWeight').value : 100;
  const beyond =
    typeof weight.value === 'number' && typeof most === 'number' && (weight.value < 0 || weight.value > most);
  return [
    ...(kinds.length > 1
      ? [refusal(`one of its steps has ${kinds.join(' and ')}, which are steps of their own`, step.header)]
      : []),
    ...(beyond
      ? [refusal(`its setWeight ${String(weight.value)} is not between 0 and ${most}`, weight.at)]
      : []),
    ...(step.has('setCanaryScale') && !routing.exists
      ? [refusal('its setCanaryScale needs trafficRouting', step.get('setCanaryScale').header)]
      : []),
  ];
}
