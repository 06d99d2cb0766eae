import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { mistakes } from '../../errors/index.ts';
import type { Cache } from '../../io/index.ts';
import type { PolicyBuild } from '../compile/build.ts';
import { loadPolicyCompiler, type PolicyFiles, type TestRun } from '../compile/compiler.ts';
import type { Rule } from '../rule.ts';
import { WORKER_ASSET, type Answers, type CompilerJob } from './job.ts';
import { COMPILER_ASSET, LIBRARY_ASSET, type PolicyLibrary } from './library.ts';
import { LIMITS, type Limits } from './limits.ts';
import { onThread } from './thread.ts';

type Asset = (name: string) => Uint8Array;

/** Compiles a team's own policies, about two seconds, unless the cache has them; problems come with their places. */
export async function compileCustomPolicies(
  files: PolicyFiles,
  asset: Asset,
  cache: Cache,
  limits: Limits = LIMITS,
): Promise<PolicyBuild> {
  const text = asset(LIBRARY_ASSET);
  const key = createHash('sha256').update(text).update(JSON.stringify(files)).digest('hex');
  const cached = readCached(cache.read(key));
  if (cached) return cached;
  const reserved = reservedProblems(files);
  if (reserved.length > 0) return { problems: reserved, rules: [] };
  const job = {
    task: 'compile' as const,
    files,
    library: readLibrary(text),
    compiler: await compilerOf(asset),
  };
  const build = await answerOf(job, asset, limits.compile, 'Compiling');
  if (build.wasm) cache.write(key, cachedBytes(build.rules, build.wasm));
  return build;
}

/** Runs the `test_…` rules of a team's own policies. */
export async function testCustomPolicies(
  files: PolicyFiles,
  asset: Asset,
  limits: Limits = LIMITS,
): Promise<TestRun> {
  const library = readLibrary(asset(LIBRARY_ASSET));
  const job = { task: 'test' as const, files, library, compiler: await compilerOf(asset) };
  return answerOf(job, asset, limits.test, 'Testing');
}

/** The compiler follows what is written by all its ways, which for some texts are more than it ever gets through. */
async function answerOf<J extends CompilerJob>(
  job: J,
  asset: Asset,
  limit: number,
  doing: string,
): Promise<Answers[J['task']]> {
  const source = new TextDecoder().decode(asset(WORKER_ASSET));
  let answer: Answers[J['task']] | undefined;
  const end = await onThread(
    source,
    job,
    () => limit,
    (message) => (answer = message),
  );
  if (answer !== undefined) return answer;
  if (end instanceof Error) throw end;
  throw mistakes.policiesTooSlow(doing, Object.keys(job.files), limit);
}

/** Made once: unpacking and loading it takes longer than compiling. */
let loaded: Promise<WebAssembly.Module> | undefined;

function compilerOf(asset: Asset): Promise<WebAssembly.Module> {
  return (loaded ??= loadPolicyCompiler(brotliDecompressSync(asset(COMPILER_ASSET))));
}

function readLibrary(text: Uint8Array): PolicyLibrary {
  return JSON.parse(new TextDecoder().decode(text)) as PolicyLibrary; // written by our own build
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
