import { expect, test } from 'vitest';
import { exampleResult } from '../../../policies/examples.ts';
import { nodeHost, type Host } from '../../io/index.ts';
import { buildPolicies } from '../../policy/compile/build.ts';
import { loadCompiler } from './compiler.ts';
import { newRuleFiles } from './new-rule.ts';
import { readPolicySources } from './sources.ts';

const IDS: readonly string[] = ['workload/own-network', 'supply-chain/own-network'];

test('new rules are complete and green: they build, are formatted, pass their tests and their examples', async () => {
  const compiler = await loadCompiler();
  const sources = readPolicySources();
  const added = IDS.flatMap((id) =>
    Object.entries(newRuleFiles(id)).map(([path, text]) => [path.replace('policies/', ''), text] as const),
  );
  const rego = Object.fromEntries(added.filter(([path]) => path.endsWith('.rego')));
  const examples = added.map(([path]) => path.split('/').slice(0, 5).join('/'));

  const build = await buildPolicies(compiler, {
    ...sources,
    files: { ...sources.files, ...rego },
    examples: [...sources.examples, ...examples],
  });
  expect(build.problems).toEqual([]);
  expect(build.rules.filter(({ id }) => IDS.includes(id)).map(({ title }) => title)).toEqual([
    'Own network',
    'Own network',
  ]);
  expect(await compiler.format(rego)).toEqual({ problems: [], unformatted: [] });

  const library = Object.fromEntries(
    Object.entries(sources.files).filter(([path]) => path.startsWith('lib/')),
  );
  const run = await compiler.test(
    { ...library, ...rego },
    { entrypoints: [], inputSchema: sources.inputSchema },
  );
  expect(run.tests.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'passed']);

  const asset = (name: string): Uint8Array =>
    name.endsWith('.wasm')
      ? (build.wasm ?? new Uint8Array())
      : new TextEncoder().encode(JSON.stringify(build.rules));
  const host = (example: string): Host => ({ ...nodeHost(`policies/template/examples/${example}`), asset });
  expect(await exampleResult(host('good-own-network'), 'workload/own-network')).toMatchObject({
    findings: [],
    examined: 1,
  });
  expect(await exampleResult(host('bad-host-network'), 'workload/own-network')).toMatchObject({
    findings: [{ at: 'deployment.yaml:13:20', message: 'web uses the network of its node.' }],
  });
});

test('an id that will not do is refused with what is expected', () => {
  expect(() => newRuleFiles('Workload/x')).toThrow(
    '"Workload/x" is no rule id: write <domain>/<name> in kebab case.',
  );
  expect(() => newRuleFiles('../x')).toThrow('is no rule id');
  expect(() => newRuleFiles('cloud/x')).toThrow('There is no domain "cloud": delivery, documentation,');
});
