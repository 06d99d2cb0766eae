import { known, unknown, type Fact } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { DataNode } from '../data-node.ts';

/** A stage of a pipeline. */
export interface Stage {
  readonly node: DataNode;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly needs: readonly string[];
}

/** More stages than any pipeline has. */
const MAX_STAGES = 500;

export function stagesOf(pipeline: DataNode): readonly Stage[] {
  return pipeline
    .get('stages')
    .items()
    .slice(0, MAX_STAGES)
    .map((node, index) => {
      const id = node.get('refId').written ?? String(index);
      const type = node.get('type').text ?? '';
      const needs = node.get('requisiteStageRefIds').items();
      return {
        node,
        id,
        type,
        name: node.get('name').text ?? (type || id),
        needs: needs.flatMap(({ written }) => written ?? []),
      };
    });
}

/** What a stage says of its own failure; undefined where that ends what comes after it. */
export function toleratedOf({ node }: Stage): Fact<boolean> | undefined {
  const goesOn = node.get('continuePipeline');
  return goesOn.value === true ? known(false, goesOn.at) : undefined;
}

/** An expression decides whether the stage runs at all. */
export function conditionOf({ node }: Stage): { readonly text: string; readonly at: Location } | undefined {
  const expression = node.get('stageEnabled', 'expression');
  return expression.text === undefined || expression.text === ''
    ? undefined
    : { text: expression.text, at: expression.at };
}

/** Whether what it asks for stops what comes after it. */
export function blockingOf(stage: Stage): Fact<boolean> | undefined {
  const condition = conditionOf(stage);
  if (condition) return unknown(`whether ${stage.name} runs is decided by an expression`, condition.at);
  return toleratedOf(stage);
}

/** Texts that may speak of the environment that a stage deploys to, the surest first. */
export function tellingOf({ node, name }: Stage): readonly (readonly [string | undefined, Location])[] {
  const clusters = node.get('clusters').items();
  const holders = [node, ...clusters];
  const places = holders.flatMap((holder) => [
    holder.get('moniker', 'stack'),
    holder.get('stack'),
    holder.get('namespaceOverride'),
    holder.get('location'),
    holder.get('account'),
    holder.get('credentials'),
  ]);
  const manifests = [node.get('manifest'), ...node.get('manifests').items()];
  const namespaces = manifests.map((manifest) => manifest.get('metadata', 'namespace'));
  return [
    ...[...places, ...namespaces].flatMap((place) => (place.text ? [[place.text, place.at] as const] : [])),
    [name, node.header],
  ];
}
