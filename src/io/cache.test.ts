import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { userCache, type Cache } from './cache.ts';

let home: string;
let cache: Cache;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'planproof-cache-'));
  cache = userCache({ XDG_CACHE_HOME: home });
});
afterEach(() => rmSync(home, { recursive: true }));

it('gives back what was written, in a folder that is for its owner only', () => {
  expect(cache.read('a')).toBeUndefined();
  cache.write('a', Buffer.from('1'));
  expect(cache.read('a')).toEqual(Buffer.from('1'));
  expect(statSync(join(home, 'planproof')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(home, 'planproof'))).toEqual(['a']);
});

it('neither reads nor writes where somebody else could write', () => {
  cache.write('a', Buffer.from('1'));
  chmodSync(join(home, 'planproof'), 0o777);
  expect(cache.read('a')).toBeUndefined();
  cache.write('b', Buffer.from('2'));
  expect(readdirSync(join(home, 'planproof'))).toEqual(['a']);
});

it('throws away what has not been written for a month', () => {
  mkdirSync(join(home, 'planproof'), { mode: 0o700 });
  cache.write('old', Buffer.from('1'));
  cache.write('young', Buffer.from('1'));
  for (const [name, days] of [
    ['old', 31],
    ['young', 29],
  ] as const) {
    const time = new Date(Date.now() - days * 86_400_000);
    utimesSync(join(home, 'planproof', name), time, time);
  }
  userCache({ XDG_CACHE_HOME: home }).write('new', Buffer.from('2'));
  expect(readdirSync(join(home, 'planproof')).sort()).toEqual(['new', 'young']);
});
