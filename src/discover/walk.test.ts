import { describe, expect, it } from 'vitest';
import { memoryHost } from '../io/index.ts';
import { walk, type WalkOptions } from './walk.ts';

const all: WalkOptions = { paths: [''], include: [], exclude: [] };
const pathsOf = (files: Record<string, string>, options: Partial<WalkOptions> = {}): string[] =>
  walk(memoryHost(files), { ...all, ...options }).map(({ path }) => path);

describe('walk', () => {
  it('gives files in code unit order, each once, although named twice', () => {
    const files = { 'b/a.tf': '', 'b-c.tf': '', 'B.tf': '', 'a.tf': '' };
    expect(pathsOf(files, { paths: ['', 'b', 'a.tf'] })).toEqual(['B.tf', 'a.tf', 'b-c.tf', 'b/a.tf']);
  });

  it('never enters folders of tools', () => {
    expect(
      pathsOf({
        '.git/config': '',
        'node_modules/x/a.json': '',
        '.terraform/modules/m/main.tf': '',
        'a.tf': '',
      }),
    ).toEqual(['a.tf']);
  });

  it('honors ignore files as git does: deeper rules win, a file can be brought back', () => {
    const files = {
      '.gitignore': 'build/\n*.log.yaml\n',
      'build/a.yaml': '',
      'x.log.yaml': '',
      'keep/.gitignore': '!*.log.yaml\n',
      'keep/y.log.yaml': '',
      '.planproofignore': 'examples/\n',
      'examples/a.tf': '',
    };
    expect(pathsOf(files)).toEqual(['.gitignore', '.planproofignore', 'keep/.gitignore', 'keep/y.log.yaml']);
  });

  it('takes a file that was named although an ignore file leaves it out', () => {
    expect(pathsOf({ '.gitignore': '*.tf\n', 'a.tf': '' }, { paths: ['a.tf'] })).toEqual(['a.tf']);
  });

  it('keeps to the ignore files above a named folder', () => {
    expect(
      pathsOf(
        { '.gitignore': 'infra/old.tf\n', 'infra/old.tf': '', 'infra/new.tf': '' },
        { paths: ['infra'] },
      ),
    ).toEqual(['infra/new.tf']);
  });

  it('includes and excludes by patterns', () => {
    const files = { 'a/x.tf': '', 'a/x.yaml': '', 'b/x.tf': '' };
    expect(pathsOf(files, { include: ['*.tf'] })).toEqual(['a/x.tf', 'b/x.tf']);
    expect(pathsOf(files, { include: ['*.tf'], exclude: ['b/'] })).toEqual(['a/x.tf']);
  });

  it('says that a tree is too deep instead of overflowing the stack', () => {
    const deep = `${'d/'.repeat(150)}a.tf`;
    const found = walk(memoryHost({ [deep]: '' }), all);
    expect(found.map(({ obstacle }) => obstacle?.reason)).toEqual([
      'The folder lies more than 100 folders deep, and was not entered.',
    ]);
  });
});
