import { known, valueOf, type Fact, type Subject } from '../../model/index.ts';
import { shipperSubjects, telemetryCredential } from '../../monitoring/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { resourceOf } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { uniqueIds } from '../unique-ids.ts';
import { readConfigs, type FluentBitConfig } from './config.ts';
import { listenersOf, signalsOf } from './inputs.ts';
import { filesOf } from './files.ts';
import { outputSink } from './sinks.ts';
import { unreachable } from './tags.ts';

const FORMAT = 'fluent-bit';

/** Each Fluent Bit is a collector with one pipeline, since tags and not files tell its ways apart. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const subjects: Subject[] = [];
  for (const config of readConfigs(documents)) {
    const id = uniqueId(`${config.path}:${config.name}`);
    const { namespace, path } = config;
    const environment =
      context.environmentOf(path) ?? (namespace === undefined ? undefined : context.environmentOf(namespace));
    subjects.push(...subjectsOf(config, id, environment));
    for (const one of credentialsOf(config, id)) subjects.push({ ...one, id: uniqueId(one.id) });
  }
  if (context.wantsResources)
    for (const document of documents)
      if (rootNode(document).get('apiVersion').exists) subjects.push(resourceOf(document, FORMAT));
  return { subjects, diagnostics: [] };
}

function subjectsOf(
  config: FluentBitConfig,
  id: string,
  environment: string | undefined,
): readonly Subject[] {
  const { service, inputs, filters, outputs, name, location, partial, heldBy } = config;
  const serves = service.isOn(false, 'http_server');
  const checked = service.isOn(false, 'health_check');
  const reports = inputs.some(({ type }) => type === 'fluentbit_metrics');
  const level = service.get('log_level');
  const stored = storedOf(config);
  // Without settings of the whole, what starts it has them.
  const decided = partial === undefined && service.node.isMap;
  return shipperSubjects({
    system: 'fluent-bit',
    format: FORMAT,
    id,
    name,
    location,
    environment,
    partial,
    heldBy,
    signals: signalsOf(inputs),
    sources: inputs.map(({ stage }) => stage),
    steps: filters.map(({ stage }) => stage),
    sinks: outputs.map((output) => outputSink(output, stored)),
    unreachable: unreachable(config),
    files: filesOf(config),
    listeners: listenersOf(inputs, service),
    healthChecked: decided ? both(serves, checked) : known(null, location),
    tellsMetrics: reports ? known(true, location) : decided ? serves : known(null, location),
    logLevel: known(level.text?.toLowerCase() ?? null, level.at),
  });
}

function both(one: Fact<boolean>, other: Fact<boolean>): Fact<boolean> {
  if (valueOf(one) === false || valueOf(other) === undefined) return valueOf(one) === false ? one : other;
  return valueOf(one) === undefined ? one : other;
}

/** What waits is on a disk where the service has a place for it and every input uses it. */
function storedOf({ service, inputs, location }: FluentBitConfig): Fact<boolean> {
  const path = service.get('storage.path');
  const memory = inputs.find((input) => input.text('storage.type')?.toLowerCase() !== 'filesystem');
  if (path.exists && !memory) return known(true, path.at);
  return known(false, memory?.name.at ?? location);
}

function credentialsOf({ inputs, filters, outputs }: FluentBitConfig, id: string): readonly Subject[] {
  return [...inputs, ...filters, ...outputs].flatMap((plugin) =>
    plugin.entries().flatMap(([key, node]) => {
      const { text } = node;
      const owner = plugin.label;
      if (text === undefined) return [];
      const common = { owner, at: node.at, id: `${id}/${owner}.${key}` };
      const one = telemetryCredential(
        key === 'header' ? { ...common, ...headerOf(text), parent: key } : { ...common, key, text },
      );
      return one ? [{ ...one, format: FORMAT }] : [];
    }),
  );
}

/** `Authorization Bearer x`. */
function headerOf(text: string): { readonly key: string; readonly text: string } {
  const key = text.trim().split(/\s/, 1)[0] ?? '';
  return { key, text: text.trim().slice(key.length).trim() };
}
