import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** What a part of a document is. */
export type PartKind =
  'environment' | 'ruleset' | 'protection' | 'branch' | 'gitlab-environment' | 'gitlab-branch';

export interface SettingsPart {
  readonly kind: PartKind;
  readonly node: DataNode;
}

const SETTINGS = /(?:^|\/)\.github\/settings\.ya?ml$/;
/** More environments, branches and rulesets than a repository has. */
const MOST = 1_000;

export function detect(document: DataDocument): boolean {
  return partsOf(document).length > 0;
}

/** Environments, protected branches and rulesets of a file of settings, or of an answer of GitHub's or GitLab's API. */
export function partsOf(document: DataDocument): readonly SettingsPart[] {
  const root = rootNode(document);
  const { path } = document.file;
  if (SETTINGS.test(path)) return settings(root);
  if (!path.endsWith('.json')) return [];
  const nodes = root.isList
    ? listed(root)
    : root.get('environments').isList
      ? root.get('environments').items()
      : [root];
  return nodes.slice(0, MOST).flatMap((node) => {
    const kind = kindOf(node);
    return kind ? [{ kind, node }] : [];
  });
}

function settings(root: DataNode): readonly SettingsPart[] {
  const of = (key: string, kind: PartKind): readonly SettingsPart[] =>
    root
      .get(key)
      .items()
      .slice(0, MOST)
      .flatMap((node) => (node.get('name').text === undefined ? [] : [{ kind, node }]));
  return [...of('branches', 'branch'), ...of('environments', 'environment'), ...of('rulesets', 'ruleset')];
}

/** A list of anything else is not gone through. */
function listed(root: DataNode): readonly DataNode[] {
  const [first] = root.items();
  return first && kindOf(first) ? root.items() : [];
}

function kindOf(node: DataNode): PartKind | undefined {
  if (!node.isMap) return undefined;
  const name = node.get('name').text;
  if (node.get('url').text?.endsWith('/protection') && node.has('enforce_admins')) return 'protection';
  if (name === undefined) return undefined;
  if (node.has('enforcement') && node.get('rules').isList) return 'ruleset';
  if (node.get('protection_rules').isList) return 'environment';
  if (!node.get('deploy_access_levels').isList) {
    const isBranch = node.get('push_access_levels').isList && node.get('merge_access_levels').isList;
    return isBranch ? 'gitlab-branch' : undefined;
  }
  return 'gitlab-environment';
}
