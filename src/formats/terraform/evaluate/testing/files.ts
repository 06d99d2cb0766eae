import { formatLocation, type SourceFile, sourceFile } from '../../../../source/index.ts';
import { type HclFile, hclOfJson, parseHcl } from '../../../../syntax/hcl/index.ts';
import { parseJson } from '../../../../syntax/json/index.ts';
import type { EvaluatedModule, TerraformSources } from '../result.ts';
import type { Value } from '../../../../cloud/index.ts';
import { isMapping, isSequence, sortedEntries } from '../values/inspect.ts';
import { evaluateModule } from '../modules/tree.ts';

export type Files = Readonly<Record<string, string>>;

/** Sources that hold these files, by their paths. */
export function sourcesOf(files: Files, more: Partial<TerraformSources> = {}): TerraformSources {
  const directories = new Map<string, HclFile[]>();
  for (const [path, text] of Object.entries(files)) {
    const slash = path.lastIndexOf('/');
    const directory = slash < 0 ? '' : path.slice(0, slash);
    const list = directories.get(directory) ?? [];
    list.push(...hclFilesOf(fileOf(path, text)));
    directories.set(directory, list);
  }
  return {
    directory: (path) => directories.get(path),
    readText: (path) => files[path],
    listFiles: (directory) =>
      Object.keys(files).filter((path) => directory === '' || path.startsWith(`${directory}/`)),
    ...more,
  };
}

function hclFilesOf(file: SourceFile): readonly HclFile[] {
  if (/\.(?:tf|tofu|tfvars)$/.test(file.path)) return [parseHcl(file)];
  return /\.(?:tf|tofu|tfvars)\.json$/.test(file.path) ? parseJson(file).documents.map(hclOfJson) : [];
}

function fileOf(path: string, text: string): SourceFile {
  return sourceFile(path, text);
}

/** Evaluates the root module of these files. */
export function evaluated(files: Files, more: Partial<TerraformSources> = {}): EvaluatedModule {
  return evaluateModule('', sourcesOf(files, more));
}

/** A value as plain data; unknown ones as `{ unknown: reason }`, with the parts that are known. */
export function plain(value: Value): unknown {
  if (isSequence(value)) return value.items.map(plain);
  if (isMapping(value))
    return Object.fromEntries(sortedEntries(value).map(([key, item]) => [key, plain(item)]));
  if (value.kind === 'null') return null;
  if (value.kind !== 'unknown') return value.value;
  const { reason, parts, failure } = value;
  return {
    ...(failure ? { failure: reason } : { unknown: reason }),
    ...(parts && { parts: parts.map((part) => (typeof part === 'string' ? part : '?')) }),
  };
}

/** Where a value is decided and the way that it came, as lines. */
export function origin(value: Value): readonly string[] {
  return [
    formatLocation(value.at),
    ...value.chain.map(({ location, message }) => `${formatLocation(location)} ${message}`),
  ];
}

/** The diagnostics as lines. */
export function problems({ diagnostics }: EvaluatedModule): readonly string[] {
  return diagnostics.map(
    ({ code, message, location }) => `${location ? formatLocation(location) : ''} ${code} ${message}`,
  );
}

/** The value of an attribute of the first resource at an address. */
export function attribute(module: EvaluatedModule, address: string, name: string): Value {
  const value = module.resources.find((resource) => resource.address === address)?.block.attributes.get(name);
  if (!value) throw new Error(`no ${address}.${name}`);
  return value;
}
