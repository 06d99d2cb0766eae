import { known, unknown, valueOf, type Fact, type Subject } from '../../model/index.ts';
import { anyTrue } from '../resource/logic.ts';
import { bool, byDefault, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { plainFacts, productionOf, wayBack } from './facts.ts';

const TYPE = 'Cloud Deploy stage';

/** Stages of Google's Cloud Deploy that give a new version a part of the traffic first. */
export function cloudDeployReleases(stack: Stack): readonly Subject[] {
  return stack.of('google_clouddeploy_delivery_pipeline').flatMap((pipeline) => {
    const automations = stack.attached('google_clouddeploy_automation', 'delivery_pipeline', pipeline, [
      'name',
    ]);
    return partsOn(pipeline, ['serial_pipeline', 'stages']).flatMap((stage, index) => {
      const [canary] = partsOn(stage, ['strategy', 'canary']);
      return canary ? releaseOf(stack, pipeline, { stage, canary, index, automations }) : [];
    });
  });
}

interface Stage {
  readonly stage: Part;
  readonly canary: Part;
  readonly index: number;
  readonly automations: readonly Resource[];
}

function releaseOf(
  stack: Stack,
  pipeline: Resource,
  { stage, canary, index, automations }: Stage,
): readonly Subject[] {
  const target = stack.target(stage.get('target_id'));
  const targetName = (target && text(target, 'name')) ?? text(stage, 'target_id');
  const name = (targetName && valueOf(targetName)) ?? String(index);
  const resource = { address: `${pipeline.address}/${name}`, at: stage.at, related: stage.related };
  const strategy = canary.uncertain
    ? unknown(canary.uncertain, canary.at, canary.related)
    : known('canary' as const, canary.at, canary.related);
  const rollsBack = repaired(automations, stage);
  const back = valueOf(rollsBack) === true;
  return [
    stack.subject('rollout', resource, {
      ...plainFacts(resource),
      type: TYPE,
      strategy,
      production: productionOf(stack, resource, [name, target?.name, pipeline.address]),
      gated: known(true, canary.at, canary.related),
      judged: judgedBy(canary, automations),
      rollsBack,
    }),
    ...(back ? [wayBack(stack, resource, 'deployment-service', true, rollsBack)] : []),
  ];
}

/** Each phase is verified, or waits for someone who advances it, unless an automation does. */
function judgedBy(canary: Part, automations: readonly Resource[]): Fact<boolean> {
  const phases = [
    ...canary.parts('canary_deployment'),
    ...partsOn(canary, ['custom_canary_deployment', 'phase_configs']),
  ];
  const verified = phases.map((phase) => bool(phase, 'verify') ?? byDefault(false, phase));
  const [advance] = automations.flatMap((each) => partsOn(each, ['rules', 'advance_rollout_rule']));
  const byHand = known(advance === undefined, advance?.at ?? canary.at, advance?.related ?? canary.related);
  return anyTrue([byHand, ...verified], verified[0] ?? byHand);
}

/** An automation of the pipeline takes a failed rollout back. */
function repaired(automations: readonly Resource[], stage: Part): Fact<boolean> {
  const none = byDefault(false, stage);
  const back = automations.flatMap((each) =>
    partsOn(each, ['rules', 'repair_rollout_rule']).flatMap((rule) => [
      ...rule.parts('repair_phases').flatMap((phase) => phase.parts('rollback')),
      ...rule.parts('repair_modes').flatMap((mode) => mode.parts('rollback')),
    ]),
  );
  return anyTrue(
    back.map((part) => byDefault(true, part)),
    none,
  );
}
