import { joinPath } from '../functions/files/paths.ts';
import { attributeValue, locationIn, type Scope } from '../runtime.ts';
import { unknownAt, type Value } from '../../../../cloud/index.ts';
import type { ResolvedSource } from './call.ts';
import { attributeNamed } from './declarations.ts';
import type { DeclaredBlock } from './overrides.ts';

/** Finds the directory of a module call's source. */
export function resolveSource(
  name: string,
  declared: DeclaredBlock,
  directory: string,
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
  const path = localPath(value.value, directory) ?? scope.runtime.sources.moduleDirectory?.(directory, name);
  if (path === undefined) {
    const local = isLocal(value.value);
    return none(
      local ? `module ${value.value} is outside of the root` : `module ${value.value} is not downloaded`,
    );
  }
  return exists(path)
    ? { value, directory: path, reason: undefined }
    : none(`module ${value.value} is not there`);
}

export function isLocal(source: string): boolean {
  return source === '.' || source === '..' || source.startsWith('./') || source.startsWith('../');
}

/** The directory of a local source, relative to the tree's root; undefined for others. */
export function localPath(source: string, directory: string): string | undefined {
  return isLocal(source) ? joinPath(directory, source) : undefined;
}
