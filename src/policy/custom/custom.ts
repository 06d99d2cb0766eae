import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import type { Cache } from '../../io/index.ts';
import { compilePolicies, type PolicyBuild } from '../compile/build.ts';
import {
  createPolicyCompiler,
  type PolicyCompiler,
  type PolicyFiles,
  type TestRun,
} from '../compile/compiler.ts';
import type { Rule } from '../rule.ts';
import { COMPILER_ASSET, LIBRARY_ASSET, type PolicyLibrary } from './library.ts';

type Asset = (name: string) => Uint8Array;

/** No file that a user names begins so. */
const OURS = 'planproof:';

/** Compiles a team's own policies, about two seconds, unless the cache has them; problems come with their places. */
export async function compileCustomPolicies(
  files: PolicyFiles,
  asset: Asset,
  cache: Cache,
): Promise<PolicyBuild> {
  const text = asset(LIBRARY_ASSET);
  const key = createHash('sha256').update(text).update(JSON.stringify(files)).digest('hex');
  const cached = readCached(cache.read(key));
  if (cached) return cached;
  const library = readLibrary(text);
  const reserved = reservedProblems(files);
  if (reserved.length > 0) return { problems: reserved, rules: [] };
  const compiler = await compilerOf(asset);
  const compile = (some: PolicyFiles): Promise<PolicyBuild> =>
    compilePolicies(compiler, { files: withLibrary(some, library), inputSchema: library.inputSchema });
  const build = await within(files, compile, (problems) => ({ problems, rules: [] }));
  if (build.wasm) cache.write(key, cachedBytes(build.rules, build.wasm));
  return build;
}

/** Runs the `test_…` rules of a team's own policies. */
export async function testCustomPolicies(files: PolicyFiles, asset: Asset): Promise<TestRun> {
  const library = readLibrary(asset(LIBRARY_ASSET));
  const compiler = await compilerOf(asset);
  const { inputSchema } = library;
  const run = (some: PolicyFiles): Promise<TestRun> =>
    compiler.test(withLibrary(some, library), { entrypoints: [], inputSchema });
  return within(files, run, (problems) => ({ problems, tests: [] }));
}

/** The compiler follows expressions by recursion: too deep ones end it without a place, which is looked for by halves. */
async function within<T>(
  files: PolicyFiles,
  run: (files: PolicyFiles) => Promise<T>,
  refused: (problems: TestRun['problems']) => T,
): Promise<T> {
  try {
    return await run(files);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  let names = Object.keys(files);
  while (names.length > 1) {
    const half = names.slice(0, names.length / 2);
    const overflows = await run(Object.fromEntries(half.map((name) => [name, files[name] ?? '']))).then(
      () => false,
      (error: unknown) => error instanceof RangeError,
    );
    names = overflows ? half : names.slice(half.length);
  }
  const message = 'An expression of this file is nested too deeply, or too long, for the compiler.';
  return refused(names.map((file) => ({ file, line: 1, column: 1, code: 'too-deep', message })));
}

/** Made once: unpacking and loading it takes longer than compiling. */
let made: Promise<PolicyCompiler> | undefined;

function compilerOf(asset: Asset): Promise<PolicyCompiler> {
  return (made ??= createPolicyCompiler(brotliDecompressSync(asset(COMPILER_ASSET))));
}

function readLibrary(text: Uint8Array): PolicyLibrary {
  return JSON.parse(new TextDecoder().decode(text)) as PolicyLibrary; // written by our own build
}

function withLibrary(files: PolicyFiles, library: PolicyLibrary): PolicyFiles {
  const ours = Object.entries(library.files).map(([path, text]) => [`${OURS}${path}`, text] as const);
  return { ...Object.fromEntries(ours), ...files };
}

/** Whoever adds to our entry point or library would change what the built-in names mean. */
function reservedProblems(files: PolicyFiles): PolicyBuild['problems'] {
  return Object.entries(files).flatMap(([file, text]) => {
    const found = /^package\s+planproof\.(?:main|lib)\b/m.exec(text);
    if (!found) return [];
    const line = text.slice(0, found.index).split('\n').length;
    const message = 'The packages planproof.main and planproof.lib are built in; give yours another name.';
    return [{ file, line, column: 1, code: 'structure', message }];
  });
}

interface Cached {
  readonly rules: readonly Rule[];
  /** In base64. */
  readonly wasm: string;
}

function cachedBytes(rules: readonly Rule[], wasm: Uint8Array): Uint8Array {
  const cached: Cached = { rules, wasm: Buffer.from(wasm).toString('base64') };
  return new TextEncoder().encode(JSON.stringify(cached));
}

function readCached(bytes: Uint8Array | undefined): PolicyBuild | undefined {
  if (!bytes) return undefined;
  try {
    const { rules, wasm } = JSON.parse(new TextDecoder().decode(bytes)) as Cached; // written under the same key
    return { problems: [], rules, wasm: Buffer.from(wasm, 'base64') };
  } catch {
    // Half a file, or somebody else's: compiled anew.
    return undefined;
  }
}
