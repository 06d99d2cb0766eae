import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { userCache, type Cache } from '../../io/index.ts';

/**
 * Loads the program's parts as the engine compiled them in an earlier run: a tenth of what a check takes.
 * Node's own cache for this came with Node 22; its switch is respected here as well.
 */
export function loadCompiled(folder: string = import.meta.dirname): void {
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Node 20 has no other way to load a module differently
  const { extensions } = createRequire(import.meta.url);
  const asEver = extensions['.js'];
  const cache = userCache();
  const parts: Part[] = [];
  extensions['.js'] = (module, path) => {
    if (dirname(path) === folder) parts.push(run(module, path, cache));
    else asEver(module, path);
  };
  process.once('exit', () => {
    for (const { keep } of parts) keep?.();
  });
}

/** As Node runs a CommonJS module. */
function run(module: NodeJS.Module, path: string, cache: Cache): Part {
  const part = partOf(readFileSync(path), path, cache);
  const enclose = part.script.runInThisContext() as (...given: readonly unknown[]) => void;
  const require = (id: string): unknown => module.require(id);
  enclose.call(module.exports, module.exports, require, module, path, dirname(path));
  return part;
}

export interface Part {
  readonly script: Script;
  /**
   * Keeps the functions that were called until now, by this run and those before; absent where enough runs have done so.
   * All of a part's functions are twice as many, and each costs whenever the part is loaded. What a later run calls
   * beside them is compiled then, as it would be anyway.
   */
  readonly keep?: () => void;
}

/** Runs whose functions are kept: the first one may have been small. */
const RUNS = 3;

/** A file's script, compiled by earlier runs if the cache has it. */
export function partOf(file: Buffer, filename: string, cache: Cache): Part {
  const text = `(function (exports, require, module, __filename, __dirname) {${isAscii(file) ? file.toString('latin1') : file.toString()}\n})`;
  // The engine looks at nothing but the length of the text and its own version: the rest is ours to see to.
  const made = `${digest(file).toString('hex')}-${cachedDataVersionTag().toString(16)}`;
  const key = `${basename(filename, '.js')}-${made}`;
  const kept = unpacked(cache.read(key));
  const script = new Script(text, { filename, ...(kept && { cachedData: kept.data }) });
  const runs = kept && script.cachedDataRejected === false ? kept.runs : 0;
  if (runs >= RUNS) return { script };
  return { script, keep: () => cache.write(key, packed(runs + 1, script.createCachedData())) };
}

const DIGEST = 32;
/** The engine copies data that are not aligned. */
const COUNT = 8;

/** A digest of the rest, the number of runs, and what the engine made. */
function packed(runs: number, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.of(runs), Buffer.alloc(COUNT - 1), data]);
  return Buffer.concat([digest(content), content]);
}

function unpacked(
  kept: Uint8Array | undefined,
): { readonly runs: number; readonly data: Buffer } | undefined {
  if (!kept) return undefined;
  const content = Buffer.from(kept.buffer, kept.byteOffset, kept.length).subarray(DIGEST);
  const [runs] = content;
  return runs !== undefined && digest(content).equals(kept.subarray(0, DIGEST))
    ? { runs, data: content.subarray(COUNT) }
    : undefined;
}

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
