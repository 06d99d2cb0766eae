import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What `README.md` names: what Terraform 1.11 does in another way than later versions, which we follow, and what
 * stays different. By the look of the expression, which may be too much, so it is for reading what is left.
 */
const NAMED: readonly RegExp[] = [
  /element\(.*-\d/s,
  /signum\(/,
  /contains\(.*\bnull\b/s,
  /&&|\|\|/,
  /base64gzip\(|templatestring\(|\/ 0\b|\.inf|\/ \(/,
  /\)\[\*\]/,
  /cidrsubnet\(.*-\d/s,
  /(?:null.*set|set.*null)/s,
];

export const isNamed = (expression: string): boolean => NAMED.some((pattern) => pattern.test(expression));

interface Message {
  readonly type?: string;
  readonly outputs?: Readonly<Record<string, { readonly value?: string | null }>>;
  readonly diagnostic?: { readonly range?: { readonly filename: string } };
}

/** What each expression comes to in Terraform; those that it refuses before it evaluates anything are left out. */
export function recorded(terraform: string, list: readonly string[]): ReadonlyMap<string, string> {
  const left = new Set(list);
  for (;;) {
    const now = [...left];
    const directory = mkdtempSync(join(tmpdir(), 'planproof-terraform-'));
    for (const [index, expression] of now.entries()) {
      const output = `output "o${index}" {\n  value = try(base64encode(jsonencode(${expression})), "!")\n}\n`;
      writeFileSync(join(directory, `o${index}.tf`), output);
    }
    const { stdout } = spawnSync(terraform, ['apply', '-auto-approve', '-json'], {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const messages = stdout
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Message] : []));
    const refused = messages.flatMap(({ diagnostic }) =>
      diagnostic?.range ? [now[Number(/\d+/.exec(diagnostic.range.filename)?.[0])] ?? ''] : [],
    );
    rmSync(directory, { recursive: true });
    for (const expression of refused) left.delete(expression);
    if (refused.length > 0) continue;
    // The first ones are the plan's, without values.
    const values = messages.findLast(({ type }) => type === 'outputs')?.outputs ?? {};
    return new Map(
      Object.entries(values).flatMap(([name, { value }]) => {
        if (value === null || value === undefined) return [];
        const text = value === '!' ? 'ERR' : Buffer.from(value, 'base64').toString('utf8');
        return [[now[Number(name.slice(1))] ?? '', text] as const];
      }),
    );
  }
}
