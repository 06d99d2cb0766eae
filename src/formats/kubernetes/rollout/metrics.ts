import {
  known,
  unknown,
  type Fact,
  type MetricEffect,
  type ReleaseMetricFacts,
  type SubjectOf,
} from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { mistyped } from '../read.ts';

/**
 * Providers whose measurements fail by themselves: a job's end, Kayenta's score, and on the web a reply that is no
 * success, which is an error, of which more than `consecutiveErrorLimit` end the analysis too.
 */
const JUDGING: ReadonlySet<string> = new Set(['job', 'kayenta', 'web']);

export function analysisSubject(object: KubernetesObject): SubjectOf<'release-analysis'> {
  const spec = object.root.get('spec');
  const metrics = metricsIn(spec.get('metrics'), (metric) => argoEffect(metric, spec.get('dryRun')));
  return subjectFrom(object, 'release-analysis', { type: object.kind, metrics });
}

/** The metrics of a Canary; nothing when it has none. */
export function canaryMetrics(
  object: KubernetesObject,
  analysis: DataNode,
): SubjectOf<'release-analysis'> | undefined {
  const metrics = metricsIn(analysis.get('metrics'), flaggerEffect);
  if (metrics.length === 0) return undefined;
  return subjectFrom(object, 'release-analysis', { type: object.kind, metrics });
}

function metricsIn(
  list: DataNode,
  effectOf: (metric: DataNode) => Fact<MetricEffect>,
): readonly ReleaseMetricFacts[] {
  return list
    .items()
    .filter((metric) => metric.isMap)
    .map((metric) => ({ name: metric.get('name').text ?? 'without a name', effect: effectOf(metric) }));
}

/** Argo Rollouts: without a condition each measurement that is no error is a success. */
function argoEffect(metric: DataNode, dryRun: DataNode): Fact<MetricEffect> {
  const [provider] = metric.get('provider').entries();
  const conditions = [metric.get('successCondition'), metric.get('failureCondition')];
  const stated = conditions.find(({ exists, value }) => exists && value !== '');
  if (!stated && !provider) return unknown('its provider is not stated', metric.header);
  if (!stated && provider?.[0] === 'plugin')
    return unknown('whether the plugin judges by itself is not known', provider[1].header);
  if (!stated && !JUDGING.has(provider?.[0] ?? '')) return known('no-condition', metric.header);
  const dry = dryRunEffect(metric, dryRun);
  if (dry) return dry;
  return !stated && provider?.[0] === 'web' ? known('aborts', metric.header) : limitEffect(metric);
}

function dryRunEffect(metric: DataNode, dryRun: DataNode): Fact<MetricEffect> | undefined {
  const names = dryRun.items().map((entry) => entry.get('metricName'));
  const own = names.find(({ text }) => text === '.*' || text === metric.get('name').text);
  if (own?.exists) return known('dry-run', own.at);
  const pattern = names.find(({ text }) => text !== undefined && /[^\w -]/.test(text));
  return pattern && unknown(`the pattern ${pattern.text ?? ''} of dryRun may mean it`, pattern.at);
}

/** More than `failureLimit` failures end the analysis: never, when it measures no more often than that. */
function limitEffect(metric: DataNode): Fact<MetricEffect> {
  const limit = metric.get('failureLimit');
  if (!limit.exists) return known('aborts', metric.header);
  const allowed = integer(limit);
  if (allowed === undefined) return unreadable(limit);
  if (metric.get('consecutiveSuccessLimit').exists)
    return unknown('it also has a consecutiveSuccessLimit', limit.at);
  if (allowed < 0) return known('never-fails', limit.at);
  const count = metric.get('count');
  if (!count.exists && metric.get('interval').exists) return known('aborts', limit.at);
  const measurements = count.exists ? integer(count) : 1;
  if (measurements === undefined) return unreadable(count);
  // A count of zero is none: it measures until the release is done.
  return known(measurements > 0 && allowed >= measurements ? 'never-fails' : 'aborts', limit.at);
}

function unreadable(node: DataNode): Fact<never> {
  const argument = node.text?.includes('{{') ? node.text : undefined;
  if (argument === undefined) return mistyped(node, 'a number');
  return unknown(`${node.label} is ${argument}, which those who use the template fill in`, node.at);
}

/** Kubernetes' integer that may be a text. */
function integer({ value, text }: DataNode): number | undefined {
  if (text !== undefined) return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
  return typeof value === 'number' ? value : undefined;
}

/**
 * Flagger: a range, or the older `threshold`, which is zero where neither stands: more than that is too much for all
 * metrics but the rate of successes, which is never less.
 */
function flaggerEffect(metric: DataNode): Fact<MetricEffect> {
  const range = metric.get('thresholdRange');
  const stated = [range.get('min'), range.get('max'), metric.get('threshold')].find(({ exists }) => exists);
  if (stated) return known('aborts', stated.at);
  const lacks = range.exists || metric.get('name').text === 'request-success-rate';
  return known(lacks ? 'no-condition' : 'aborts', metric.header);
}
