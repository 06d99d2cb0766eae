import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numbersFrom } from '../conformance/terraform/values.ts';
import { examine } from './examine.ts';
import { mutated, mutatedInside } from './mutate.ts';
import { seeds } from './seeds.ts';

/** `npm run fuzz -- --seconds 60 --seed 7` tries for so long; without it a hundred files of each kind are tried. */
const { FUZZ_SECONDS: seconds, FUZZ_SEED: first = '1' } = process.env;
const FILES = 100;

const kinds = Object.entries(seeds());
const until = seconds === undefined ? undefined : (Date.now() / 1000 + Number(seconds)) * 1000;

test.each(kinds)(
  'however a file like %s is broken, it is read, and every place is inside it',
  async (kind, list) => {
    mkdirSync('build/fuzz', { recursive: true });
    const wrong: string[] = [];
    let told = 0;
    const share = until === undefined ? undefined : (until - Date.now()) / remaining(kind) + Date.now();
    for (
      let seed = Number(first);
      share === undefined ? seed < Number(first) + FILES : Date.now() < share;
      seed++
    ) {
      const random = numbersFrom(seed * 2_654_435_761);
      const pick = (): (typeof list)[number] | undefined => list[Math.floor(random() * list.length)];
      const [one, other] = [pick(), pick()];
      if (!one || !other) continue;
      const inside = one.name === 'tfplan' && random() < 0.8;
      const bytes = inside ? mutatedInside(one.bytes, random) : mutated(one.bytes, other.bytes, random);
      // What a run that never ends was reading.
      if (until !== undefined) writeFileSync(`build/fuzz/now-${one.name}`, bytes);
      const { problems, subjects } = await examine({ ...one.beside, [one.name]: bytes });
      told += subjects;
      if (problems.length === 0) continue;
      writeFileSync(`build/fuzz/${String(seed)}-${one.name}`, bytes);
      wrong.push(`seed ${String(seed)}: ${problems[0] ?? ''}`);
    }
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(0);
  },
  until === undefined ? 60_000 : 24 * 3600_000,
);

/** How many kinds of files are still to be tried, this one too. */
function remaining(kind: string): number {
  return kinds.length - kinds.findIndex(([name]) => name === kind);
}
