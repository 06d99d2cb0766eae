import type { TerraformSources } from '../result.ts';
import { configurationFiles } from './files.ts';
import { localPath } from './source.ts';

/**
 * The directories that are root modules: those with configuration that no other one calls. Where modules call
 * each other in a circle, the first of them is taken, so that nothing is left out.
 */
export function rootDirectories(directories: Iterable<string>, sources: TerraformSources): readonly string[] {
  const calls = new Map<string, readonly string[]>();
  for (const directory of directories) {
    const files = configurationFiles(sources.directory(directory) ?? []);
    if (files.length > 0) calls.set(directory, localCalls(directory, files));
  }
  const called = new Set<string>();
  for (const [directory, targets] of calls)
    for (const target of targets) if (target !== directory) called.add(target);
  const sorted = [...calls.keys()].sort();
  const roots = sorted.filter((directory) => !called.has(directory));
  const reached = new Set<string>();
  for (const root of roots) reach(root, calls, reached);
  for (const directory of sorted) {
    if (reached.has(directory)) continue;
    roots.push(directory);
    reach(directory, calls, reached);
  }
  return roots.sort();
}

function localCalls(
  directory: string,
  files: NonNullable<ReturnType<TerraformSources['directory']>>,
): readonly string[] {
  const targets: string[] = [];
  for (const { body } of files) {
    for (const block of body.blocks) {
      const source =
        block.type === 'module' && block.body.attributes.find(({ name }) => name === 'source')?.value;
      const target = source && source.kind === 'string' ? localPath(source.value, directory) : undefined;
      if (target !== undefined) targets.push(target);
    }
  }
  return targets;
}

function reach(start: string, calls: ReadonlyMap<string, readonly string[]>, reached: Set<string>): void {
  const open = [start];
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    if (reached.has(directory)) continue;
    reached.add(directory);
    for (const called of calls.get(directory) ?? []) open.push(called);
  }
}
