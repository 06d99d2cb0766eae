import { expect, it } from 'vitest';
import type { Cache } from '../../io/index.ts';
import { scriptOf } from './compiled.ts';

const PART = Buffer.from('exports.answer = () => 42; // as “everything”');

/** A cache in memory that tells what it holds. */
function memory(): Cache & { readonly held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return { held, read: (key) => held.get(key), write: (key, bytes) => held.set(key, bytes) };
}

const answerOf = (file: Buffer, cache: Cache): unknown => {
  const exports: { answer?: () => unknown } = {};
  const enclose = scriptOf(file, '/parts/part-1.js', cache).runInThisContext() as (exports: object) => void;
  enclose(exports);
  return exports.answer?.();
};

it('compiles a part once, and takes it from the cache from then on', () => {
  const cache = memory();
  expect(answerOf(PART, cache)).toBe(42);
  expect(cache.held.size).toBe(1);
  const script = scriptOf(PART, '/parts/part-1.js', { ...cache, write: () => expect.unreachable() });
  expect(script.cachedDataRejected).toBe(false);
});

it('keeps parts of the same name and length apart', () => {
  const cache = memory();
  answerOf(PART, cache);
  expect(answerOf(Buffer.from(String(PART).replace('42', '43')), cache)).toBe(43);
  expect(answerOf(PART, cache)).toBe(42);
});

it.each([
  [
    'a byte differs',
    (kept: Uint8Array) => kept.map((byte, at) => (at === kept.length - 9 ? byte ^ 1 : byte)),
  ],
  ['its end is missing', (kept: Uint8Array) => kept.subarray(0, -100)],
  ['it is empty', () => new Uint8Array()],
])('compiles again where of what is kept %s', (_, broken) => {
  const cache = memory();
  answerOf(PART, cache);
  const [[key, kept] = expect.unreachable()] = [...cache.held];
  cache.held.set(key, broken(kept));
  expect(answerOf(PART, cache)).toBe(42);
  expect(cache.held.get(key)).toHaveLength(kept.length);
});
