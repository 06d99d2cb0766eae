import {
  known,
  unknown,
  type Subject,
  type SubjectOf,
  type TelemetryCollectorFacts,
} from '../../model/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { resourceOf } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { uniqueIds } from '../unique-ids.ts';
import { componentsOf, isFilledIn, filledIn, plainType, type Components } from './component.ts';
import { readConfigs, type CollectorConfig } from './config.ts';
import { credentialsOf } from './credentials.ts';
import { deprecatedNames } from './deprecated.ts';
import { cyclesOf, MAX_PIPELINES, pipelineGraph } from './graph.ts';
import { listenersOf } from './listeners.ts';
import { pipelineFacts } from './pipeline.ts';
import { referencesOf, type References } from './references.ts';

const FORMAT = 'opentelemetry-collector';

/** Each configuration is a collector; its pipelines, and what opens something in it, are subjects of their own. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const subjects: Subject[] = [];
  const diagnostics: Diagnostic[] = [];
  const { configs, unreadable } = readConfigs(documents);
  for (const config of configs) {
    const id = uniqueId(`${config.path}:${config.name}`);
    const { namespace, path } = config;
    const environment =
      context.environmentOf(path) ?? (namespace ? context.environmentOf(namespace) : undefined);
    const place = { format: FORMAT, ...(environment !== undefined && { environment }) };
    for (const one of subjectsOf(config, id))
      subjects.push({ ...one, ...place, id: one.kind === 'telemetry-collector' ? one.id : uniqueId(one.id) });
    if (config.body.get('service', 'pipelines').entries().length > MAX_PIPELINES)
      diagnostics.push(tooMany(config));
  }
  for (const node of unreadable) diagnostics.push(unread(node));
  if (context.wantsResources)
    for (const document of documents)
      if (rootNode(document).get('apiVersion').exists) subjects.push(resourceOf(document, FORMAT));
  return { subjects, diagnostics };
}

function subjectsOf(config: CollectorConfig, id: string): readonly Subject[] {
  const { body, layered } = config;
  const components = componentsOf([body, ...config.beside]);
  const graph = pipelineGraph(body, components);
  const references = referencesOf(config, components, graph);
  const factsOf = pipelineFacts({
    components,
    graph,
    layered,
    collector: id,
    heldBy: config.heldBy,
    storages: storagesOf(components, references),
  });
  const pipelines = graph.pipelines.map((pipeline): SubjectOf<'telemetry-pipeline'> => ({
    kind: 'telemetry-pipeline',
    id: `${id}/${pipeline.id}`,
    name: `${config.name}/${pipeline.id}`,
    format: FORMAT,
    location: pipeline.node.header,
    facts: factsOf(pipeline),
  }));
  const facts: TelemetryCollectorFacts = {
    system: 'opentelemetry-collector',
    signals: [...new Set(pipelines.flatMap((one) => one.facts.signals))].sort(),
    undefinedNames: references.undefinedNames,
    unusedNames: references.unusedNames,
    looseConnectors: references.looseConnectors,
    deprecatedNames: deprecatedNames(body, componentsOf([body])),
    cycles: cyclesOf(graph).map((chain) =>
      known(chain.map((one) => one.id).join(' → '), chain[0]?.node.header),
    ),
    listeners: listenersOf(components, references.isUsed, body.get('service', 'telemetry')),
    ...ownState(config, components, references),
  };
  const collector: SubjectOf<'telemetry-collector'> = {
    kind: 'telemetry-collector',
    id,
    name: config.name,
    format: FORMAT,
    location: config.location,
    facts,
  };
  return [collector, ...pipelines, ...credentialsOf(componentsOf([body]), body, id)];
}

/** Extensions that are switched on and keep things on a disk. */
function storagesOf({ extension }: Components, { isUsed }: References): ReadonlySet<string> {
  const kept = [...extension.values()].filter((one) => isUsed(one) && one.type.includes('storage'));
  return new Set(kept.map(({ id }) => id));
}

function ownState(
  { body, layered }: CollectorConfig,
  { extension }: Components,
  { isUsed }: References,
): Pick<TelemetryCollectorFacts, 'healthChecked' | 'tellsMetrics' | 'logLevel'> {
  const check = [...extension.values()].find(
    (one) => isUsed(one) && plainType(one.type).startsWith('healthcheck'),
  );
  const telemetry = body.get('service', 'telemetry');
  const [metrics, logs] = [telemetry.get('metrics', 'level'), telemetry.get('logs', 'level')];
  const at = (check?.node ?? body.get('service', 'extensions')).header;
  const metricsLevel = metrics.text?.toLowerCase();
  return {
    healthChecked: check || layered === undefined ? known(check !== undefined, at) : unknown(layered, at),
    tellsMetrics: isFilledIn(metrics.text ?? '')
      ? filledIn(metrics.text ?? '', metrics)
      : known(metricsLevel !== 'none', metrics.at),
    logLevel: isFilledIn(logs.text ?? '')
      ? filledIn(logs.text ?? '', logs)
      : known(logs.text?.toLowerCase() ?? null, logs.at),
  };
}

function unread(node: DataNode): Diagnostic {
  const location = node.header;
  const message = 'The configuration of a collector inside this object could not be read.';
  return { code: `${FORMAT}/embedded`, level: 'warning', message, path: location.file.path, location };
}

function tooMany({ body, path }: CollectorConfig): Diagnostic {
  const location = body.get('service', 'pipelines').header;
  const message = `There are more than ${MAX_PIPELINES} pipelines; those beyond were left out.`;
  return { code: `${FORMAT}/too-many-pipelines`, level: 'warning', message, path, location };
}
