import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readText } from '../discover/index.ts';
import { mistakes } from '../errors/index.ts';
import { nodeHost, userCache } from '../io/index.ts';
import { testCustomPolicies, type PolicyFiles } from '../policy/index.ts';
import { policyDiagnostics, policySets, type CustomPolicies } from '../run/index.ts';
import { EXIT } from './exit.ts';

/** Rego files of the folders, which are named relative to `from`; undefined when no folder is given. */
export function customPolicies(folders: readonly string[], from: string): CustomPolicies | undefined {
  if (folders.length === 0) return undefined;
  const files: Record<string, string> = {};
  for (const folder of folders) Object.assign(files, regoFiles(folder, from));
  return { files, cache: userCache() };
}

/** By the path as one would give it on the command line. Hidden folders and links are left out. */
function regoFiles(folder: string, from: string): PolicyFiles {
  const top = resolve(from, folder);
  if (!existsSync(top)) throw mistakes.pathNotFound(folder);
  const host = nodeHost(top);
  const name = folder.replace(/[\\/]+$/, '');
  const files: Record<string, string> = {};
  const walk = (directory: string): void => {
    for (const { name: entry, kind } of host.list(directory) ?? []) {
      const path = directory === '' ? entry : `${directory}/${entry}`;
      if (kind === 'directory' && !entry.startsWith('.')) walk(path);
      if (kind !== 'file' || !entry.endsWith('.rego')) continue;
      const text = readText(host, path);
      if (!text.ok) throw mistakes.policiesInvalid([{ ...text.diagnostic, path: `${name}/${path}` }]);
      files[`${name}/${path}`] = text.file.text;
    }
  };
  if (host.kindOf('') !== 'directory') throw mistakes.pathNotFound(folder);
  walk('');
  if (!Object.values(files).some((text) => /^package\s+planproof\.rules\b/m.test(text)))
    throw mistakes.policiesEmpty(folder);
  return files;
}

/** Compiles a folder of policies and runs its tests; says what is wrong, and counts. */
export async function runPolicies(folder: string): Promise<number> {
  const custom = customPolicies([folder], process.cwd());
  if (!custom) return EXIT.usage;
  const host = nodeHost('.');
  const [, own] = await policySets(host, custom);
  const { problems, tests } = await testCustomPolicies(custom.files, (name) => host.asset(name));
  if (problems.length > 0) throw mistakes.policiesInvalid(policyDiagnostics(problems, custom.files));
  const failed = tests.filter(({ outcome }) => outcome === 'failed' || outcome === 'error');
  const lines = [
    ...failed.map(
      ({ file, line, name, outcome, detail = '' }) =>
        `${file}:${line}: ${name} ${outcome}${detail && `: ${detail}`}`,
    ),
    `Rules: ${own?.rules.length ?? 0}. Tests: ${tests.length - failed.length} passed, ${failed.length} failed.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return failed.length > 0 ? EXIT.failed : EXIT.passed;
}
