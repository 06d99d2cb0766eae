import { known, unknown, type Fact, type Subject, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { canaryRefusals } from '../acceptance/canary.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { booleanFact, mistyped } from '../read.ts';
import { deliveryOf } from '../workload/strategy.ts';
import { canaryMetrics } from './metrics.ts';
import { productionOf } from './production.ts';
import { metricReference, type Templates } from './templates.ts';

/** Webhooks that tell of a release, or come after its end, hold nothing up. */
const TELLING: ReadonlySet<string> = new Set(['event', 'rollback', 'post-rollout']);

/** A Canary of Flagger, which waits between its weights by itself, and the metrics that judge it. */
export function canarySubjects(object: KubernetesObject, templates: Templates): readonly Subject[] {
  const spec = object.root.get('spec');
  const analysis = [spec.get('analysis'), spec.get('canaryAnalysis')].find(({ exists }) => exists);
  const metrics = analysis?.get('metrics').items() ?? [];
  const refused = canaryRefusals(spec);
  const subject: SubjectOf<'rollout'> = subjectFrom(object, 'rollout', {
    type: object.kind,
    strategy: deliveryOf(object, object).strategy,
    production: productionOf(object, object.name),
    gated: analysis ? known(true, analysis.header) : unknown('it states no analysis', spec.header),
    weights: weightsOf(analysis ?? spec.get('analysis')),
    analysisSkipped: booleanFact(spec.get('skipAnalysis'), false),
    judged: analysis ? judged(analysis, metrics) : unknown('it states no analysis', spec.header),
    rollsBack: known(null, object.location),
    oldKept: known(null, object.location),
    templates: metrics
      .map((metric) => metric.get('templateRef'))
      .filter(({ exists }) => exists)
      .map((entry) => metricReference(entry, object.namespace, templates)),
    ...(refused.length > 0 && { refused }),
  });
  const measured = analysis && canaryMetrics(object, analysis);
  return measured ? [subject, measured] : [subject];
}

/** Flagger's weights: as they are listed, or by steps up to the last. */
function weightsOf(analysis: DataNode): Fact<readonly number[] | null> {
  const listed = analysis.get('stepWeights');
  if (listed.exists) {
    const numbers = listed.items().flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    return numbers.length === listed.items().length && numbers.length > 0
      ? known(numbers, listed.at)
      : mistyped(listed, 'a list of numbers');
  }
  const step = analysis.get('stepWeight');
  const most = analysis.get('maxWeight');
  if (!step.exists) return known(null, analysis.at);
  const size = step.value;
  const last = most.exists ? most.value : 100;
  if (typeof size !== 'number' || typeof last !== 'number' || size < 1 || last > 1000)
    return mistyped(typeof size === 'number' && size >= 1 ? most : step, 'a number');
  return known(
    Array.from({ length: Math.floor(last / size) }, (_, index) => (index + 1) * size),
    step.at,
  );
}

function judged(analysis: DataNode, metrics: readonly DataNode[]): Fact<boolean> {
  const hooks = analysis.get('webhooks').items();
  const judge = metrics[0] ?? hooks.find((hook) => !TELLING.has(hook.get('type').text ?? 'rollout'));
  return judge ? known(true, judge.header) : known(false, analysis.header);
}
