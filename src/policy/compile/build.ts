import type { Rule } from '../rule.ts';
import type { PolicyCompiler, PolicyFiles, PolicyModule, PolicyProblem } from './compiler.ts';
import { readMetadata } from './metadata.ts';
import { readsOf } from './reads.ts';
import { layoutProblems, ruleModules, ruleProblems } from './structure.ts';

/** The one document that the host evaluates. */
export const ENTRYPOINTS: readonly string[] = ['planproof/main/results'];

/** All that the policies are built from. Paths are relative to the folder that holds `main.rego`. */
export interface PolicySources {
  /** Every `.rego` file, tests among them. */
  readonly files: PolicyFiles;
  /** Example folders, `rules/<domain>/<rule>/examples/<example>`. */
  readonly examples: readonly string[];
  /** `src/policy/generated/input.schema.json`. */
  readonly inputSchema: unknown;
}

export interface PolicyBuild {
  readonly problems: readonly PolicyProblem[];
  readonly wasm?: Uint8Array;
  /** By id. */
  readonly rules: readonly Rule[];
}

/** Compiles Planproof's own policies and reads what their rules say of themselves; with a problem there is no Wasm. */
export async function buildPolicies(compiler: PolicyCompiler, sources: PolicySources): Promise<PolicyBuild> {
  return compilePolicies(compiler, sources, (modules) => layoutProblems(modules, sources.examples));
}

/** Compiles anyone's policies; `alsoWrong` is what else must be right. */
export async function compilePolicies(
  compiler: PolicyCompiler,
  sources: Pick<PolicySources, 'files' | 'inputSchema'>,
  alsoWrong: (modules: readonly PolicyModule[]) => readonly PolicyProblem[] = () => [],
): Promise<PolicyBuild> {
  const files = Object.fromEntries(Object.entries(sources.files).filter(([path]) => !isTest(path)));
  const { problems, modules, wasm } = await compiler.compile(files, {
    entrypoints: ENTRYPOINTS,
    inputSchema: sources.inputSchema,
  });
  if (wasm === undefined) return { problems, rules: [] };
  const { rules, problems: metadataProblems } = readMetadata(
    ruleModules(modules),
    readsOf(modules, sources.inputSchema),
  );
  const all = [
    ...ruleProblems(modules, sources.inputSchema, rules),
    ...alsoWrong(modules),
    ...metadataProblems,
  ];
  if (all.length > 0) return { problems: all.sort(byPlace), rules };
  return { problems: [], wasm, rules };
}

export function isTest(path: string): boolean {
  return path.endsWith('_test.rego');
}

function byPlace(a: PolicyProblem, b: PolicyProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
