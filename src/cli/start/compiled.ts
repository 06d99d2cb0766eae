import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { userCache, type Cache } from '../../io/index.ts';

/**
 * Loads the program's parts as the engine compiled them in an earlier run: a fifth of what a small check takes.
 * Node's own cache for this came with Node 22; its switch is respected here as well.
 */
export function loadCompiled(folder: string = import.meta.dirname): void {
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Node 20 has no other way to load a module differently
  const { extensions } = createRequire(import.meta.url);
  const asEver = extensions['.js'];
  const cache = userCache();
  extensions['.js'] = (module, path) => {
    if (dirname(path) === folder) run(module, path, cache);
    else asEver(module, path);
  };
}

/** As Node runs a CommonJS module. */
function run(module: NodeJS.Module, path: string, cache: Cache): void {
  const script = scriptOf(readFileSync(path), path, cache);
  const enclose = script.runInThisContext() as (...given: readonly unknown[]) => void;
  const require = (id: string): unknown => module.require(id);
  enclose.call(module.exports, module.exports, require, module, path, dirname(path));
}

/** A file's script with all of its functions compiled; what cannot be had from the cache is compiled and kept. */
export function scriptOf(file: Buffer, filename: string, cache: Cache): Script {
  const text = `(function (exports, require, module, __filename, __dirname) {${isAscii(file) ? file.toString('latin1') : file.toString()}\n})`;
  // The engine looks at nothing but the length of the text and its own version: the rest is ours to see to.
  const made = `${digest(file).toString('hex')}-${cachedDataVersionTag().toString(16)}`;
  const key = `${basename(filename, '.js')}-${made}`;
  const kept = cache.read(key);
  const cachedData = kept?.subarray(DIGEST);
  if (kept && cachedData && digest(cachedData).equals(kept.subarray(0, DIGEST))) {
    const script = new Script(text, { filename, cachedData });
    if (script.cachedDataRejected === false) return script;
  }
  setFlagsFromString('--no-lazy');
  const script = new Script(text, { filename });
  setFlagsFromString('--lazy'); // before its data are made, which name the engine's flags
  const data = script.createCachedData();
  cache.write(key, Buffer.concat([digest(data), data]));
  return script;
}

const DIGEST = 32;

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
