import type { HolderFacts } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { innerText, relocated, type DataDocument } from '../../syntax/data/index.ts';
import { parseFluentBit } from '../../syntax/fluent-bit/index.ts';
import { fitsText } from '../../syntax/wildcard/index.ts';
import { embeddedShippers, holderOf } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { baseName, directoryOf } from '../paths.ts';
import { Plugin } from './plugin.ts';

/** All texts of one Fluent Bit: the file that it is started with and those that this one includes. */
export interface FluentBitConfig {
  readonly name: string;
  readonly path: string;
  readonly location: Location;
  readonly namespace: string | undefined;
  readonly heldBy?: HolderFacts;
  readonly service: Plugin;
  readonly inputs: readonly Plugin[];
  readonly filters: readonly Plugin[];
  readonly outputs: readonly Plugin[];
  /** Why there is more of it than can be read. */
  readonly partial: string | undefined;
}

interface Text {
  readonly path: string;
  readonly name: string;
  readonly root: DataNode;
}

/** Files that another one includes are parts of that one; the texts of one ConfigMap are parts of each other. */
export function readConfigs(documents: readonly DataDocument[]): readonly FluentBitConfig[] {
  const objects = documents.filter((one) => rootNode(one).get('apiVersion').exists);
  const files = documents
    .filter((one) => !rootNode(one).get('apiVersion').exists)
    .map((one): Text => ({ path: one.file.path, name: baseName(one.file.path), root: rootNode(one) }));
  const included = new Set<Text>();
  const folders = new Map<string, Text[]>();
  for (const file of files) {
    const folder = folders.get(directoryOf(file.path));
    if (folder) folder.push(file);
    else folders.set(directoryOf(file.path), [file]);
  }
  const groups = files.map((file) => {
    const { found, missing } = includesOf([file], folders.get(directoryOf(file.path)) ?? []);
    for (const one of found) included.add(one);
    return { file, texts: [file, ...found], missing };
  });
  const ofFiles = groups
    .filter(({ file }) => !included.has(file) || file.root.get('service').exists)
    .map(({ file, texts, missing }) => {
      const name = file.name.replace(/\.[^.]*$/, '');
      return configOf(texts, missing, {
        name,
        path: file.path,
        location: file.root.header,
        namespace: undefined,
      });
    });
  return [...ofFiles, ...objects.map(ofObject)].filter((one) => one !== undefined);
}

function ofObject(document: DataDocument): FluentBitConfig | undefined {
  const root = rootNode(document);
  const { path } = document.file;
  const texts = embeddedShippers(root, 'fluent-bit').flatMap((node): Text[] => {
    const { file, move } = innerText(node.text ?? '', node.at);
    const inner = parseFluentBit(file).documents[0];
    return inner ? [{ path, name: node.label, root: rootNode(relocated(inner, move)) }] : [];
  });
  const { missing } = includesOf(texts, texts);
  const name = root.get('metadata', 'name');
  const namespace = root.get('metadata', 'namespace').text;
  return configOf(texts, missing, {
    name: name.text ?? baseName(path),
    path,
    location: name.at,
    namespace,
    heldBy: holderOf(root, null),
  });
}

/** Texts among others that some include, whatever is before their names; and what is not among them. */
function includesOf(
  texts: readonly Text[],
  others: readonly Text[],
): { readonly found: readonly Text[]; readonly missing: string | undefined } {
  const found = new Set<Text>();
  let missing: string | undefined;
  const waiting = [...texts];
  for (let text = waiting.pop(); text; text = waiting.pop()) {
    for (const node of text.root.get('includes').items()) {
      const pattern = baseName(node.text ?? '');
      const matches = others.filter(({ name }) => fitsText(pattern, name));
      if (matches.length === 0) missing ??= `the file ${pattern} that it includes is not here`;
      for (const one of matches) {
        if (found.has(one) || texts.includes(one)) continue;
        found.add(one);
        waiting.push(one);
      }
    }
  }
  return { found: [...found], missing };
}

/** Undefined for texts without any way, such as files of parsers. */
function configOf(
  texts: readonly Text[],
  partial: string | undefined,
  common: Pick<FluentBitConfig, 'name' | 'path' | 'location' | 'namespace' | 'heldBy'>,
): FluentBitConfig | undefined {
  const plugins = (part: string): readonly Plugin[] =>
    texts.flatMap(({ root }) =>
      root
        .get('pipeline', part)
        .items()
        .filter((node) => node.isMap)
        .map((node) => new Plugin(node)),
    );
  const [inputs, filters, outputs] = [plugins('inputs'), plugins('filters'), plugins('outputs')];
  const [first] = texts;
  if (!first || inputs.length + filters.length + outputs.length === 0) return undefined;
  const services = texts.map(({ root }) => root.get('service')).filter((node) => node.isMap);
  // A text that is meant to be included has no settings of the whole.
  const part = services.length === 0 && (inputs.length === 0 || outputs.length === 0);
  const [service] = services;
  return {
    ...common,
    service: new Plugin(service ?? first.root.get('service')),
    inputs,
    filters,
    outputs,
    partial: partial ?? (part ? 'it is a part that another file includes' : undefined),
  };
}
