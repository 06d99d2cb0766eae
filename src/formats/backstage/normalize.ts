import { drawnSubject, known, type Subject } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { Normalized } from '../format.ts';
import { uniqueIds } from '../unique-ids.ts';

/** Kinds that run or hold something; others are people, groups and what they are about. */
const KINDS: ReadonlySet<string> = new Set(['component', 'resource']);

/** Components and resources, with the owner and what each needs. An API is needed when its provider is. */
export function normalize(documents: readonly DataDocument[]): Normalized {
  const uniqueId = uniqueIds();
  const entities = documents.map(rootNode);
  const providers = new Map<string, string>();
  for (const entity of entities)
    for (const api of entity.get('spec', 'providesApis').items())
      providers.set(nameIn(api.text ?? ''), entity.get('metadata', 'name').text ?? '');
  const subjects = entities.flatMap((entity): readonly Subject[] => {
    const kind = entity.get('kind').text?.toLowerCase() ?? '';
    const name = entity.get('metadata', 'name');
    if (!KINDS.has(kind) || name.text === undefined) return [];
    const owner = entity.get('spec', 'owner');
    const needs = entity
      .get('spec', 'dependsOn')
      .items()
      .filter(({ text }) => text !== undefined && KINDS.has(kindIn(text)));
    const apis = entity.get('spec', 'consumesApis').items();
    const { path } = name.document.file;
    const drawn = {
      name: name.text,
      type: 'component' as const,
      ...(owner.text !== undefined && { owner: known(nameIn(owner.text), owner.at) }),
      location: name.at,
      dependsOn: [
        ...needs.map((node) => needed(node, nameIn(node.text ?? ''))),
        ...apis.flatMap((api) => provided(api, providers)),
      ],
    };
    return [drawnSubject(drawn, { id: uniqueId(`${path}:${kind}/${name.text}`), format: 'backstage' })];
  });
  return { subjects, diagnostics: [] };
}

interface Needed {
  readonly name: string;
  readonly location: DataNode['at'];
}

function needed(node: DataNode, name: string): Needed {
  return { name, location: node.at };
}

function provided(api: DataNode, providers: ReadonlyMap<string, string>): readonly Needed[] {
  const provider = providers.get(nameIn(api.text ?? ''));
  return provider === undefined || provider === '' ? [] : [needed(api, provider)];
}

/** `component:default/orders`, `group:shop`, `orders`. */
function nameIn(reference: string): string {
  return reference.slice(Math.max(reference.lastIndexOf('/'), reference.indexOf(':')) + 1);
}

/** Without a kind, what a component needs is one, too. */
function kindIn(reference: string): string {
  const colon = reference.indexOf(':');
  return colon < 0 ? 'component' : reference.slice(0, colon).toLowerCase();
}
