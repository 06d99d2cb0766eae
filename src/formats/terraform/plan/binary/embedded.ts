import { sourceFile } from '../../../../source/index.ts';
import { hclOfJson, parseHcl, type HclFile } from '../../../../syntax/hcl/index.ts';
import { parseJson } from '../../../../syntax/json/index.ts';
import type { Archive } from '../../../../syntax/zip/index.ts';
import { evaluateModule, type EvaluatedModule } from '../../evaluate/index.ts';
import { joinPath } from '../../evaluate/functions/files/paths.ts';

const MANIFEST = 'tfconfig/modules.json';

interface ManifestEntry {
  readonly key: string;
  readonly directory: string;
}

/**
 * The configuration that a plan was made of, as the plan keeps it, with the modules that were downloaded. Its files
 * stand in the archive as in a folder; undefined when there is none.
 */
export function embeddedModule(archive: Archive): EvaluatedModule | undefined {
  const manifest = manifestOf(archive);
  if (!manifest.some(({ key }) => key === '')) return undefined;
  const directories = new Map<string, HclFile[]>();
  const called = new Map<string, string>();
  const byKey = new Map(manifest.map(({ key, directory }) => [key, directory]));
  for (const { key, directory } of manifest) {
    if (!directories.has(directory)) directories.set(directory, filesOf(archive, key, directory));
    const dot = key.lastIndexOf('.');
    const caller = byKey.get(key.slice(0, Math.max(0, dot)));
    if (key !== '' && caller !== undefined) called.set(`${caller}\n${key.slice(dot + 1)}`, directory);
  }
  return evaluateModule(byKey.get('') ?? '', {
    directory: (path) => directories.get(path),
    moduleDirectory: (caller, name) => called.get(`${caller}\n${name}`),
    readText: () => undefined,
  });
}

function manifestOf({ file, entries }: Archive): readonly ManifestEntry[] {
  const bytes = entries.get(MANIFEST);
  const [document] = bytes ? parseJson(sourceFile(file.path, new TextDecoder().decode(bytes))).documents : [];
  const list = Array.isArray(document?.value) ? (document.value as readonly unknown[]) : [];
  return list.flatMap((item) => {
    if (typeof item !== 'object' || item === null) return [];
    const { Key: key, Dir: directory } = item as Readonly<Record<string, unknown>>;
    const path = typeof directory === 'string' ? joinPath(file.path, directory) : undefined;
    return typeof key === 'string' && path !== undefined ? [{ key, directory: path }] : [];
  });
}

function filesOf({ entries }: Archive, key: string, directory: string): HclFile[] {
  const folder = `tfconfig/m-${key}/`;
  const files: HclFile[] = [];
  for (const [name, bytes] of entries) {
    if (!name.startsWith(folder)) continue;
    const file = sourceFile(`${directory}/${name.slice(folder.length)}`, new TextDecoder().decode(bytes));
    if (!name.endsWith('.json')) files.push(parseHcl(file));
    else for (const document of parseJson(file).documents) files.push(hclOfJson(document));
  }
  return files;
}
