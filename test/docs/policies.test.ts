import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderOf, planproofIn } from '../support/cli.ts';

const PAGE = readFileSync('docs/policies.md', 'utf8');

/** The first block of a language on the page. */
function block(language: string): string {
  const text = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1];
  if (text === undefined) throw new Error(`The page has no block of ${language}.`);
  return text;
}

test('the rule on the page for custom policies says of the file on the page what the page says it does', () => {
  const cwd = folderOf({ 'policies/versioned.rego': block('rego'), 'production/main.tf': block('hcl') });
  const environment = { XDG_CACHE_HOME: `${cwd}/cache` };
  const said = /it says `([^`]+)`, \*([^*]+)\*/.exec(PAGE);
  const { stdout, code } = planproofIn(
    { cwd, environment },
    'check',
    'production',
    '--policies',
    'policies',
    '--rules',
    'acme/*',
  );
  expect(stdout).toContain(`${said?.[1]}  error  acme/buckets-versioned  production\n  ${said?.[2]}`);
  expect(code).toBe(1);
});
