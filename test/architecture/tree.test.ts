import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const filesBelow = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = `${path}/${entry.name}`;
    if (entry.isDirectory())
      return ['generated', 'samples', 'node_modules', '__snapshots__'].includes(entry.name)
        ? []
        : filesBelow(child);
    return [child];
  });

describe('the tree', () => {
  it('has exactly the rooms that dependency-cruiser keeps apart', async () => {
    const text = readFileSync('.dependency-cruiser.mjs', 'utf8');
    const rooms = [...(/const ROOMS = \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
      (match) => match[1],
    );
    expect(folders('src')).toEqual([...rooms].sort());
    await Promise.resolve();
  });

  it('has no file over 300 lines and no folder over a dozen entries of code', () => {
    const code = filesBelow('src').filter((path) => /\.(?:ts|go)$/.test(path) && !path.endsWith('/all.ts'));
    const long = code.filter(
      (path) => readFileSync(path, 'utf8').split('\n').length > (path.endsWith('.test.ts') ? 351 : 301),
    );
    expect(long).toEqual([]);
    const perFolder = new Map<string, number>();
    for (const path of code.filter((name) => !name.endsWith('.test.ts'))) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1);
    }
    expect([...perFolder].filter(([, count]) => count > 14)).toEqual([]);
  });

  it('gives every format and every reporter an index and a page', () => {
    for (const folder of [...folders('src/formats').map((name) => `src/formats/${name}`)]) {
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(['index.ts', 'normalize.ts', 'README.md']));
      expect(readFileSync(`${folder}/index.ts`, 'utf8').split('\n').length).toBeLessThanOrEqual(41);
    }
  });

  it('names files in kebab case', () => {
    const odd = filesBelow('src').filter(
      (path) => !/^[a-z0-9/.-]+$/.test(path) && !path.endsWith('README.md'),
    );
    expect(odd).toEqual([]);
  });
});

describe('policies', () => {
  it('gather the subjects that they look at in lists: a set compares every fact of each', () => {
    const sets = filesBelow('policies/rules')
      .filter((path) => path.endsWith('/rule.rego'))
      .filter((path) => {
        const text = readFileSync(path, 'utf8');
        const gathered =
          /^(_\w+) contains (\w+) if \{\n\tsome \2 in input\.subjects\b[^\n]*\n(?:\t[^\n]*\n)*\}$/gm;
        return [...text.matchAll(gathered)].some(
          ([, name = '']) =>
            text.split(`\n${name} contains `).length === 2 && !text.includes(`count(${name})`),
        );
      });
    expect(sets).toEqual([]);
  });
});
