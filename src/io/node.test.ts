import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from './node.ts';

describe('the host over a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'planproof-')));
    mkdirSync(join(folder, 'root/inner'), { recursive: true });
    writeFileSync(join(folder, 'outside.txt'), 'secret');
    writeFileSync(join(folder, 'root/inside.txt'), 'text');
    symlinkSync('../outside.txt', join(folder, 'root/link-out'));
    symlinkSync('..', join(folder, 'root/inner/loop'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lists a folder in code unit order and tells links from files', () => {
    expect(nodeHost(join(folder, 'root')).list('')).toEqual([
      { name: 'inner', kind: 'directory' },
      { name: 'inside.txt', kind: 'file' },
      { name: 'link-out', kind: 'link' },
    ]);
  });

  it('reads nothing through a link, above the root, or through a loop', () => {
    const host = nodeHost(join(folder, 'root'));
    const missing = { ok: false, problem: 'missing', bytes: 0 };
    expect(host.read('link-out', 100)).toEqual(missing);
    expect(host.read('../outside.txt', 100)).toEqual(missing);
    expect(host.read('inner/loop/inside.txt', 100)).toEqual(missing);
    expect(host.read('a\0b', 100)).toEqual(missing);
    expect(host.kindOf('inner/loop/inside.txt')).toBeUndefined();
    expect(host.kindOf('../outside.txt')).toBeUndefined();
    expect(host.kindOf('..')).toBeUndefined();
  });

  it('reads a file up to the limit', () => {
    const host = nodeHost(join(folder, 'root'));
    expect(host.read('inside.txt', 4)).toEqual({ ok: true, bytes: Buffer.from('text') });
    expect(host.read('inside.txt', 3)).toEqual({ ok: false, problem: 'too-large', bytes: 4 });
    expect(host.read('inner', 100)).toEqual({ ok: false, problem: 'missing', bytes: 0 });
  });

  it('finds ignore files above the root only inside a repository', () => {
    writeFileSync(join(folder, '.gitignore'), 'generated/\n');
    const host = nodeHost(join(folder, 'root'));
    expect(host.ignoreFilesAbove('.gitignore')).toEqual([]);
    mkdirSync(join(folder, '.git'));
    expect(host.ignoreFilesAbove('.gitignore')).toEqual([{ prefix: 'root', text: 'generated/\n' }]);
  });
});
