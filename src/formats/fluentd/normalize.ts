import { known, type HolderFacts, type Subject, type SubjectOf } from '../../model/index.ts';
import { shipperSubjects, telemetryCredential } from '../../monitoring/index.ts';
import type { Location } from '../../source/index.ts';
import { innerText, relocated, type DataDocument } from '../../syntax/data/index.ts';
import { parseFluentd } from '../../syntax/fluentd/index.ts';
import { embeddedShippers, holderOf, resourceOf } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName } from '../paths.ts';
import { uniqueIds } from '../unique-ids.ts';
import { Element } from './element.ts';
import { filesOf } from './files.ts';
import { labelReferences, unreachable } from './routes.ts';
import { listenerOf, sinksOf } from './sinks.ts';

const FORMAT = 'fluentd';

/** One Fluentd: a file, or all texts of a ConfigMap. */
interface FluentdConfig {
  readonly name: string;
  readonly path: string;
  readonly location: Location;
  readonly namespace: string | undefined;
  readonly texts: readonly Element[];
  readonly heldBy?: HolderFacts;
}

/** Each Fluentd is a collector with one pipeline, since tags and labels tell its ways apart. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const subjects: Subject[] = [];
  for (const document of documents) {
    const config = configOf(document);
    const { path, namespace } = config;
    const id = uniqueId(`${path}:${config.name}`);
    const environment =
      context.environmentOf(path) ?? (namespace === undefined ? undefined : context.environmentOf(namespace));
    subjects.push(...subjectsOf(config, id, environment));
    for (const one of credentialsOf(config, id)) subjects.push({ ...one, id: uniqueId(one.id) });
    if (context.wantsResources && namespace !== undefined) subjects.push(resourceOf(document, FORMAT));
  }
  return { subjects, diagnostics: [] };
}

function configOf(document: DataDocument): FluentdConfig {
  const root = rootNode(document);
  const { path } = document.file;
  if (document.syntax === 'fluentd') {
    const location = root.get('<elements>').header;
    return {
      name: baseName(path).replace(/\.[^.]*$/, ''),
      path,
      location,
      namespace: undefined,
      texts: [new Element(root)],
    };
  }
  const texts = embeddedShippers(root, 'fluentd').flatMap((node) => {
    const { file, move } = innerText(node.text ?? '', node.at);
    return parseFluentd(file).documents.map((one) => new Element(rootNode(relocated(one, move))));
  });
  const name = root.get('metadata', 'name');
  const namespace = root.get('metadata', 'namespace').text ?? '';
  return {
    name: name.text ?? baseName(path),
    path,
    location: name.at,
    namespace,
    texts,
    heldBy: holderOf(root, null),
  };
}

function subjectsOf(
  { texts, name, location, heldBy }: FluentdConfig,
  id: string,
  environment: string | undefined,
): readonly Subject[] {
  const top = texts.flatMap((text) => text.elements());
  const labels = top.filter((one) => one.name === 'label');
  const scopes = [top, ...labels.map((label) => label.elements())];
  const all = [...top, ...labels.flatMap((label) => label.elements())];
  const nested = all.flatMap((one) => [one, ...one.elements('store')]);
  const includes = texts.some(
    (text) => text.get('@include').exists || all.some((one) => one.get('@include').exists),
  );
  const partial = includes
    ? 'it includes other files'
    : all.some((one) => one.name === 'source') && all.some((one) => one.name === 'match')
      ? undefined
      : 'it is a part that another file includes';
  const of = (kind: string): readonly Element[] => all.filter((one) => one.name === kind);
  const sources = of('source').filter(({ type }) => !OWN.test(type));
  const own = of('source').find(({ type }) => OWN.test(type));
  const system = top.find((one) => one.name === 'system');
  const level = system?.get('log_level');
  return shipperSubjects({
    system: 'fluentd',
    format: FORMAT,
    id,
    name,
    location,
    environment,
    partial,
    heldBy,
    signals: sources.length > 0 ? ['logs'] : [],
    sources: sources.map(({ stage }) => stage),
    steps: of('filter').map(({ stage }) => stage),
    sinks: of('match').flatMap(sinksOf),
    files: filesOf(sources, of('filter')),
    unreachable: partial === undefined ? unreachable(scopes) : [],
    ...labelReferences(nested, partial),
    dropsUnread: of('filter')
      .filter((one) => one.type === 'parser' && one.isOff('emit_invalid_record_to_error'))
      .map((one) => known(one.label, one.get('emit_invalid_record_to_error').at)),
    listeners: of('source').flatMap((one) => listenerOf(one) ?? []),
    tellsMetrics:
      own || partial === undefined
        ? known(own !== undefined, own?.fact.at ?? location)
        : known(null, location),
    logLevel: known(level?.text?.toLowerCase() ?? null, level?.at ?? location),
  });
}

/** Sources that tell of Fluentd itself. */
const OWN = /^(?:prometheus|monitor_agent|debug_agent)/;

/** Elements within elements that are looked into. */
const DEEPEST = 8;

function credentialsOf({ texts }: FluentdConfig, id: string): readonly SubjectOf<'credential'>[] {
  const found: SubjectOf<'credential'>[] = [];
  const visit = (element: Element, owner: string, depth: number): void => {
    for (const [key, node] of element.node.entries()) {
      if (node.text === undefined || key.startsWith('<')) continue;
      const one = telemetryCredential({
        key,
        owner,
        text: node.text,
        at: node.at,
        id: `${id}/${owner}.${key}`,
      });
      if (one) found.push({ ...one, format: FORMAT });
    }
    if (depth < DEEPEST)
      for (const child of element.elements())
        visit(child, child.type === '' ? owner : child.label, depth + 1);
  };
  for (const text of texts) visit(text, FORMAT, 0);
  return found;
}
