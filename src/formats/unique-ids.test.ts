import { expect, it } from 'vitest';
import { uniqueIds } from './unique-ids.ts';

it('gives the second of an id a number, in the order of asking', () => {
  expect(['a', 'b', 'a', 'a'].map(uniqueIds())).toEqual(['a', 'b', 'a#2', 'a#3']);
});

it('gives no number that something is called by itself', () => {
  expect(['a', 'a', 'a#2', 'a'].map(uniqueIds())).toEqual(['a', 'a#2', 'a#2#2', 'a#3']);
  expect(['a#2', 'a', 'a'].map(uniqueIds())).toEqual(['a#2', 'a', 'a#3']);
});
