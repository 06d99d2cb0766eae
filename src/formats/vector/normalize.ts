import { known, type HolderFacts, type Subject, type TelemetrySignal } from '../../model/index.ts';
import { credentialsBelow, shipperSubjects } from '../../monitoring/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName, directoryOf } from '../paths.ts';
import { openedDocuments } from '../scalar-places.ts';
import { uniqueIds } from '../unique-ids.ts';
import { componentsOf, referencesOf, stageOf, type Component } from './components.ts';
import { detect } from './detect.ts';
import { filesOf } from './files.ts';
import { listenerOf, sinkOf } from './sinks.ts';

const FORMAT = 'vector';

/** Each file is a collector with one pipeline; files of one folder may take what others of it give. */
export function normalize(objects: readonly DataDocument[], context: FormatContext): Normalized {
  const { documents, diagnostics, holders } = openedDocuments(objects, 'vector', detect);
  const uniqueId = uniqueIds();
  const names = new Map<string, Set<string>>();
  for (const document of documents) {
    const folder = directoryOf(document.file.path);
    const some = names.get(folder) ?? new Set();
    names.set(folder, some);
    for (const { id, kind } of componentsOf(rootNode(document))) if (kind !== 'sink') some.add(id);
  }
  const subjects = documents.flatMap((document): readonly Subject[] => {
    const { path } = document.file;
    const name = baseName(path).replace(/\.[^.]*$/, '');
    const id = uniqueId(`${path}:${name}`);
    const beside = names.get(directoryOf(path)) ?? new Set();
    const credentials = credentialsOf(document, id).map((one) => ({ ...one, id: uniqueId(one.id) }));
    return [
      ...subjectsOf(document, {
        id,
        name,
        beside,
        environment: context.environmentOf(path),
        heldBy: holders.get(document),
      }),
      ...credentials,
    ];
  });
  return { subjects, diagnostics };
}

interface Naming {
  readonly id: string;
  readonly name: string;
  readonly beside: ReadonlySet<string>;
  readonly environment: string | undefined;
  readonly heldBy: HolderFacts | undefined;
}

function subjectsOf(document: DataDocument, { beside, ...naming }: Naming): readonly Subject[] {
  const root = rootNode(document);
  const components = componentsOf(root);
  const of = (kind: Component['kind']): readonly Component[] => components.filter((one) => one.kind === kind);
  const [sources, transforms, sinks] = [of('source'), of('transform'), of('sink')];
  const whole = sources.length > 0 && sinks.length > 0;
  const partial = whole ? undefined : 'it is one of several files that Vector reads';
  const own = sources.find(({ type }) => type === 'internal_metrics');
  const api = root.get('api', 'enabled');
  const location = root.header;
  const none = known(null, location);
  return shipperSubjects({
    system: 'vector',
    format: FORMAT,
    ...naming,
    location,
    partial,
    signals: signalsOf(sources),
    sources: sources.map(stageOf),
    steps: transforms.map(stageOf),
    sinks: sinks.map(sinkOf),
    files: filesOf(sources, transforms),
    ...referencesOf(components, beside, partial),
    dropsUnread: transforms
      .filter(dropsFailed)
      .map(({ id, node }) => known(id, node.get('drop_on_error').at)),
    listeners: sources.flatMap((one) => listenerOf(one) ?? []),
    healthChecked: partial === undefined ? known(api.value === true, api.at) : none,
    tellsMetrics:
      own || partial === undefined
        ? known(own !== undefined, (own?.node ?? root.get('sources')).header)
        : none,
  });
}

/** Records on which its program fails are gone, unless they take a way of their own. */
function dropsFailed({ type, node }: Component): boolean {
  return (
    type === 'remap' && node.get('drop_on_error').value === true && node.get('reroute_dropped').value !== true
  );
}

function signalsOf(sources: readonly Component[]): readonly TelemetrySignal[] {
  const found = sources.flatMap(({ type }): readonly TelemetrySignal[] => {
    if (type.startsWith('internal_')) return [];
    if (type === 'opentelemetry') return ['logs', 'metrics', 'traces'];
    return [/metrics|^prometheus_|^statsd$/.test(type) ? 'metrics' : 'logs'];
  });
  return [...new Set(found)].sort();
}

function credentialsOf(document: DataDocument, id: string): readonly Subject[] {
  return componentsOf(rootNode(document))
    .filter(({ kind }) => kind !== 'transform')
    .flatMap(({ kind, id: name, node }) =>
      credentialsBelow({
        value: node.value,
        locate: (path) => document.locate([`${kind}s`, name, ...path]),
        owner: `${kind} ${name}`,
        id: `${id}/${name}`,
      }).map((one) => ({ ...one, format: FORMAT })),
    );
}
