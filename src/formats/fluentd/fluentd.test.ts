import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printSubjects } from '../../../test/support/facts.ts';
import { detects, readTexts } from '../../../test/support/read-samples.ts';
import { sourceFile } from '../../source/index.ts';
import { parseFluentd } from '../../syntax/fluentd/index.ts';
import type { Normalized } from '../format.ts';
import { format } from './index.ts';

it('gives the whole answer for a file', async () => {
  const folder = `${import.meta.dirname}/samples`;
  const { subjects } = await readFile(readFileSync(`${folder}/aggregator.conf`, 'utf8'));
  await expect(`${printSubjects(subjects)}\n`).toMatchFileSnapshot(`${folder}/aggregator.expected.txt`);
});

const OBJECT = `apiVersion: v1
kind: ConfigMap
metadata: { name: fluentd, namespace: staging }
data:
  a.conf: |
    <source>
      @type tail
    </source>
  b.conf: |
    <match **>
      @type null
    </match>
`;

describe('a ConfigMap', () => {
  it('is recognized by its texts', () => {
    expect(detects(format, OBJECT)).toBe(true);
    expect(detects(format, OBJECT.replaceAll(/@type|<\/match>/g, 'x'))).toBe(false);
  });

  it('is one Fluentd, whose places are in its texts', async () => {
    const { subjects } = await readTexts(format, { 'a.yaml': OBJECT });
    const [pipeline] = subjects.filter(({ kind }) => kind === 'telemetry-pipeline');
    const facts = pipeline?.kind === 'telemetry-pipeline' ? pipeline.facts : undefined;
    expect([facts?.fed.value, facts?.kept.value, pipeline?.environment]).toEqual([true, false, 'staging']);
    const span = facts?.sinks[0]?.name.at?.span;
    expect(span && OBJECT.slice(span.start, span.end)).toBe('<match **>');
  });
});

it('tells what is not closed', () => {
  const { diagnostics } = parseFluentd(sourceFile('a.conf', '<source>\n</match>\n'));
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'This ends an element match that is not open.',
    'The element source is not ended.',
  ]);
});

it('never throws, whatever the lines', async () => {
  const line = fc.constantFrom(
    '<source>',
    '</source>',
    '<match **>',
    '</match>',
    '<label @A>',
    '</label>',
    '@type copy',
    '<store>',
    '</store>',
    'a [',
    'b "',
    '__proto__ x',
    '#',
    '<',
    '>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
      const { subjects } = await readFile(lines.join('\n'));
      expect(subjects[0]?.kind).toBe('telemetry-collector');
    }),
  );
});

async function readFile(text: string): Promise<Normalized> {
  return format.normalize(parseFluentd(sourceFile('logs/fluent.conf', text)).documents, {
    environmentOf: () => undefined,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => undefined,
  });
}
