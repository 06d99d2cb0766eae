import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { COMPILER_ASSET } from '../../policy/custom/library.ts';
import { compilerNotices } from './compiler-notices.ts';
import { loadPolicyCompiler, policyCompiler, type PolicyCompiler } from '../../policy/compile/compiler.ts';

const SOURCE = 'src/policy/compiler';
const FOLDER = 'dist/wasm';
const WASM = `${FOLDER}/rego.wasm`;
/** The same for the package. */
const PACKED = `dist/${COMPILER_ASSET}`;
const NOTICES = 'dist/policy/THIRD-PARTY-NOTICES.txt';
const STAMP = `${FOLDER}/rego.sha256`;

/** Builds OPA's compiler to Wasm with Go, about a minute; skipped while its sources stay the same. */
export function buildCompiler(): void {
  const digest = compilerDigest();
  if (existsSync(WASM) && existsSync(PACKED) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest)
    return;
  console.error("Building OPA's compiler to Wasm; the first time takes about a minute.");
  mkdirSync(FOLDER, { recursive: true });
  const { status, error } = spawnSync(
    'go',
    ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', `../../../${WASM}`, '.'],
    { cwd: SOURCE, stdio: 'inherit', env: { ...process.env, GOOS: 'wasip1', GOARCH: 'wasm' } },
  );
  if (error) throw new Error(`A source checkout needs Go 1.26 or later on the PATH: ${error.message}`);
  if (status !== 0) throw new Error('Go could not build the policy compiler.');
  packCompiler();
  writeFileSync(STAMP, digest);
}

/** Quality 5 is a tenth larger than the best, and takes a sixth of the time. */
function packCompiler(): void {
  const bytes = readFileSync(WASM);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  mkdirSync(dirname(PACKED), { recursive: true });
  writeFileSync(PACKED, brotliCompressSync(bytes, { params }));
  writeFileSync(NOTICES, compilerNotices(SOURCE));
}

/** The compiler that `buildCompiler` built. */
export async function loadCompiler(): Promise<PolicyCompiler> {
  if (!existsSync(WASM)) throw new Error(`${WASM} is missing: run "npm run build" first.`);
  return policyCompiler(await loadPolicyCompiler(readFileSync(WASM)));
}

export function compilerDigest(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(SOURCE).sort())
    hash.update(`${name}\n${readFileSync(`${SOURCE}/${name}`, 'utf8')}`);
  return hash.digest('hex');
}
