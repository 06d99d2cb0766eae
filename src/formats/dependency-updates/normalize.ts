import { known, unknown, type Fact, type SubjectOf, type UpdateConfigFacts } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { toolOf } from './detect.ts';
import { ecosystemsOf, PLAIN, type Ecosystem } from './ecosystems.ts';
import { mistakesOfEntry, mistakesOfPresets } from './mistakes.ts';
import { runsCodeOf, waitsOf } from './settings.ts';

interface Config {
  readonly document: DataDocument;
  readonly tool: 'dependabot' | 'renovate';
  /** The folder of the repository, with a slash at its end; empty for the root. */
  readonly root: string;
  readonly covers: (ecosystem: Ecosystem) => boolean;
  /** Why it may cover less; undefined where nothing else decides. */
  readonly open: Fact<never> | undefined;
  /** Where it says what it covers. */
  readonly node: DataNode;
}

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const configs = documents.flatMap(configOf);
  return { subjects: configs.map((config) => subjectOf(config, configs, context)), diagnostics: [] };
}

function configOf(document: DataDocument): Config[] {
  const tool = toolOf(document);
  if (!tool) return [];
  const root = document.file.path.replace(/(?:\.(?:github|gitlab)\/)?[^/]+$/, '');
  return [{ document, tool, root, ...(tool === 'dependabot' ? dependabot(document) : renovate(document)) }];
}

/** An entry that ignores everything updates nothing. */
function dependabot(document: DataDocument): Pick<Config, 'covers' | 'open' | 'node'> {
  const node = rootNode(document).get('updates');
  const entries = node.items().filter((entry) => {
    const ignored = entry.get('ignore').items();
    return !ignored.some(
      (one) => one.get('dependency-name').text === '*' && !one.has('update-types') && !one.has('versions'),
    );
  });
  const ids = new Set(entries.flatMap((entry) => entry.get('package-ecosystem').text ?? []));
  return {
    node,
    open: undefined,
    covers: ({ id, also = [] }) => [id, ...also].some((one) => ids.has(one)),
  };
}

/** Renovate updates everything that it knows, unless it is told otherwise here or in a preset. */
function renovate(document: DataDocument): Pick<Config, 'covers' | 'open' | 'node'> {
  const root = rootNode(document);
  const enabled = root.get('enabledManagers');
  const managers = new Set(enabled.texts());
  const off = root.get('enabled').value === false;
  const presets = root.get('extends');
  const foreign = presets
    .oneOrMoreTexts()
    .find((name) => /^(?:local|github|gitlab|gitea|bitbucket|npm|https?)[>:]|^[^:]+\/|^@/.test(name));
  const open =
    foreign === undefined || enabled.exists
      ? undefined
      : unknown(`the preset \`${foreign}\` is not among the files`, presets.at);
  return {
    node: enabled.exists ? enabled : root,
    open,
    covers: ({ id, managers: own }) =>
      !off &&
      root.get(id).get('enabled').value !== false &&
      !own.every((manager) => root.get(manager).get('enabled').value === false) &&
      (!enabled.exists || own.some((manager) => managers.has(manager))),
  };
}

function subjectOf(
  config: Config,
  configs: readonly Config[],
  context: FormatContext,
): SubjectOf<'update-config'> {
  const { document, tool, root, node } = config;
  const { path } = document.file;
  const files = context.filesBelow(root === '' ? '' : root.slice(0, -1));
  const beside = configs.filter((one) => one.root === root);
  const present = ecosystemsOf(
    root,
    files ?? PLAIN.map((name) => root + name).filter((path) => context.exists(path)),
  );
  const missing = present.filter(({ ecosystem }) => !beside.some(({ covers }) => covers(ecosystem)));
  return {
    kind: 'update-config',
    id: path,
    name: path,
    format: 'dependency-updates',
    location: node.header,
    facts: {
      tool,
      missing: missing.map(({ ecosystem, manifest }) => ({
        ecosystem: ecosystem.id,
        manifest: known(manifest, node.header),
      })),
      complete: completeness(config, missing.length === 0, files !== undefined),
      mistakes: mistakesOf(config, context),
      runsCode: runsCodeOf(tool, rootNode(document)),
      waits: waitsOf(tool, rootNode(document)),
    },
  };
}

/** Whether a folder is there can be told only of one inside the root. */
function mistakesOf({ document, tool, root }: Config, context: FormatContext): UpdateConfigFacts['mistakes'] {
  const top = rootNode(document);
  if (tool === 'renovate') return mistakesOfPresets(top.get('extends'));
  const exists = (folder: string): boolean => {
    const inside = folder.replace(/^\.?\/+/, '').replace(/\/+$/, '');
    return inside === '' || inside.split('/').includes('..') || context.exists(root + inside);
  };
  const files = context.filesBelow(root === '' ? '' : root.slice(0, -1)) ?? [];
  const present = new Set(
    ecosystemsOf(root, files).flatMap(({ ecosystem: { id, also = [] } }) => [id, ...also]),
  );
  const repository = { exists, has: (ecosystem: string): boolean => present.has(ecosystem) };
  return top
    .get('updates')
    .items()
    .flatMap((entry) => mistakesOfEntry(entry, repository));
}

function completeness(
  { open, node }: Config,
  complete: boolean,
  seen: boolean,
): UpdateConfigFacts['complete'] {
  if (!complete) return known(false, node.header);
  if (!seen) return unknown('not all files of the repository can be told', node.header);
  return open ?? known(true, node.header);
}
