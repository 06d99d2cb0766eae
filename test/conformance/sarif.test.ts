import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Log } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/assess/index.ts';
import type { Reporter } from '../../src/reporters/index.ts';
import { sarifReporter } from '../../src/reporters/sarif/index.ts';
import { sarifGithubReporter } from '../../src/reporters/sarif-github/index.ts';
import { STORIES } from '../../src/reporters/testing/sarif.ts';
import { drifted } from '../../src/reporters/testing/webshop.ts';

const require = createRequire(import.meta.url);

const cases = Object.entries(STORIES).flatMap(([name, report]) =>
  [sarifReporter, sarifGithubReporter].map((reporter) => ({ name, id: reporter.id, reporter, report })),
);

const render = (reporter: Reporter, report: Report): string =>
  reporter.render(report, { color: false, width: 100 });

describe('the official schema', () => {
  // The JSON Schema 2020-12 edition of the OASIS schema, as Microsoft's validator ships it.
  const path = require.resolve('@microsoft/sarif-multitool-linux/sarif-2.1.0.json');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);

  test.each(cases)('accepts the $id report on $name', ({ reporter, report }) => {
    validate(JSON.parse(render(reporter, report)));
    expect(validate.errors).toBeNull();
  });
});

/** Notes about what we left out or wrote on purpose; any other note, and every warning and error, fails. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'note SARIF2002 Note_Default': 'messages by id: GitHub shows none, it needs texts',
  'note SARIF2003 Note_Default': 'version control: the report does not know it',
  'note SARIF2006 Note_Default': 'reachable addresses: the validator runs without a network',
  'note SARIF2009 Note_HierarchicalIdOnDescriptor': 'opaque rule ids: ours are domain/name, for people',
  'note SARIF2010 Note_Default': 'snippets: none where a secret was found',
  'note SARIF2011 Note_Default':
    'context: none where a secret was found, nor where the file has no more lines',
  'note SARIF2013 Note_Default': 'embedded files: hashes say which they were',
  'note SARIF2012 Note_ProvideHelpUri': "rules' pages: the help itself is in the report",
};

// The validator is an x86-64 Linux program.
describe.skipIf(process.arch !== 'x64' || process.platform !== 'linux')("Microsoft's validator", () => {
  const folder = mkdtempSync(join(tmpdir(), 'planproof-sarif-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    { reporter: sarifReporter, kinds: 'Sarif' },
    { reporter: sarifGithubReporter, kinds: 'Sarif;Ghas' },
  ])(
    'has no error, no warning and no unexpected note about $reporter.id reports',
    ({ reporter, kinds }) => {
      const inputs = Object.entries(STORIES).map(([name, report]) => {
        const path = join(folder, `${name}-${reporter.id}.sarif`);
        writeFileSync(path, render(reporter, report));
        return path;
      });
      const { results, failures, targets } = validate([...inputs, invalid()], kinds);
      expect(failures).toEqual([]);
      expect(targets).toBe(inputs.length + 1);
      expect(results.filter(({ file, rule }) => !file.includes('invalid') && !(rule in ACCEPTED))).toEqual(
        [],
      );
      const caught = results
        .filter(({ file }) => file.includes('invalid'))
        .map(({ rule }) => rule.split(' ', 2).join(' '));
      expect(caught).toContain('error SARIF1002');
    },
    120_000,
  );

  /** A report that is not in order, so that a validator that says nothing at all is found out. */
  function invalid(): string {
    const path = join(folder, 'invalid.sarif');
    writeFileSync(
      path,
      render(sarifReporter, drifted).replaceAll('kubernetes/checkout/', 'kubernetes/check out/'),
    );
    return path;
  }

  function validate(
    inputs: readonly string[],
    kinds: string,
  ): { results: { file: string; rule: string; message: string }[]; failures: unknown[]; targets: number } {
    const output = join(folder, 'validation.log');
    execFileSync(
      require('@microsoft/sarif-multitool-linux') as string,
      [
        'validate',
        ...inputs,
        '--rule-kind',
        kinds,
        '--level',
        'Error;Warning;Note',
        '-o',
        output,
        '--log',
        'ForceOverwrite',
      ],
      { env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }, stdio: 'ignore' },
    );
    // It exits with 0 whatever it finds, and writes a byte-order mark.
    const [run] = (JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, '')) as Log).runs;
    const results = (run?.results ?? []).map(({ ruleId = '', level = 'warning', message, locations }) => ({
      file: locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '',
      rule: `${level} ${ruleId} ${message.id ?? ''}`,
      message: JSON.stringify(message),
    }));
    const failures = (run?.invocations ?? []).flatMap(
      ({ toolExecutionNotifications = [] }) => toolExecutionNotifications,
    );
    return { results, failures, targets: new Set(results.map(({ file }) => file)).size };
  }
});
