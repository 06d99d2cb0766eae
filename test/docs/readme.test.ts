import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const README = readFileSync('README.md', 'utf8');
const blocks = [...README.matchAll(/```console\n\$ planproof ([^\n]*)\n([\s\S]*?)```/g)].map(
  ([, command, output]) => ({
    command: command!,
    output: output!,
  }),
);

const documents = ['.', 'docs', 'src', 'policies', 'fixtures', 'reports']
  .flatMap((folder) =>
    folder === '.'
      ? readdirSync('.').filter((name) => name.endsWith('.md'))
      : existsSync(folder)
        ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
            .filter((name) => name.endsWith('.md') && !name.includes('examples') && !name.includes('samples'))
            .map((name) => join(folder, name))
        : [],
  )
  .filter((path) => !path.startsWith('fixtures/webshop'));

describe('the README', () => {
  it('has commands to run', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(3);
  });

  it.each(blocks)('prints what `planproof $command` prints', ({ command, output }) => {
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
    const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...words], {
      cwd: 'fixtures',
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE_DISABLE_COMPILE_CACHE: '1' },
    });
    expect(stdout).toBe(output);
  });
});

describe('the draft in the README', () => {
  it('is a part of what `planproof plan new webshop` prints', () => {
    const excerpt = /<!-- draft -->\s*```yaml\n([\s\S]*?)```/.exec(README)?.[1] ?? '';
    const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'plan', 'new', 'webshop'], {
      cwd: 'fixtures',
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE_DISABLE_COMPILE_CACHE: '1' },
    });
    const printed = new Set(stdout.split('\n'));
    const lines = excerpt.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !printed.has(line))).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(documents)('%s links only to what exists', (path) => {
    const text = readFileSync(path, 'utf8').replace(/```[\s\S]*?```/g, '');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!.split('#')[0]!);
    const dead = links.filter(
      (target) => target !== '' && !/^<?[a-z]+:/.test(target) && !existsSync(join(dirname(path), target)),
    );
    expect(dead).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'])('%s names only paths that exist', (path) => {
    // Paths in the table of formats are of other repositories.
    const text = readFileSync(path, 'utf8').replace(
      /```[\s\S]*?```|<!-- formats -->[\s\S]*?<!-- \/formats -->/g,
      '',
    );
    const named = [
      ...text.matchAll(/`((?:src|policies|fixtures|reports|test|docs|dist|\.ci)\/[\w./-]*)`/g),
    ].map(([, name]) => name!);
    const dead = named.filter((name) => !name.includes('<') && !existsSync(name));
    expect(dead).toEqual([]);
  });
});
