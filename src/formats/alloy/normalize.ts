import {
  known,
  unknown,
  type Fact,
  type Subject,
  type TelemetrySignal,
  type TelemetrySinkFacts,
  type TelemetryStageFacts,
} from '../../model/index.ts';
import { isNearby, readAddress, shipperSubjects, sinkFacts } from '../../monitoring/index.ts';
import type { HclFile } from '../../syntax/hcl/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName, directoryOf } from '../paths.ts';
import { uniqueIds } from '../unique-ids.ts';
import { blockIn, componentsOf, plain, referencesIn, type Component } from './components.ts';

/** Each file is a collector with one pipeline; files of one folder may use what others of it define. */
export function normalize(documents: readonly HclFile[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const folders = new Map<string, Component[]>();
  for (const document of documents) {
    const folder = directoryOf(document.file.path);
    folders.set(folder, [...(folders.get(folder) ?? []), ...componentsOf(document)]);
  }
  const subjects = documents.flatMap((document): readonly Subject[] => {
    const { path } = document.file;
    const own = componentsOf(document);
    if (own.length === 0) return [];
    const name = baseName(path).replace(/\.[^.]*$/, '');
    const beside = folders.get(directoryOf(path)) ?? own;
    return subjectsOf(own, beside, { id: uniqueId(`${path}:${name}`), name }, context.environmentOf(path));
  });
  return { subjects, diagnostics: [] };
}

/** What takes in, and what hands on; the rest of those that are about telemetry are steps. */
const SOURCE =
  /^(?:loki\.source|prometheus\.(?:scrape|receive_http|operator|exporter)|otelcol\.receiver|pyroscope\.(?:scrape|ebpf|java|receive_http))\b/;
const SINK =
  /^(?:loki\.(?:write|echo)|prometheus\.(?:remote_write|write)|otelcol\.exporter|pyroscope\.write)\b/;
const STEP = /^(?:loki|prometheus|otelcol|pyroscope)\./;

function subjectsOf(
  own: readonly Component[],
  beside: readonly Component[],
  naming: { readonly id: string; readonly name: string },
  environment: string | undefined,
): readonly Subject[] {
  const [first] = own;
  if (!first) return [];
  const [sources, sinks] = [SOURCE, SINK].map((pattern) => own.filter(({ type }) => pattern.test(type)));
  const steps = own.filter(({ type }) => STEP.test(type) && !SOURCE.test(type) && !SINK.test(type));
  const whole = (sources ?? []).length > 0 && (sinks ?? []).length > 0;
  return shipperSubjects({
    system: 'alloy',
    format: 'alloy',
    ...naming,
    location: first.at,
    environment,
    partial: whole ? undefined : 'it is one of several files that Alloy may read',
    signals: [...new Set(own.flatMap(signalsOf))].sort(),
    sources: (sources ?? []).map(stageOf),
    steps: steps.map(stageOf),
    sinks: (sinks ?? []).map(sinkOf),
    undefinedNames: undefinedNames(own, beside),
  });
}

function stageOf({ type, name, at }: Component): TelemetryStageFacts {
  return { name: known(name, at), type };
}

/** OpenTelemetry's components hand on what their `output` names. */
function signalsOf({ type, body }: Component): readonly TelemetrySignal[] {
  if (type.startsWith('loki.')) return ['logs'];
  if (type.startsWith('prometheus.')) return ['metrics'];
  if (type.startsWith('pyroscope.')) return ['profiles'];
  const outputs = blockIn(body, 'output')?.attributes.map(({ name }) => name) ?? [];
  return (['logs', 'metrics', 'traces'] as const).filter((signal) => outputs.includes(signal));
}

/** Parts of Alloy whose components a file defines before others use them. */
const DEFINED = /^(?:loki|prometheus|otelcol|pyroscope|discovery|local|remote|mimir)$/;

/** Components that are referred to and that no file of the folder defines: Alloy refuses to start. */
function undefinedNames(own: readonly Component[], beside: readonly Component[]): readonly Fact<string>[] {
  const names = new Set(beside.map(({ name }) => name));
  const found = new Map<string, Fact<string>>();
  for (const { body, document } of own)
    for (const { path, start, end } of referencesIn(body)) {
      if (!DEFINED.test(path[0] ?? '') || path.length < 3) continue;
      // The type has two names or more, the label one, and what it exports at least one.
      const ends = path.map((_, index) => path.slice(0, index + 1).join('.'));
      if (ends.some((name) => names.has(name))) continue;
      const name = path.slice(0, -1).join('.');
      const text = `component ${name}, which nothing defines`;
      if (!found.has(name)) found.set(name, known(text, { file: document.file, span: { start, end } }));
    }
  return [...found.values()];
}

function sinkOf({ type, name, body, at }: Component): TelemetrySinkFacts {
  if (type === 'loki.echo' || type === 'otelcol.exporter.debug')
    return sinkFacts(known(name, at), type, 'console');
  const part = blockIn(body, 'endpoint') ?? blockIn(body, 'client');
  const url = part?.attributes.find(({ name: key }) => key === 'url' || key === 'endpoint');
  const text = plain(part, url?.name ?? 'url');
  const place = url ? { file: at.file, span: url.value } : at;
  if (typeof text !== 'string' || text.includes('${')) {
    const open = unknown('its address is given when it starts', place);
    return sinkFacts(known(name, at), type, 'remote', { address: open, nearby: open, encrypted: open });
  }
  const address = readAddress(text);
  const tls = blockIn(part ?? body, 'tls_config') ?? blockIn(part ?? body, 'tls');
  const grpc = type.startsWith('otelcol.') && address.scheme === undefined;
  const encrypted = grpc ? plain(tls, 'insecure') !== true : address.scheme === 'https';
  return sinkFacts(known(name, at), type, 'remote', {
    address: known(text, place),
    nearby: known(isNearby(address), place),
    encrypted: known(encrypted, place),
    verified: known(encrypted ? plain(tls, 'insecure_skip_verify') !== true : null, place),
    retried: known(true, place),
    queued: known(true, place),
  });
}
