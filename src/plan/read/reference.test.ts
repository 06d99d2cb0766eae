import { describe, expect, it } from 'vitest';
import { normalizePath, parseReference } from './reference.ts';

describe('a path', () => {
  it.each([
    ['docs/a.md', 'docs/a.md'],
    ['./docs//a.md', 'docs/a.md'],
    ['docs/../a.md', 'a.md'],
    ['/docs/a/', 'docs/a'],
    ['.', ''],
    ['', ''],
    ['..', undefined],
    ['docs/../../a.md', undefined],
  ])('%j is %j in short', (path, short) => {
    expect(normalizePath(path)).toBe(short);
  });
});

describe('a reference', () => {
  it.each([
    ['docs/a.md', { path: 'docs/a.md', anchor: undefined, url: false }],
    ['docs/a.md#b', { path: 'docs/a.md', anchor: 'b', url: false }],
    ['docs/a.md#', { path: 'docs/a.md', anchor: undefined, url: false }],
    ['https://x.example/a.md#b', { path: undefined, anchor: 'b', url: true }],
    ['../a.md', { path: undefined, anchor: undefined, url: false }],
  ])('%s has path and anchor', (text, reference) => {
    expect(parseReference(text)).toEqual(reference);
  });
});
