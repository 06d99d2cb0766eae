import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFile } from '../../src/source/index.ts';
import { parseHcl } from '../../src/syntax/hcl/index.ts';
import { buildOracle } from '../conformance/terraform/oracle.ts';
import { numbersFrom } from '../conformance/terraform/values.ts';
import { examine } from './examine.ts';
import { Choice, nearly } from './grammar/choice.ts';
import { template, yamlOf } from './grammar/cloudformation.ts';
import { terraform } from './grammar/terraform.ts';

/** `npm run fuzz` gives these their share of the time; without it some files of each kind are tried. */
const { FUZZ_SECONDS: seconds, FUZZ_SEED: first = '1' } = process.env;
const FILES = 60;

const KINDS: readonly (readonly [name: string, make: (choice: Choice) => string])[] = [
  ['main.tf', terraform],
  ['template.yaml', (choice) => yamlOf(template(choice), choice).trimStart()],
  ['template.json', (choice) => JSON.stringify(template(choice), undefined, choice.below(3))],
];

/** What a file that keeps the grammar must not be called. */
const SYNTAX = /^(?:yaml|json)\//;

test.each(KINDS)(
  'a %s by the grammar is read without mistakes, and one that nearly keeps it is read',
  async (name, make) => {
    mkdirSync('build/fuzz', { recursive: true });
    const wrong: string[] = [];
    const until = seconds === undefined ? undefined : Date.now() + (Number(seconds) * 1000) / KINDS.length;
    for (
      let seed = Number(first);
      until === undefined ? seed < Number(first) + FILES : Date.now() < until;
      seed++
    ) {
      const choice = new Choice(numbersFrom(seed * 2_654_435_761));
      const sound = make(choice);
      const texts = [sound, nearly(sound, choice)];
      for (const [index, text] of texts.entries()) {
        if (until !== undefined) writeFileSync(`build/fuzz/now-${name}`, text);
        const { problems, codes } = await examine({ [name]: new TextEncoder().encode(text) });
        const syntax = index === 0 ? codes.filter((code) => SYNTAX.test(code)) : [];
        if (problems.length + syntax.length === 0) continue;
        writeFileSync(`build/fuzz/${String(seed)}-${String(index)}-${name}`, text);
        wrong.push(`seed ${String(seed)}, text ${String(index)}: ${[...problems, ...syntax][0] ?? ''}`);
        if (wrong.length > 20) break;
      }
    }
    expect(wrong).toEqual([]);
  },
  seconds === undefined ? 60_000 : 24 * 3600_000,
);

const oracle = buildOracle();
const missing = typeof oracle === 'string' ? ` (skipped: ${oracle})` : '';

test.skipIf(missing !== '')(
  `what HashiCorp's parser takes of configurations by the grammar, and nearly so, is taken, and the rest is not${missing}`,
  () => {
    if (typeof oracle === 'string') return;
    const wrong: string[] = [];
    let [refused, lenient] = [0, 0];
    const until = seconds === undefined ? undefined : Date.now() + Number(seconds) * 300;
    for (
      let seed = Number(first);
      until === undefined ? seed < Number(first) + 4 * FILES : Date.now() < until;
      seed += FILES
    ) {
      const texts = Array.from({ length: FILES }, (_, index) => {
        const choice = new Choice(numbersFrom((seed + index) * 40_503));
        const sound = terraform(choice);
        return [sound, nearly(sound, choice)];
      }).flat();
      const there = oracle.parses(texts);
      for (const [index, text] of texts.entries()) {
        const { diagnostics } = parseHcl(sourceFile('main.tf', text));
        const errors = diagnostics.filter(({ level }) => level === 'error');
        if (there[index] === false) refused++;
        if ((errors.length === 0) === there[index]) continue;
        // We are not strict about where a line must end.
        if (there[index] === false && index % 2 === 1) {
          lenient++;
          continue;
        }
        writeFileSync(`build/fuzz/${String(seed)}-${String(index)}-parse.tf`, text);
        const { code = 'nothing', message = '', location } = errors[0] ?? {};
        const line = location?.file.positionAt(location.span.start).line ?? 0;
        wrong.push(`seed ${String(seed)}, text ${String(index)}: ${code} ${String(line)} ${message}`);
      }
      if (wrong.length > 20) break;
    }
    expect(wrong).toEqual([]);
    expect(lenient).toBeLessThan(refused / 20);
  },
  seconds === undefined ? 60_000 : 24 * 3600_000,
);
