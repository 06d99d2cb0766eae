import { joinPath } from '../functions/files/paths.ts';
import type { Runtime } from '../runtime.ts';

export interface DownloadedModule {
  readonly source: string;
  /** Relative to the tree's root; undefined when it lies outside of it. */
  readonly directory: string | undefined;
}

const MANIFESTS = new WeakMap<Runtime, ReadonlyMap<string, DownloadedModule>>();

/** What `terraform init` downloaded for a call, by the names of the calls that lead to it: `network.subnets`. */
export function downloadedModule(key: string, runtime: Runtime): DownloadedModule | undefined {
  let manifest = MANIFESTS.get(runtime);
  if (!manifest) MANIFESTS.set(runtime, (manifest = readManifest(runtime)));
  return manifest.get(key);
}

function readManifest({ rootDirectory, sources }: Runtime): ReadonlyMap<string, DownloadedModule> {
  const modules = new Map<string, DownloadedModule>();
  const path = joinPath(rootDirectory, '.terraform/modules/modules.json');
  const text = path === undefined ? undefined : sources.readText(path);
  for (const entry of text === undefined ? [] : entriesOf(text)) {
    const { Key: key, Source: source, Dir: directory } = entry;
    if (typeof key !== 'string' || typeof source !== 'string' || typeof directory !== 'string') continue;
    modules.set(key, { source, directory: joinPath(rootDirectory, directory) });
  }
  return modules;
}

function entriesOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const manifest = JSON.parse(text) as { readonly Modules?: unknown } | null;
    const modules: readonly unknown[] = Array.isArray(manifest?.Modules) ? manifest.Modules : [];
    return modules.filter((each) => typeof each === 'object' && each !== null) as Record<string, unknown>[];
  } catch {
    return [];
  }
}

/** Is what was downloaded what the call asks for now? Only names in a registry are kept as they are written. */
export function isOfSource({ source }: DownloadedModule, asked: string): boolean {
  const isRegistry = /^[\w-]+\/[\w-]+\/[\w-]+(?:\/\/|$)/.test(asked);
  return !isRegistry || source === asked || source.endsWith(`/${asked}`);
}
