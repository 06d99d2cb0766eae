import type { Signal } from '../../../model/index.ts';
import type { Stack } from '../../resource/stack.ts';
import type { Metric } from '../metrics.ts';
import { listed, written } from '../read.ts';
import type { AlarmNames } from './names.ts';

const ERRORS = /error|exception|fatal|panic|fail|\b5(?:\d\d|xx|\*)/i;

/** The metric with what is known of it from the filter that makes it of lines of a log; a filter is about its log. */
export function fromLogs(stack: Stack, metric: Metric, { filter }: AlarmNames): Metric {
  if (metric.namespace === '' || metric.namespace.startsWith('AWS/')) return metric;
  const makers = stack
    .of(filter.type)
    .filter((each) =>
      each
        .parts(filter.made)
        .some(
          (part) =>
            written(part, filter.name) === metric.name &&
            written(part, filter.namespace) === metric.namespace,
        ),
    );
  const errors: Signal | undefined = makers.some((each) => ERRORS.test(written(each, filter.pattern)))
    ? 'errors'
    : undefined;
  const logs = makers.flatMap((each) => listed(each, filter.group));
  return { ...metric, signal: metric.signal ?? errors, dimensions: [...metric.dimensions, ...logs] };
}
