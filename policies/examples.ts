import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Host } from '../src/io/index.ts';
import { check } from '../src/run/index.ts';
import { formatLocation } from '../src/source/index.ts';

/** What a rule says of an example, as `expected.json` has it: places as `path:line:column`, in the report's order. */
export interface ExampleResult {
  readonly findings: readonly { readonly at: string; readonly message: string }[];
  readonly undecided: readonly { readonly at: string; readonly reason: string }[];
}

export interface Example {
  readonly rule: string;
  /** Its folder, from the repository's root. */
  readonly folder: string;
  readonly expected: ExampleResult;
}

const RULES = 'policies/rules';

/** Every rule's examples. `good-…` is examined and clean; `bad-…` and `unknown-…` give exactly what their `expected.json` says. */
export function allExamples(): readonly Example[] {
  return folders(RULES).flatMap((domain) =>
    folders(`${RULES}/${domain}`).flatMap((name) => {
      const examples = `${RULES}/${domain}/${name}/examples`;
      return folders(examples).map((example) => ({
        rule: `${domain}/${name}`,
        folder: `${examples}/${example}`,
        expected: expectedOf(`${examples}/${example}`, example),
      }));
    }),
  );
}

/** Runs one rule on a folder, through everything a user's check goes through. */
export async function exampleResult(host: Host, rule: string): Promise<ExampleResult & { readonly examined: number }> {
  const report = await check(host, {
    paths: [''],
    include: [],
    exclude: ['expected.json'],
    rules: [rule],
    skipRules: [],
    minSeverity: 'note',
    failOn: 'error',
    waivers: [],
    today: '2026-11-24',
    asOf: false,
    version: '0.0.0',
  });
  const [failure] = report.rules.flatMap((one) => one.failure ?? []);
  if (failure !== undefined) throw new Error(failure);
  const [unread] = report.diagnostics.filter(({ level }) => level === 'error');
  if (unread) throw new Error(`${unread.path}: ${unread.message}`);
  return {
    findings: report.findings.map(({ location, message }) => ({ at: formatLocation(location), message })),
    undecided: report.undecided.map(({ location, reason }) => ({ at: formatLocation(location), reason })),
    examined: report.rules[0]?.evidence.examined ?? 0,
  };
}

function expectedOf(folder: string, name: string): ExampleResult {
  if (name.startsWith('good-')) return { findings: [], undecided: [] };
  const text = existsSync(`${folder}/expected.json`) ? readFileSync(`${folder}/expected.json`, 'utf8') : '{}';
  return { findings: [], undecided: [], ...(JSON.parse(text) as Partial<ExampleResult>) }; // compared in whole, right away
}

function folders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
