import type { PolicyFiles } from '../compile/compiler.ts';

/** Files of the package: OPA's compiler, and what custom policies stand on. */
export const COMPILER_ASSET = 'policy/compiler.wasm.br';
export const LIBRARY_ASSET = 'policy/library.json';

/** What `LIBRARY_ASSET` holds. */
export interface PolicyLibrary {
  /** `main.rego` and `lib/`, by path. */
  readonly files: PolicyFiles;
  /** JSON Schema of `input`, so that a mistyped fact is told. */
  readonly inputSchema: unknown;
  /** Changes when the compiler does. */
  readonly compiler: string;
}
