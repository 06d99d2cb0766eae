import type { Signal } from '../../../model/index.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import type { Metric } from '../metrics.ts';
import { listed, written } from '../read.ts';
import type { AlarmNames } from './names.ts';

const ERRORS = /error|exception|fatal|panic|fail|\b5(?:\d\d|xx|\*)/i;

/** Filters that make metrics of lines of logs, by namespace and name of what they make. */
export type LogMetrics = ReadonlyMap<string, readonly Resource[]>;

export function logMetrics(stack: Stack, { filter }: AlarmNames): LogMetrics {
  const makers = new Map<string, Resource[]>();
  for (const maker of stack.of(filter.type))
    for (const part of maker.parts(filter.made)) {
      const key = keyOf({ namespace: written(part, filter.namespace), name: written(part, filter.name) });
      const known = makers.get(key);
      if (!known) makers.set(key, [maker]);
      else if (!known.includes(maker)) known.push(maker);
    }
  return makers;
}

function keyOf({ namespace, name }: Pick<Metric, 'namespace' | 'name'>): string {
  return `${namespace}\0${name}`;
}

/** The metric with what is known of it from the filter that makes it of lines of a log; a filter is about its log. */
export function fromLogs(metric: Metric, made: LogMetrics, { filter }: AlarmNames): Metric {
  if (metric.namespace === '' || metric.namespace.startsWith('AWS/')) return metric;
  const makers = made.get(keyOf(metric)) ?? [];
  const errors: Signal | undefined = makers.some((each) => ERRORS.test(written(each, filter.pattern)))
    ? 'errors'
    : undefined;
  const logs = makers.flatMap((each) => listed(each, filter.group));
  return { ...metric, signal: metric.signal ?? errors, dimensions: [...metric.dimensions, ...logs] };
}
