import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluated } from './evaluated.ts';
import { expressions } from './expressions.ts';
import { isNamed, recorded } from './terraform.ts';

/** A Terraform to compare with: `TERRAFORM=terraform SEED=7 npx vitest run test/conformance/terraform/live.test.ts`. */
const { TERRAFORM: terraform, SEED: seed = '1' } = process.env;

test.runIf(terraform !== undefined)(
  'expressions come to what they come to in Terraform itself',
  () => {
    const list = new Set(fc.sample(expressions(2), { seed: Number(seed), numRuns: 2000 }));
    const results = recorded(terraform ?? '', [...list]);
    expect(results.size).toBeGreaterThan(list.size / 2);
    const different = [...results].filter(([expression, result]) => evaluated(expression) !== result);
    const unnamed = different.filter(([expression]) => !isNamed(expression));
    process.stdout.write(
      `${results.size} compared, ${different.length} different, ${unnamed.length} without a name\n`,
    );
    // Each thousandth may be new, and is to be read and named.
    if (unnamed.length > results.size / 1000) expect(unnamed).toEqual([]);
  },
  300_000,
);
