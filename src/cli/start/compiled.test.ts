import { expect, it } from 'vitest';
import type { Cache } from '../../io/index.ts';
import { partOf } from './compiled.ts';

const PART = Buffer.from('exports.answer = () => 42; // as “everything”');

/** A cache in memory that tells what it holds. */
function memory(): Cache & { readonly held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return { held, read: (key) => held.get(key), write: (key, bytes) => held.set(key, bytes) };
}

const answerOf = (file: Buffer, cache: Cache): unknown => {
  const exports: { answer?: () => unknown } = {};
  const { script, keep } = partOf(file, '/parts/part-1.js', cache);
  const enclose = script.runInThisContext() as (exports: object) => void;
  enclose(exports);
  const answer = exports.answer?.();
  keep?.();
  return answer;
};

it('compiles a part once, and takes it from the cache from then on', () => {
  const cache = memory();
  expect(answerOf(PART, cache)).toBe(42);
  expect(cache.held.size).toBe(1);
  expect(partOf(PART, '/parts/part-1.js', cache).script.cachedDataRejected).toBe(false);
});

it('adds what the next two runs call, and then leaves it', () => {
  const body = Array.from({ length: 500 }, (_, at) => `x[${at}]`).join(' + ');
  const part = Buffer.from(`const f = (x) => ${body}; exports.answer = (all) => all && f([]);`);
  const cache = memory();
  const sizeAfter = (all: boolean): number => {
    const exports: { answer?: (all: boolean) => unknown } = {};
    const { script, keep } = partOf(part, '/parts/part-1.js', cache);
    (script.runInThisContext() as (given: object) => void)(exports);
    exports.answer?.(all);
    keep?.();
    return [...cache.held.values()].reduce((sum, { length }) => sum + length, 0);
  };
  const [small, larger] = [sizeAfter(false), sizeAfter(true)];
  expect(larger).toBeGreaterThan(small + body.length);
  expect(sizeAfter(false)).toBe(larger);
  expect(partOf(part, '/parts/part-1.js', cache).keep).toBeUndefined();
});

it('keeps the functions that were called, not the others', () => {
  const body = Array.from({ length: 500 }, (_, at) => `x[${at}]`).join(' + ');
  const keptOf = (calls: string): number => {
    const cache = memory();
    answerOf(Buffer.from(`const f = (x) => ${body}; exports.answer = () => ${calls};`), cache);
    return [...cache.held.values()].reduce((sum, { length }) => sum + length, 0);
  };
  expect(keptOf('f([])')).toBeGreaterThan(keptOf('f.name') + body.length);
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
