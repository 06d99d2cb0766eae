import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { environmentOf } from '../environments/environment-of.ts';
import { isPlan } from '../read/recognize.ts';
import { loadPlan } from '../load.ts';
import schema from '../schema/deployment-plan.schema.json' with { type: 'json' };

/** All keys and choices of the schema, so that arbitrary documents look a little like plans. */
function wordsOf(node: unknown): string[] {
  if (typeof node === 'string') return node.length < 30 ? [node] : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [key, ...wordsOf(value)]);
}

const words = [
  ...new Set([...wordsOf(schema), '__proto__', 'constructor', 'length', '1h', '2026-02-30', '../x', '#']),
];
const word = fc.constantFrom(...words);
const leaf = fc.oneof(word, fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(word, tie('tree')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
/** A section of the plan replaced by anything. */
const plan = fc
  .tuple(fc.constantFrom(...Object.keys(schema.properties)), tree)
  .map(([section, value]) => ({ title: 'x', environments: [{ name: 'dev' }], [section]: value }));

const load = (text: string): void => {
  for (const document of parseYaml(sourceFile('deployment-plan.yaml', text)).documents) {
    isPlan(document);
    const loaded = loadPlan(document);
    for (const { location, message } of loaded.diagnostics) {
      expect(message).toMatch(/\.$/);
      location?.file.rangeOf(location.span);
    }
    if (loaded.plan) environmentOf(loaded.plan, 'a/dev/b.yaml');
  }
};

describe('whatever is called a plan', () => {
  it('is read without a crash, as data of any shape', () => {
    fc.assert(
      fc.property(fc.oneof(tree, plan), (value) => {
        load(JSON.stringify(value));
      }),
      { numRuns: 1500 },
    );
  });

  it('is read without a crash, as text of any kind', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), load), { numRuns: 500 });
  });

  it('is read in time that grows with its size only', () => {
    const components = Array.from(
      { length: 5_000 },
      (_, i) => `{name: c${i}, dependsOn: [c${i + 1}, x${i}]}`,
    );
    const milestones = Array.from(
      { length: 5_000 },
      (_, i) => `{id: m${i}, title: t, due: 2026-01-01, dependsOn: [m${i + 1}]}`,
    );
    const start = performance.now();
    load(
      `architecture: {components: [${components.join()}]}\ntimeline: {milestones: [${milestones.join()}]}\n`,
    );
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
