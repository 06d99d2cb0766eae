import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { typeErrors } from '../../../src/monitoring/index.ts';
import { parseQuery } from '../../../src/syntax/promql/index.ts';

/** Prometheus' own checker: where `PROMTOOL` says, or on the path. Without it there is nothing to agree with. */
const PROMTOOL = process.env['PROMTOOL'] ?? 'promtool';
const present = spawnSync(PROMTOOL, ['--version']).status === 0;

const SOUND: readonly string[] = [
  'up{job="checkout", instance!~"10[.].*"} == 0',
  'sum by (code, job) (rate(http_requests_total{code=~"5.."}[5m] offset 1h)) / 3 > 0.05',
  'histogram_quantile(0.99, sum without (pod) (rate(latency_seconds_bucket[10m]))) > 1.5',
  'absent(up{job="cart"}) or vector(1)',
  'topk(3, a * on (x, y) group_left (z) b) unless ignoring (x) c',
  'max_over_time((a - b offset 5m)[1h:5m] @ end()) > bool 0',
  'label_replace(up, "name", "$1-x", "instance", "(.*):.*")',
  'count_values("version", build_info) ^ 2 >= -3 and day_of_week() < 6',
];

const TOKEN = /"(?:[^"\\]|\\.)*"|[A-Za-z_:][\w:]*|\d+(?:\.\d+)?[smhd]?|=~|!~|!=|==|>=|<=|\s+|\S/g;
const STRAY: readonly string[] = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  'by',
  'foo',
  '5m',
  '"x"',
  '=',
  '>',
  'offset 5m',
  'bool',
  '@ 3',
];

/** Each sound expression with one token left out, doubled, or replaced: mistakes of the kind that people make. */
function mutants(): readonly string[] {
  const found = SOUND.flatMap((text, row) => {
    const tokens = text.match(TOKEN) ?? [];
    return tokens.flatMap((token, index) => {
      if (token.trim() === '') return [];
      const stray = STRAY[(index * 7 + row) % STRAY.length] ?? '(';
      return [[], [token, token], [stray]].map((instead) => tokens.toSpliced(index, 1, ...instead).join(''));
    });
  });
  return [...new Set(found)];
}

/** What we say of an expression: sound, wrong, or that we cannot tell. */
function ours(text: string): 'sound' | 'wrong' | 'unsure' {
  const { problem, expression } = parseQuery(text);
  if (problem) return problem.sure ? 'wrong' : 'unsure';
  return expression && typeErrors(expression).length === 0 ? 'sound' : 'wrong';
}

describe.skipIf(!present)('promtool check rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planproof-promtool-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses the expressions that we refuse, and no other', () => {
    const all = [...SOUND, ...mutants()];
    const paths = all.map((expr, index) => {
      const path = join(folder, `${index}.yml`);
      writeFileSync(path, JSON.stringify({ groups: [{ name: 'g', rules: [{ record: 'a:b', expr }] }] }));
      return path;
    });
    const { stdout, stderr } = spawnSync(PROMTOOL, ['check', 'rules', '--lint=none', ...paths], {
      encoding: 'utf8',
    });
    const refused = new Set(
      [...`${stdout}${stderr}`.matchAll(/(\d+)\.yml: .*parse error/g)].map(([, index]) => Number(index)),
    );
    const differing = all.flatMap((text, index) => {
      const theirs = refused.has(index) ? 'wrong' : 'sound';
      const mine = ours(text);
      return mine === 'unsure' || mine === theirs ? [] : [`${mine} to us, ${theirs} to promtool: ${text}`];
    });
    expect(all.length).toBeGreaterThan(300);
    expect(refused.size).toBeGreaterThan(200);
    expect(differing).toEqual([]);
  });
});
