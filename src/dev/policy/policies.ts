import { mkdirSync, writeFileSync } from 'node:fs';
import { buildPolicies, isTest, type PolicySources } from '../../policy/compile/build.ts';
import type { PolicyCompiler, PolicyProblem } from '../../policy/compile/compiler.ts';
import { LIBRARY_ASSET, type PolicyLibrary } from '../../policy/custom/library.ts';
import { compilerDigest } from './compiler.ts';
import { foldersWithoutRule, readPolicySources } from './sources.ts';

const OUTPUT = 'dist/policy';

/** Compiles `policies/` to `dist/policy/policy.wasm` and `rules.json`; throws with every problem's place. */
export async function writePolicies(compiler: PolicyCompiler): Promise<void> {
  const empty = foldersWithoutRule();
  if (empty.length > 0) throw new Error(empty.map((folder) => `${folder}: has no rule.rego.`).join('\n'));
  const sources = readPolicySources();
  const { problems, wasm, rules } = await buildPolicies(compiler, sources);
  if (wasm === undefined) throw new Error(listed(problems));
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(`${OUTPUT}/policy.wasm`, wasm);
  writeFileSync(`${OUTPUT}/rules.json`, `${JSON.stringify(rules, null, 2)}\n`);
  writeFileSync(`dist/${LIBRARY_ASSET}`, JSON.stringify(libraryOf(sources)));
}

/** What custom policies stand on. */
function libraryOf({ files, inputSchema }: PolicySources): PolicyLibrary {
  const ours = Object.entries(files).filter(([path]) => !path.startsWith('rules/') && !isTest(path));
  return { files: Object.fromEntries(ours), inputSchema, compiler: compilerDigest() };
}

/** What `npm run check` wants of Rego: formatted as `opa fmt` does, and every test passing. */
export async function checkPolicies(
  compiler: PolicyCompiler,
  { write }: { readonly write: boolean },
): Promise<number> {
  const { files, inputSchema } = readPolicySources();
  const { problems, unformatted } = await compiler.format(files);
  if (problems.length > 0) throw new Error(listed(problems));
  for (const { file, formatted } of unformatted) {
    if (write) writeFileSync(`policies/${file}`, formatted);
    else console.error(`policies/${file}: not formatted; run "npm run rego -- --write".`);
  }
  const run = await compiler.test(files, { entrypoints: [], inputSchema });
  if (run.problems.length > 0) throw new Error(listed(run.problems));
  const failed = run.tests.filter(({ outcome }) => outcome !== 'passed');
  for (const { file, line, name, outcome, detail = '' } of failed)
    console.error(`policies/${file}:${line}: ${name} ${outcome}${detail && `: ${detail}`}`);
  const count = run.tests.length - failed.length;
  console.log(
    `${count} passed, ${failed.length} failed in ${Object.keys(files).filter(isTest).length} Rego test files.`,
  );
  return failed.length + (write ? 0 : unformatted.length);
}

function listed(problems: readonly PolicyProblem[]): string {
  return problems
    .map(({ file, line, column, message }) => `policies/${file}:${line}:${column}: ${message}`)
    .join('\n');
}
