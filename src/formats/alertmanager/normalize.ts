import type { Diagnostic } from '../../source/index.ts';
import { known, type Subject } from '../../model/index.ts';
import { MAX_ROUTES } from '../../monitoring/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { embeddedConfig } from '../cluster-objects.ts';
import { uniqueIds } from '../unique-ids.ts';
import { credentialsOf } from './credentials.ts';
import { parseInnerYaml } from '../../syntax/yaml/index.ts';
import { namespaceMatchers, readRouter, type RouterConfig } from './router.ts';

/** One router for each configuration, and what opens something in it. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const subjects: Subject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const document of documents) {
    const config = configOf(document);
    if (!config) {
      diagnostics.push(unreadable(document));
      continue;
    }
    const { path } = document.file;
    const { facts, strays, more } = readRouter(config);
    for (const stray of strays) diagnostics.push(strayEntry(stray));
    if (more) diagnostics.push(tooMany(config));
    const environment =
      context.environmentOf(path) ?? (config.namespace && context.environmentOf(config.namespace));
    const id = uniqueId(`${path}:${config.name}`);
    for (const one of credentialsOf(config.body, id)) subjects.push({ ...one, id: uniqueId(one.id) });
    subjects.push({
      kind: 'alert-router',
      id,
      name: config.name,
      format: 'alertmanager',
      ...(environment !== undefined && { environment }),
      location: config.location,
      facts,
    });
  }
  return { subjects, diagnostics };
}

/** Undefined for an object whose embedded configuration cannot be read. */
function configOf(document: DataDocument): RouterConfig | undefined {
  const root = rootNode(document);
  const file = document.file.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  if (!root.get('apiVersion').exists) {
    const { header: location } = root.get('route');
    return { body: root, name: file, location, namespace: undefined, rootMatchers: known([], location) };
  }
  const name = root.get('metadata', 'name');
  const object = {
    name: name.text ?? file,
    location: name.at,
    namespace: root.get('metadata', 'namespace').text,
  };
  const embedded = embeddedConfig(root);
  if (!embedded) return { ...object, body: root.get('spec'), rootMatchers: namespaceMatchers(root) };
  const { node, encoded } = embedded;
  const inner = node.text === undefined ? undefined : parseInnerYaml(node.text, node.at, encoded);
  const body = inner && rootNode(inner);
  if (!body?.isMap) return undefined;
  return { ...object, body, rootMatchers: known([], body.get('route').at) };
}

function unreadable(document: DataDocument): Diagnostic {
  const node = embeddedConfig(rootNode(document))?.node ?? rootNode(document);
  return {
    code: 'alertmanager/embedded',
    level: 'warning',
    message: 'The Alertmanager configuration inside this object could not be read.',
    path: document.file.path,
    location: node.header,
  };
}

function strayEntry(node: DataNode): Diagnostic {
  const location = node.at;
  const message = 'This is neither a route nor a receiver; it was left out.';
  return { code: 'alertmanager/shape', level: 'warning', message, path: location.file.path, location };
}

function tooMany({ location }: RouterConfig): Diagnostic {
  return {
    code: 'alertmanager/too-many-routes',
    level: 'warning',
    message: `There are more than ${MAX_ROUTES} routes; those beyond were left out.`,
    path: location.file.path,
    location,
  };
}
