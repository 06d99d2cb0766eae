import { beforeAll, expect, test } from 'vitest';
import { loadCompiler } from '../../dev/policy/compiler.ts';
import { readPolicySources } from '../../dev/policy/sources.ts';
import { buildPolicies, type PolicySources } from './build.ts';
import type { PolicyCompiler } from './compiler.ts';

const FILE = 'rules/network/no-open-port/rule.rego';
const METADATA = `# METADATA
# title: No port is open
# description: Whoever finds an open port can talk to what listens behind it.
# custom:
#   severity: warning
#   applies_to: [network-rule]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7]
#   remediation: Close the port.
`;
const BODY = `
import data.planproof.lib.finding

violation contains finding.at(r, ["peers"], "Open.") if {
	some r in input.subjects["network-rule"]
	r.facts.direction == "ingress"
}
`;
const PACKAGE = 'package planproof.rules.network["no-open-port"]\n';
const RULE = `${METADATA}${PACKAGE}${BODY}`;

let compiler: PolicyCompiler;
let sources: PolicySources;

beforeAll(async () => {
  compiler = await loadCompiler();
  sources = readPolicySources();
});

/** Builds our entry point and library with one rule, in a file, with examples. */
const build = (
  text: string,
  file = FILE,
  examples: readonly string[] = ['good-a', 'bad-a'],
): ReturnType<typeof buildPolicies> => {
  const shared = Object.entries(sources.files).filter(([path]) => !path.startsWith('rules/'));
  return buildPolicies(compiler, {
    ...sources,
    files: { ...Object.fromEntries(shared), [file]: text },
    examples: examples.map((name) => file.replace('rule.rego', `examples/${name}`)),
  });
};

const problemsOf = async (...args: Parameters<typeof build>): Promise<readonly string[]> =>
  (await build(...args)).problems.map(({ line, message }) => `${line}: ${message.split('\n')[0] ?? ''}`);

test('a rule becomes an entry of rules.json and Wasm', async () => {
  const { problems, wasm, rules } = await build(RULE);
  expect(problems).toEqual([]);
  expect(wasm?.length).toBeGreaterThan(100_000);
  expect(rules).toEqual([
    {
      id: 'network/no-open-port',
      title: 'No port is open',
      description: 'Whoever finds an open port can talk to what listens behind it.',
      severity: 'warning',
      appliesTo: ['network-rule'],
      uses: [],
      reads: expect.arrayContaining(['direction', 'peers']) as readonly string[],
      requiredFor: [],
      criteria: ['security-compliance'],
      required: false,
      controls: { 'nist-800-53': ['SC-7'] },
      remediation: 'Close the port.',
      links: [],
    },
  ]);
});

test('METADATA that is missing, unknown or ill-formed fails at its line', async () => {
  expect(await problemsOf(PACKAGE + BODY)).toEqual(['1: The rule has no METADATA block above its package.']);
  expect(await problemsOf(RULE.replace('severity: warning', 'severity: fatal'))).toEqual([
    '1: "custom.severity" must be "error", "warning" or "note", found the text "fatal".',
  ]);
  expect(await problemsOf(RULE.replace('remediation: Close the port.', 'fix: Close the port.'))).toEqual([
    '1: "custom" needs the property "remediation". Add "remediation": What to do: begins with a verb, ends with a full stop.',
    '1: "custom" has no property "fix". Known: severity, applies_to, uses, by_name, criteria, required, required_for, controls, statements, shown_by, remediation.',
  ]);
  expect(await problemsOf(RULE.replace('No port is open', 'No port is open.'))).toEqual([
    '1: "title" has not the form it must have: "No port is open." does not match ^[A-Z].*[^.!?\\s]$. The wished-for state, without a full stop: "Object stores are encrypted at rest".',
  ]);
});

test('folder, package and file name must agree', async () => {
  expect(await problemsOf(RULE.replace('"no-open-port"', '"no-open-ports"'))).toContain(
    '11: The package must be planproof.rules.network["no-open-port"], as the folder says, not planproof.rules.network.no-open-ports.',
  );
  expect(await problemsOf(RULE, 'rules/network/no-open-port/open.rego')).toContain(
    '11: A rule is the file rules/<domain>/<rule>/rule.rego, in kebab case.',
  );
});

test('a rule that no entry point reaches fails', async () => {
  const { ['main.rego']: main = '', ...rest } = sources.files;
  const files = {
    ...rest,
    'main.rego': main.replaceAll('[domain][name].violation', '.secrets[name].violation'),
  };
  const { problems } = await buildPolicies(compiler, { ...sources, files });
  expect(problems.map(({ file, message }) => `${file}: ${message}`)).toContain(
    'rules/encryption/database-encrypted/rule.rego: No entry point reaches "violation" of this rule, so that it would never be evaluated.',
  );
});

test('a misspelled answer fails instead of never being read', async () => {
  expect(await problemsOf(RULE.replace('violation contains', 'violations contains'))).toEqual([
    '11: The rule defines no "violation".',
    '11: Nobody reads "violations": a rule answers with violation, undecided, examined; helpers start with "_".',
  ]);
});

test('a rule names every kind that it reads, and reads every kind that it names', async () => {
  expect(await problemsOf(RULE.replace('applies_to: [network-rule]', 'applies_to: [database]'))).toEqual([
    '1: METADATA names the kind "database", which the rule never reads.',
    '16: The rule reads subjects of kind "network-rule", which neither applies_to nor uses names.',
  ]);
  expect(await problemsOf(RULE.replace('[network-rule]', '[network-rule, bucket]'))).toEqual([
    '1: METADATA: there is no kind of subject "bucket".',
  ]);
  expect(
    await problemsOf(
      RULE.replace('some r in', 'some kind in ["x"]\n\tsome r in').replace('["network-rule"]', '[kind]'),
    ),
  ).toContain('17: Name the kind of subject: input.subjects["object-store"] or input.subjects.alert.');
});

test('a rule needs a good and a bad example', async () => {
  expect(await problemsOf(RULE, FILE, ['good-a'])).toEqual([
    '11: The rule has no example rules/network/no-open-port/examples/bad-….',
  ]);
});

test('a mistyped fact fails at its line', async () => {
  expect(await problemsOf(RULE.replace('r.facts.direction', 'r.facts.dirction'))).toEqual([
    '17: undefined ref: r.facts.dirction',
  ]);
});
