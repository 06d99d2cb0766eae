import { joinPath } from '../functions/files/paths.ts';
import { downloadedModule, isOfSource } from './manifest.ts';
import { attributeLocation, attributeValue, locationIn, type Scope } from '../runtime.ts';
import { unknownAt, type Value } from '../../../../cloud/index.ts';
import type { ResolvedSource } from './call.ts';
import { attributeNamed } from './declarations.ts';
import type { DeclaredBlock } from './overrides.ts';

const NOT_DOWNLOADED = {
  level: 'note',
  help: 'Run "terraform init" first, and what it downloads is examined as well.',
} as const;

/** Finds the directory of a module call's source. */
export function resolveSource(
  name: string,
  declared: DeclaredBlock,
  caller: { readonly directory: string; readonly key: string },
  scope: Scope,
  exists: (directory: string) => boolean,
): ResolvedSource {
  const attribute = attributeNamed(declared.block, 'source');
  const value: Value = attribute
    ? attributeValue(attribute, scope)
    : unknownAt(locationIn(scope, declared.block.headerSpan), `module.${name} has no source`);
  const none = (reason: string): ResolvedSource => ({ value, directory: undefined, reason });
  if (value.kind === 'unknown') return none(value.reason);
  if (value.kind !== 'string') return none(`the source of module.${name} is not a string`);
  const { reason, directory } = directoryOf(value.value, name, caller, scope);
  if (directory !== undefined && exists(directory)) return { value, directory, reason: undefined };
  const why = reason ?? `module ${value.value} is not there`;
  const at = attribute ? attributeLocation(attribute, scope) : value.at;
  const message = `What module.${name} makes is not known: ${why}.`;
  if (isLocal(value.value)) scope.runtime.report('terraform/missing-module', message, at);
  else scope.runtime.report('terraform/module-not-downloaded', message, at, NOT_DOWNLOADED);
  return none(why);
}

/** Where a module's code is, or why that cannot be told. */
function directoryOf(
  source: string,
  name: string,
  caller: { readonly directory: string; readonly key: string },
  { runtime }: Scope,
): { readonly directory?: string; readonly reason?: string } {
  if (isLocal(source)) {
    const directory = localPath(source, caller.directory);
    return directory === undefined ? { reason: `module ${source} is outside of the root` } : { directory };
  }
  const given = runtime.sources.moduleDirectory?.(caller.directory, name);
  if (given !== undefined) return { directory: given };
  const downloaded = downloadedModule(caller.key === '' ? name : `${caller.key}.${name}`, runtime);
  if (!downloaded || !isOfSource(downloaded, source)) return { reason: `module ${source} is not downloaded` };
  return downloaded.directory === undefined ? {} : { directory: downloaded.directory };
}

export function isLocal(source: string): boolean {
  return source === '.' || source === '..' || source.startsWith('./') || source.startsWith('../');
}

/** The directory of a local source, relative to the tree's root; undefined for others. */
export function localPath(source: string, directory: string): string | undefined {
  return isLocal(source) ? joinPath(directory, source) : undefined;
}
