import { existsSync, readdirSync, readFileSync } from 'node:fs';

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
