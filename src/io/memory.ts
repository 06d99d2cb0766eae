import type { DirectoryEntry, Host } from './host.ts';

/** A host over files held in memory, for tests and for callers who have no disk; assets come from another host. */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  asset: Host['asset'] = (name) => {
    throw new Error(`No asset ${name} in this host.`);
  },
): Host {
  const folders = new Map<string, Map<string, DirectoryEntry['kind']>>([['', new Map()]]);
  for (const path of Object.keys(files)) {
    const parts = path.split('/');
    for (let i = 0; i < parts.length; i++) {
      const parent = parts.slice(0, i).join('/');
      const entries = folders.get(parent) ?? new Map<string, DirectoryEntry['kind']>();
      folders.set(parent, entries);
      entries.set(parts[i] ?? '', i === parts.length - 1 ? 'file' : 'directory');
    }
  }
  return {
    list: (directory) => {
      const entries = folders.get(directory);
      if (!entries) return undefined;
      return [...entries].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    kindOf: (path) => (Object.hasOwn(files, path) ? 'file' : folders.has(path) ? 'directory' : undefined),
    read: (path, limit) => {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      if (content === undefined) return { ok: false, problem: 'missing', bytes: 0 };
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > limit
        ? { ok: false, problem: 'too-large', bytes: bytes.length }
        : { ok: true, bytes };
    },
    ignoreFilesAbove: () => [],
    asset,
  };
}
