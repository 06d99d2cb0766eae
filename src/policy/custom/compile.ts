import { compilePolicies, type PolicyBuild } from '../compile/build.ts';
import { policyCompiler, type PolicyFiles, type TestRun } from '../compile/compiler.ts';
import type { CompilerJob } from './job.ts';
import type { PolicyLibrary } from './library.ts';

/** No file that a user names begins so. */
const OURS = 'planproof:';

export function compileWithLibrary({ files, library, compiler }: CompilerJob): Promise<PolicyBuild> {
  const { inputSchema } = library;
  const compile = (some: PolicyFiles): Promise<PolicyBuild> =>
    compilePolicies(policyCompiler(compiler), { files: withLibrary(some, library), inputSchema });
  return within(files, compile, (problems) => ({ problems, rules: [] }));
}

export function testWithLibrary({ files, library, compiler }: CompilerJob): Promise<TestRun> {
  const { inputSchema } = library;
  const run = (some: PolicyFiles): Promise<TestRun> =>
    policyCompiler(compiler).test(withLibrary(some, library), { entrypoints: [], inputSchema });
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

function withLibrary(files: PolicyFiles, library: PolicyLibrary): PolicyFiles {
  const ours = Object.entries(library.files).map(([path, text]) => [`${OURS}${path}`, text] as const);
  return { ...Object.fromEntries(ours), ...files };
}
