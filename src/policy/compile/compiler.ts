import { setFlagsFromString } from 'node:v8';
import { hostBuiltins } from '../builtins/index.ts';
import { WASM_BUILTINS } from '../builtins/native.ts';
import { runWasi } from './wasi.ts';

/** Something wrong with a policy file. */
export interface PolicyProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** What the compiler tells of a policy file. */
export interface PolicyModule {
  readonly file: string;
  /** Path of its package below `data`. */
  readonly package: readonly string[];
  readonly line: number;
  /** The package's METADATA, as OPA parsed it; `null` when there is none. */
  readonly metadata: unknown;
  readonly metadataLine: number;
  /** Names of its rules, in the sense of Rego. */
  readonly defines: readonly string[];
  /** Those of them that an entry point depends on. */
  readonly reached: readonly string[];
  /** Kinds of subjects it reads, with the line of the first mention; `*` when the kind is computed. */
  readonly kinds: Readonly<Record<string, number>>;
  /** All strings that it holds, keys of references among them; `null` when it goes through facts whatever they are called. */
  readonly words: readonly string[] | null;
}

export interface PolicyTest {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'error' | 'skipped';
  readonly detail?: string;
}

export interface UnformattedPolicy {
  readonly file: string;
  readonly formatted: string;
}

/** Rego source by path. */
export type PolicyFiles = Readonly<Record<string, string>>;

export interface CompileOptions {
  readonly entrypoints: readonly string[];
  /** JSON Schema of `input`; `null` leaves what policies read unchecked. */
  readonly inputSchema: unknown;
}

/** OPA's own tools. Each call starts the program anew, about half a second, so that no call can spoil the next. */
export interface PolicyCompiler {
  /** Compiles to one Wasm module; absent when there are problems. */
  compile(files: PolicyFiles, options: CompileOptions): Promise<Compilation>;
  /** The same without Wasm: strict mode, types, METADATA. */
  check(files: PolicyFiles, options: CompileOptions): Promise<Compilation>;
  /** The files that `opa fmt` would change. */
  format(files: PolicyFiles): Promise<Formatting>;
  /** Runs every `test_…` rule. */
  test(files: PolicyFiles, options: CompileOptions): Promise<TestRun>;
}

export interface Compilation {
  readonly problems: readonly PolicyProblem[];
  readonly modules: readonly PolicyModule[];
  readonly wasm?: Uint8Array;
}

export interface Formatting {
  readonly problems: readonly PolicyProblem[];
  readonly unformatted: readonly UnformattedPolicy[];
}

export interface TestRun {
  readonly problems: readonly PolicyProblem[];
  readonly tests: readonly PolicyTest[];
}

/**
 * Loads the bytes of `rego.wasm`, which the build makes of `src/policy/compiler`. From then on the process compiles Wasm
 * with V8's baseline compiler only: optimizing 40 MB of it takes five times longer than the work itself.
 */
export async function loadPolicyCompiler(rego: Uint8Array): Promise<WebAssembly.Module> {
  setFlagsFromString('--liftoff-only');
  return WebAssembly.compile(rego);
}

/** Makes a compiler of what `loadPolicyCompiler` loaded, on this thread or another. */
export function policyCompiler(module: WebAssembly.Module): PolicyCompiler {
  const builtins = [...WASM_BUILTINS, ...Object.keys(hostBuiltins)];
  const ask = async (request: object): Promise<Answer> => {
    const stdin = new TextEncoder().encode(JSON.stringify({ builtins, ...request }));
    const { exitCode, stdout, stderr } = await runWasi(module, stdin);
    if (exitCode !== 0) throw new Error(`The policy compiler failed: ${stderr.trim()}`);
    return JSON.parse(new TextDecoder().decode(stdout)) as Answer; // the Go program's `response`
  };
  return {
    compile: async (files, options) => compilation(await ask({ command: 'compile', files, ...options })),
    check: async (files, options) => compilation(await ask({ command: 'check', files, ...options })),
    format: async (files) => {
      const { problems, unformatted } = await ask({ command: 'format', files });
      return { problems, unformatted: unformatted ?? [] };
    },
    test: async (files, options) => {
      const { problems, tests } = await ask({
        command: 'test',
        files,
        ...options,
        builtins: [...builtins, 'print', 'internal.print'],
      });
      return { problems, tests: tests ?? [] };
    },
  };
}

interface Answer {
  readonly problems: readonly PolicyProblem[];
  readonly modules?: readonly PolicyModule[];
  readonly wasm?: string;
  readonly unformatted?: readonly UnformattedPolicy[];
  readonly tests?: readonly PolicyTest[];
}

function compilation({ problems, modules = [], wasm }: Answer): Compilation {
  return {
    problems,
    modules,
    ...(wasm !== undefined && { wasm: new Uint8Array(Buffer.from(wasm, 'base64')) }),
  };
}
