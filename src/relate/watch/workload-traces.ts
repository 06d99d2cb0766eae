import { isUnknown, unknown, valueOf, type SubjectOf } from '../../model/index.ts';
import { readAddress } from '../../monitoring/index.ts';
import { relatedTo } from '../facts.ts';
import { pipelinesBeside, runsCollector, together } from './collectors.ts';
import { isRunByOperator, runsPipeline } from './configured.ts';
import type { LogSources } from './workload-logs.ts';
import { watchers, type Watchers } from './watchers.ts';

type Workload = SubjectOf<'workload'>;

/** What takes the traces of a component's workloads, where their variables say where they go; undefined where none does. */
export function workloadTraces(own: readonly Workload[], sources: LogSources): Watchers | undefined {
  const senders = own.filter(({ facts }) => facts.tracesTo);
  if (senders.length === 0 || senders.length < own.length) return undefined;
  const all = senders.map((sender) => takenFrom(sender, sources));
  const open = all.find((one) => isUnknown(one.value));
  if (open) return open;
  const lost = all.find((one) => valueOf(one)?.length === 0);
  if (lost) return lost;
  const takers = new Set(all.flatMap((one) => valueOf(one) ?? []).map(({ id }) => id));
  return watchers(
    sources.pipelines.filter(({ id }) => takers.has(id)),
    'its traces are taken here',
  );
}

function takenFrom(sender: Workload, { workloads, pipelines }: LogSources): Watchers {
  const { tracesTo } = sender.facts;
  if (!tracesTo || isUnknown(tracesTo.value))
    return unknown(
      `where it sends its traces is not known${tracesTo && isUnknown(tracesTo.value) ? `: ${tracesTo.value.unknown}` : ''}`,
    );
  const { host } = readAddress(tracesTo.value);
  const service = host.split('.', 1)[0] ?? '';
  const candidates = pipelinesBeside(sender, pipelines).filter(
    ({ facts }) => facts.signals.includes('traces') && facts.sources.some(({ type }) => type === 'otlp'),
  );
  // Who runs a collector by its operator calls its Service so.
  const named = candidates.filter(
    (one) => isRunByOperator(one) && service === `${collectorName(one.facts.collector)}-collector`,
  );
  const receivers = workloads.filter(
    (one) => one.name === service && together(one.environment, sender.environment),
  );
  const takers =
    named.length > 0
      ? named
      : candidates.filter((candidate) => receivers.some((one) => runsPipeline(one, candidate)));
  const shown = relatedTo(takers, 'traces are taken here');
  const open = candidates.find(({ facts }) => receivers.some((one) => runsCollector(one, facts.system)));
  if (takers.length === 0 && open)
    return unknown(`with which configuration ${service} runs, to which it sends its traces, is not known`);
  if (takers.length === 0)
    return unknown(`what takes the traces that it sends to ${host} is not among the files`);
  if (takers.every(({ facts }) => facts.kept.value === true))
    return watchers(takers, 'its traces are taken here');
  return takers.every(({ facts }) => facts.kept.value === false)
    ? { ...watchers([], ''), related: shown }
    : unknown(
        `whether ${takers[0]?.name ?? host} keeps the traces that it takes is not known`,
        undefined,
        shown,
      );
}

/** The id of a collector ends with its name. */
function collectorName(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
