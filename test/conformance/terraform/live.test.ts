import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluated } from './evaluated.ts';
import { expressions } from './expressions.ts';

/** A Terraform to compare with: `TERRAFORM=terraform SEED=7 npx vitest run test/conformance/terraform/live.test.ts`. */
const { TERRAFORM: terraform, SEED: seed = '1' } = process.env;

interface Message {
  readonly type?: string;
  readonly outputs?: Readonly<Record<string, { readonly value?: string | null }>>;
  readonly diagnostic?: { readonly range?: { readonly start: { readonly line: number } } };
}

/** What each expression comes to in Terraform; those that it refuses before it evaluates anything are left out. */
function recorded(list: readonly string[]): ReadonlyMap<string, string> {
  const directory = mkdtempSync(join(tmpdir(), 'planproof-terraform-'));
  const left = new Set(list);
  for (;;) {
    const now = [...left];
    const outputs = now.map(
      (expression, index) =>
        `output "o${index}" {\n  value = try(base64encode(jsonencode(${expression})), "!")\n}\n`,
    );
    writeFileSync(join(directory, 'main.tf'), outputs.join(''));
    const { stdout } = spawnSync(terraform ?? '', ['apply', '-auto-approve', '-json'], {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const messages = stdout
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Message] : []));
    const refused = messages.flatMap(({ diagnostic }) =>
      diagnostic?.range ? [now[Math.floor((diagnostic.range.start.line - 1) / 3)] ?? ''] : [],
    );
    for (const expression of refused) left.delete(expression);
    if (refused.length > 0) continue;
    rmSync(directory, { recursive: true });
    const values = messages.find(({ type }) => type === 'outputs')?.outputs ?? {};
    return new Map(
      Object.entries(values).flatMap(([name, { value }]) => {
        if (value === null || value === undefined) return [];
        const text = value === '!' ? 'ERR' : Buffer.from(value, 'base64').toString('utf8');
        return [[now[Number(name.slice(1))] ?? '', text] as const];
      }),
    );
  }
}

test.runIf(terraform !== undefined)(
  'expressions come to what they come to in Terraform itself',
  () => {
    const list = new Set(fc.sample(expressions(2), { seed: Number(seed), numRuns: 2000 }));
    const results = recorded([...list]);
    const different = [...results].filter(([expression, result]) => evaluated(expression) !== result);
    expect(different).toEqual([]);
  },
  300_000,
);
